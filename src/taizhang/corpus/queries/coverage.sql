-- How many reports each year has by level.
select year, level, count(*) as reports, sum(characters) as characters, sum(figures) as figures
from reports where year is not null
group by year, level
order by year, level
