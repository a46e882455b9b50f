"""Pages of kept documents as pictures, drawn once and remembered for a while."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from taizhang.ledger import Ledger
from taizhang.reading import UnreadableDocument, draw_apart

REMEMBERED = 60  # pages, about 100 kB each


class PagePictures:
    """Draws the pages of a ledger's originals in a process apart; an undrawable page is remembered as none."""

    def __init__(self) -> None:
        self.drawn: OrderedDict[tuple[str, int], bytes | None] = OrderedDict()
        self.lock = Lock()

    def of(self, ledger: Ledger, report_id: int, sha256: str, page: int) -> bytes | None:
        """A page (from 1) of a report's document as PNG; none where no document is kept or it cannot be drawn.

        `sha256` is that of the document, so that a new version is drawn anew.
        """
        key = sha256, page
        with self.lock:
            if key in self.drawn:
                self.drawn.move_to_end(key)
                return self.drawn[key]
        original = ledger.original(report_id)
        try:
            picture = draw_apart(original.content, original.name, page) if original else None
        except UnreadableDocument:
            picture = None
        with self.lock:
            self.drawn[key] = picture
            while len(self.drawn) > REMEMBERED:
                self.drawn.popitem(last=False)
        return picture
