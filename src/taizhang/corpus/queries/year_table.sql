-- One indicator in one year over the places of a level, those without a target after those with one.
select place_year.*, upper.place as upper_place
from place_year left join (select adcode, arg_max(place, year) as place from reports group by adcode) as upper
    on upper.adcode = place_year.upper_adcode
where code = $code and place_year.year = $year and level = $level
    and (cast($within as text) is null or starts_with(place_year.adcode, $within))
