-- By year: with which words the numeric targets of an indicator are stated; «» stands for a plain number.
select year, coalesce(word, '') as word, any_value(firmness) as firmness, count(*) as targets,
    count(*) / sum(count(*)) over (partition by year) as share
from place_year
where status = 'stated number' and (cast($code as text) is null or code = $code)
    and (cast($level as text) is null or level = $level) and year between $first and $last
group by year, coalesce(word, '')
order by year, targets desc, word
