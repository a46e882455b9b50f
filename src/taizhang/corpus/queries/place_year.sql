-- The rows of some indicators in the regions between two place codes: a place and year of which a target, its absence
-- or an outcome is stated, between the first and the last report of the place.
with asked as (select unnest($codes) as code),
-- Two targets of one report may begin at one place: the first by its words.
own as (
    select * from first_target where code in (from asked) and adcode between $first and $last
    qualify row_number() over (partition by adcode, year, code order by quote, indicator, unit) = 1
),
known as (select * from stated where code in (from asked) and adcode between $first and $last),
denied as (select * from absent where code in (from asked) and adcode between $first and $last),
keys as (
    select adcode, year, code from own
    union select adcode, year, code from denied
    union select adcode, year, code from known
),
-- Demands that a level below can be held against.
demand as (
    select adcode, year, code, unit,
        struct_pack(adcode := adcode, target := middle, low := coalesce(low, middle)) as said
    from first_target
    where middle is not null and code in (from asked)
        and adcode in (select above1 from above union select above2 from above union select above3 from above)
    qualify row_number() over (partition by adcode, year, code order by quote, indicator, unit) = 1
),
compared as (
    select stated.adcode, stated.year, stated.code, stated.said.value as value
    from stated
    where aspect = 'growth' and adcode between $first and $last
        and code in (select reference_code from own where reference_code is not null)
),
joined as (
    select
        keys.adcode, spans.place, spans.level, keys.year, keys.code, indicators.indicator,
        case
            when placed.report is null then 'no report'
            when own.unit is not null then 'stated number'
            when own.code is not null then 'stated in words'
            when denied.code is not null then 'stated absent'
            else 'not mentioned'
        end as status,
        own.quote, own.bound, own.aspect, own.unit, own.middle as target, own.low, own.high, own.reference,
        own.firmness, own.word,
        coalesce(above1.said, above2.said, above3.said) as above,
        coalesce(same.said, other.said) as outcome,
        before.said as before,
        compared.value as reference_outcome,
        next_report.report is not null as next_report,
        placed.characters, placed.report, coalesce(own.start, denied.start) as start,
        coalesce(own.sentence, denied.sentence) as sentence, own.sure, own.reason
    from keys
    join spans on keys.adcode = spans.adcode and keys.year between spans.first and spans.last
    join indicators on indicators.code = keys.code
    left join placed on placed.adcode = keys.adcode and placed.year = keys.year
    left join placed as next_report on next_report.adcode = keys.adcode and next_report.year = keys.year + 1
    left join own on own.adcode = keys.adcode and own.year = keys.year and own.code = keys.code
    left join denied on denied.adcode = keys.adcode and denied.year = keys.year and denied.code = keys.code
    -- The outcome in the target's own sense; where there is no target, a growth before a value.
    left join known as same on same.adcode = keys.adcode and same.year = keys.year and same.code = keys.code
        and same.aspect = coalesce(own.aspect, 'growth')
    left join known as other on other.adcode = keys.adcode and other.year = keys.year and other.code = keys.code
        and other.aspect = 'value' and own.aspect is null
    left join known as before on before.adcode = keys.adcode and before.year = keys.year - 1 and before.code = keys.code
        and before.aspect = coalesce(own.aspect, 'growth')
    left join compared on compared.adcode = keys.adcode and compared.year = keys.year
        and compared.code = own.reference_code
    left join above on above.adcode = keys.adcode
    left join demand as above1 on above1.adcode = above.above1 and above1.year = keys.year
        and above1.code = keys.code and (own.middle is null or above1.unit = own.unit)
    left join demand as above2 on above2.adcode = above.above2 and above2.year = keys.year
        and above2.code = keys.code and (own.middle is null or above2.unit = own.unit)
    left join demand as above3 on above3.adcode = above.above3 and above3.year = keys.year
        and above3.code = keys.code and (own.middle is null or above3.unit = own.unit)
)
select
    adcode, place, level, year, code, indicator, status,
    quote, bound, aspect, unit, target, low, high, reference, firmness, word,
    above.adcode as upper_adcode, above.target as upper_target, above.low as upper_low,
    -- Rates can be held against each other; amounts of a city and a nation cannot.
    case when unit in ('%', '百分点') then round(target - above.target, 6) end as gap,
    case when unit in ('%', '百分点') then round(coalesce(low, target) - above.low, 6) end as gap_low,
    before.value as last_year,
    case when unit in ('%', '百分点') and before.unit = unit then round(target - before.value, 6) end as rise,
    outcome.value as outcome, outcome.unit as outcome_unit, outcome.quote as outcome_quote, outcome.mode as outcome_mode,
    outcome.report as outcome_report, outcome.start as outcome_start,
    reference_outcome, next_report,
    characters, report, start, sentence, sure, reason
from joined
order by code, year, adcode
