-- The senses and units in which the targets of each indicator are stated, the most frequent indicator and sense first.
select code, aspect, unit, count(*) as targets, sum(count(*)) over (partition by code) as of_code
from place_year
where status = 'stated number' and aspect in ('growth', 'value', 'change')
group by code, aspect, unit
order by of_code desc, code, targets desc, aspect, unit
