"""A document as JSON, to pass from the process that parsed it to the one that asked."""

from __future__ import annotations

import json
from typing import Any

from taizhang.model import Run, SourceMap
from taizhang.reading.document import Document


def to_wire(document: Document) -> bytes:
    """The document in UTF-8 JSON; coordinates to a hundredth."""
    return json.dumps(
        {
            "text": document.text,
            "pages": document.sources.pages,
            "attachments": document.attachments,
            "runs": [
                [
                    run.start,
                    run.end,
                    run.page,
                    run.paragraph,
                    [round(edge, 2) for edge in run.box] if run.box else None,
                    [(at, round(left, 2)) for at, left in run.anchors],
                    run.confidence,
                ]
                for run in document.sources.runs
            ],
        },
        ensure_ascii=False,
    ).encode()


def from_wire(data: bytes) -> Document:
    """The document that `to_wire` wrote. Raises `ValueError` or `KeyError` for anything else."""
    found: dict[str, Any] = json.loads(data)
    runs = tuple(
        Run(start, end, page, paragraph, tuple(box) if box else None, tuple((at, left) for at, left in anchors), sure)
        for start, end, page, paragraph, box, anchors, sure in found["runs"]
    )
    pages = tuple((float(width), float(height)) for width, height in found["pages"])
    return Document(str(found["text"]), SourceMap(runs, pages), tuple(map(str, found["attachments"])))
