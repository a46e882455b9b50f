-- Every place in every year from its first to its last report, for each of the codes asked for, in the order asked for.
with asked as (select unnest($codes) as code, unnest(range(len($codes))) as place_in_order),
placed as (select * from reports where adcode is not null and year is not null),
spans as (
    select adcode, arg_max(place, year) as place, arg_max(level, year) as level,
        unnest(range(min(year), max(year) + 1)) as year
    from placed group by adcode
),
rows as (select spans.*, asked.*, indicators.indicator from spans cross join asked join indicators using (code))
select
    rows.adcode, rows.place, rows.level, cast(rows.year as integer) as year, rows.code, rows.indicator,
    coalesce(known.status, case when placed.report is null then 'no report' else 'not mentioned' end) as status,
    known.* exclude (adcode, place, level, year, code, indicator, status, characters, report),
    placed.characters, placed.report
from rows
left join placed on placed.adcode = rows.adcode and placed.year = rows.year
left join (select * from place_year where code in (select code from asked)) as known
    on known.adcode = rows.adcode and known.year = rows.year and known.code = rows.code
order by rows.adcode, rows.year, place_in_order
