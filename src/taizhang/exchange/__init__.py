"""Tables out and in: Excel, CSV and the office's own task table."""

from taizhang.exchange.attainment_rows import (
    ATTAINMENT_COLUMNS,
    attainment_document,
    attainment_record,
    attainment_rows,
    attainment_title,
    attainment_workbook,
)
from taizhang.exchange.comparison_files import comparison_document, comparison_workbook
from taizhang.exchange.comparison_page import comparison_page
from taizhang.exchange.comparison_rows import (
    change_rows,
    comparison_record,
    comparison_title,
    result_rows,
    verdict_counts,
)
from taizhang.exchange.entered_outcome import entered_outcome
from taizhang.exchange.entered_value import entered_value
from taizhang.exchange.observation_file import ObservationFileError, read_observations
from taizhang.exchange.office_document import office_document
from taizhang.exchange.office_import import CellProblem, ImportedTask, OfficeTable, OfficeTableError, read_office_table
from taizhang.exchange.office_plan import Step, plan_import, take_import
from taizhang.exchange.office_row import (
    LIVELIHOOD_MARK,
    OFFICE_COLUMNS,
    OfficeRow,
    office_title,
    rows_of_reading,
    with_extra,
)
from taizhang.exchange.office_workbook import office_workbook
from taizhang.exchange.reading_tables import TABLES, reading_workbook, table, write_csv
from taizhang.exchange.responsibility import unit_names
from taizhang.exchange.safe_cell import csv_cell, from_csv_cell
from taizhang.exchange.task_suggestions import task_suggestions
from taizhang.exchange.unit_workbook import UnitEntry, UnitRow, read_unit_workbook, unit_workbook
from taizhang.exchange.wording import condition, date_words, due_words, quantity
from taizhang.exchange.work_log import carry_out, read_work_log
from taizhang.language.amounts import amount

__all__ = [
    "ATTAINMENT_COLUMNS",
    "LIVELIHOOD_MARK",
    "OFFICE_COLUMNS",
    "TABLES",
    "CellProblem",
    "ImportedTask",
    "ObservationFileError",
    "OfficeRow",
    "OfficeTable",
    "OfficeTableError",
    "Step",
    "UnitEntry",
    "UnitRow",
    "amount",
    "attainment_document",
    "attainment_record",
    "attainment_rows",
    "attainment_title",
    "attainment_workbook",
    "carry_out",
    "change_rows",
    "comparison_document",
    "comparison_page",
    "comparison_record",
    "comparison_title",
    "comparison_workbook",
    "condition",
    "csv_cell",
    "date_words",
    "due_words",
    "entered_outcome",
    "entered_value",
    "from_csv_cell",
    "office_document",
    "office_title",
    "office_workbook",
    "plan_import",
    "quantity",
    "read_observations",
    "read_office_table",
    "read_unit_workbook",
    "read_work_log",
    "reading_workbook",
    "result_rows",
    "rows_of_reading",
    "table",
    "take_import",
    "task_suggestions",
    "unit_names",
    "unit_workbook",
    "verdict_counts",
    "with_extra",
    "write_csv",
]
