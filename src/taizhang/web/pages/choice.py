"""Which report a page speaks of: the one named in its address, else the latest."""

from __future__ import annotations

from fastapi import HTTPException, Request

from taizhang.web.shelf import Entry, Shelf


def shelf_of(request: Request) -> Shelf:
    """The shelf of this application."""
    shelf: Shelf = request.app.state.shelf
    return shelf


def named(request: Request) -> Entry:
    """The report whose number stands in the path; answers 404 where there is none."""
    entry = shelf_of(request).entries.get(int(request.path_params["report_id"]))
    if entry is None:
        raise HTTPException(404, "no_such_report")
    return entry


def chosen(request: Request) -> Entry | None:
    """The report of the `report` parameter, else the latest; none on an empty shelf."""
    shelf, asked = shelf_of(request), request.query_params.get("report", "")
    if not asked:
        return shelf.latest()
    entry = shelf.entries.get(int(asked)) if asked.isdecimal() else None
    if entry is None:
        raise HTTPException(404, "no_such_report")
    return entry


def summary(entry: Entry | None) -> dict[str, object] | None:
    """A report as other pages name it."""
    if entry is None:
        return None
    report = entry.reading.report
    return {"id": entry.id, "name": entry.name, "title": report.title, "place": report.place, "year": report.year}
