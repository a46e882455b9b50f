"""Report to figures: every quantity with its indicator, aspect, bound, mode and period.

The modules in the order of the pipeline: `candidates` (which numbers state a quantity), `mentions` (the
text around each), `predication` (that text taken apart), `lists`, `coordination`, `ranks` and `context`
(names), `linking` (what each measures), `sense` (aspect, sign, bound), `periods` (mode and period),
`doubts` (what a person should look at). Their patterns stand in rules.toml.
"""

from taizhang.extraction.figures.pipeline import figures

__all__ = ["figures"]
