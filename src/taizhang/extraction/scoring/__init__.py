"""How good a reading is, measured against reports that people annotated."""

from taizhang.extraction.scoring.gold import Gold, GoldError, load_gold
from taizhang.extraction.scoring.score import Doubt, Error, Scores, score_reading

__all__ = ["Doubt", "Error", "Gold", "GoldError", "Scores", "load_gold", "score_reading"]
