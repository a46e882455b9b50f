-- How many place-years have target and outcome, how many met it, and between which values nearly all lie.
select count(*) as points, count(met) as judged, count(*) filter (met) as met, avg(outcome - target) as mean_difference,
    least(quantile_cont(target, 0.01), quantile_cont(outcome, 0.01)) as low,
    greatest(quantile_cont(target, 0.99), quantile_cont(outcome, 0.99)) as high
from place_year
where code = $code and aspect = $aspect and unit = $unit and outcome_unit = $unit
    and target is not null and outcome is not null
    and (cast($level as text) is null or level = $level) and year between $first and $last
    and (cast($within as text) is null or starts_with(adcode, $within))
