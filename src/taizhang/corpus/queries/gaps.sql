-- By year and level: how far the targets lie above those of the level above, and how many lie above, level or below.
select year, level, count(gap) as compared, avg(gap) as mean, median(gap) as middle,
    count(*) filter (gap > 0) as above, count(*) filter (gap = 0) as same, count(*) filter (gap < 0) as below
from place_year
where code = $code and gap is not null and year between $first and $last
    and (cast($within as text) is null or starts_with(adcode, $within))
group by year, level
order by year, level
