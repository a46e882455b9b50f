-- Target and outcome of one indicator by level and year: how many places state a number, and how they spread.
select level, year,
    count(target) as targets, min(target) as least, quantile_cont(target, 0.1) as low, median(target) as target,
    quantile_cont(target, 0.9) as high, max(target) as most,
    count(outcome) filter (outcome_unit = $unit) as outcomes,
    median(outcome) filter (outcome_unit = $unit) as outcome,
    count(met) as judged, count(*) filter (met) as met
from place_year
where code = $code and year between $first and $last and unit = $unit and aspect = $aspect
    and (cast($within as text) is null or starts_with(adcode, $within))
group by level, year
order by year, level
