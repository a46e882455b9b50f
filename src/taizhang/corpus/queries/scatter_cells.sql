-- The same place-years counted on a grid of $cells by $cells between $low and $high.
select cast(floor((target - $low) / ($high - $low) * $cells) as integer) as across,
    cast(floor((outcome - $low) / ($high - $low) * $cells) as integer) as up, count(*) as points
from place_year
where code = $code and aspect = $aspect and unit = $unit and outcome_unit = $unit
    and target between $low and $high and outcome between $low and $high
    and (cast($level as text) is null or level = $level) and year between $first and $last
    and (cast($within as text) is null or starts_with(adcode, $within))
group by all
order by across, up
