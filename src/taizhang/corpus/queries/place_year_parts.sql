-- What the place-year table is put together from, kept on disk so that each indicator is joined by itself.
create table placed as
select report, adcode, year, place, level, characters from reports where adcode is not null and year is not null;

create table spans as
select adcode, arg_max(place, year) as place, arg_max(level, year) as level, min(year) as first, max(year) as last
from placed group by adcode;

-- Of several targets for one indicator the first in the report counts; of a range the middle.
create table first_target as
select placed.adcode, placed.year, targets.*,
    case when unit is null then null else coalesce(value, (low + high) / 2) end as middle
from targets join placed using (report)
where code is not null and (report, code, start) in (select (report, code, min(start)) from targets group by report, code);

create table stated as
select placed.adcode, outcomes.year, outcomes.code, outcomes.aspect,
    struct_pack(value := value, unit := unit, quote := quote, mode := mode, report := report, start := start) as said
from outcomes join placed using (report);

create table absent as
select adcode, year, code, min(start) as start, arg_min(sentence, start) as sentence
from absences join placed using (report) group by adcode, year, code;
