-- Each place with its first and last report, how many years it has between them, and which are missing.
with placed as (select adcode, place, level, year from reports where adcode is not null and year is not null),
spans as (
    select adcode, arg_max(place, year) as place, arg_max(level, year) as level,
        min(year) as first, max(year) as last, count(*) as reports, list(year) as years
    from placed group by adcode
)
select adcode, place, level, first, last, reports,
    list_filter(range(first, last + 1), lambda one: not list_contains(years, one)) as missing
from spans
order by adcode
