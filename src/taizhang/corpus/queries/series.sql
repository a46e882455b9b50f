-- Target and outcome of one indicator for the places asked for.
select * from place_year
where code = $code and adcode in (select unnest($places)) and year between $first and $last
order by adcode, year
