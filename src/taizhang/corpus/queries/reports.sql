-- Every report with its bucket and the word whether it is kept: of several copies for one place and year the fullest.
select * exclude (filename), parse_filename(filename, true) as bucket,
    first_value(report) over copies as kept_report, row_number() over copies = 1 as kept
from all_reports
window copies as (
    partition by coalesce(adcode, report), coalesce(year, 0) order by figures desc, characters desc, report
)
order by adcode nulls last, year nulls last, kept desc, report
