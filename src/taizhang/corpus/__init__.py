"""Many reports at once: a folder to Parquet tables, the place-year panel, SQL and search over both.

Needs the extra `corpus`. `build(folder, panel, engine)` reads, `connect(panel)` opens the tables in DuckDB,
`panel(connection, codes)` makes the place-year table, `shares(connection, lists)` the word-list shares, `search(panel,
word)` finds sentences.
"""

from taizhang.corpus.build import Summary, build
from taizhang.corpus.coverage import Coverage, Region, coverage
from taizhang.corpus.data_package import write_package
from taizhang.corpus.engines import Cluster, Cores, Engine, InProcess, WorkerLostError
from taizhang.corpus.files import write_panel
from taizhang.corpus.panel import DEFAULT_CODES, LABELS, panel, wordings
from taizhang.corpus.panel_folder import PanelError
from taizhang.corpus.search import Hit, search
from taizhang.corpus.shares import WordList, share_labels, shares, supplied, word_list
from taizhang.corpus.views import connect

__all__ = [
    "DEFAULT_CODES",
    "LABELS",
    "Cluster",
    "Cores",
    "Coverage",
    "Engine",
    "Hit",
    "InProcess",
    "PanelError",
    "Region",
    "Summary",
    "WordList",
    "WorkerLostError",
    "build",
    "connect",
    "coverage",
    "panel",
    "search",
    "share_labels",
    "shares",
    "supplied",
    "word_list",
    "wordings",
    "write_package",
    "write_panel",
]
