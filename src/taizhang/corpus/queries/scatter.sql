-- Place-years of one indicator with target and outcome in one unit, those that fell short most first.
select adcode, place, year, target, outcome, met, report, start, outcome_report, outcome_start
from place_year
where code = $code and aspect = $aspect and unit = $unit and outcome_unit = $unit
    and target is not null and outcome is not null
    and (cast($level as text) is null or level = $level) and year between $first and $last
    and (cast($within as text) is null or starts_with(adcode, $within))
order by outcome - target, year, adcode
limit $rows
