"""Series: target and outcome of one indicator over all reports of a place, with later revisions."""

from __future__ import annotations

from collections.abc import Sequence

from taizhang.catalogue import indicator_by_code
from taizhang.fulfilment.measures import measure_of, measure_of_figure
from taizhang.fulfilment.targets_kept import AVERAGE, sought_for
from taizhang.model import Aspect, Condition, Figure, Reading, Target
from taizhang.model.series import SeriesYear, StatedValue

NEAR = 15  # characters before a figure in which 年均 makes it an average of years


def series(readings: Sequence[Reading], indicator: str, aspect: Aspect = "growth") -> list[SeriesYear]:
    """Every year of which the reports list a target or state a value, in order.

    `indicator` is a name or a catalogue code; the reports are of one place, in any order. Raises `ValueError` for
    reports of several places, one without a year, or an indicator that the catalogue does not know.
    """
    places = {one.report.adcode for one in readings if one.report.adcode}
    if len(places) > 1:
        raise ValueError(f"the reports are of {len(places)} places; a series is of one")
    code = code_of(indicator)
    targets: dict[int, Target] = {}
    stated: dict[int, list[StatedValue]] = {}
    for reading in sorted(readings, key=year_of):
        for target in reading.targets:
            sought = sought_for(target)
            if sought.measure and sought.measure.code == code and sought.aspect == aspect:
                known = targets.get(year_of(reading))
                if known is None or not Condition.of(known).numeric:
                    targets[year_of(reading)] = target
        for figure in reading.figures:
            if is_of(figure, code, aspect, reading):
                years = stated.setdefault(int(str(figure.period)), [])
                if all(one.report_year != year_of(reading) for one in years):
                    years.append(StatedValue(year_of(reading), figure))
    return [
        SeriesYear(
            year,
            Condition.of(targets[year]) if year in targets else None,
            targets[year].quote if year in targets else None,
            tuple(stated.get(year, ())),
        )
        for year in sorted({*targets, *stated})
    ]


def code_of(indicator: str) -> str:
    """The catalogue code of a name or code. Raises `ValueError` for one that the catalogue does not know."""
    if indicator_by_code(indicator):
        return indicator
    measure = measure_of(indicator)
    if measure is None:
        raise ValueError(f"{indicator}: the catalogue knows no such indicator (see taizhang indicators)")
    return measure.code


def year_of(reading: Reading) -> int:
    """The year whose tasks a report sets. Raises `ValueError` where it was not read."""
    if reading.report.year is None:
        raise ValueError(f"{reading.report.title or 'a report'}: its year was not read")
    return reading.report.year


def is_of(figure: Figure, code: str, aspect: Aspect, reading: Reading) -> bool:
    """Whether a figure states the indicator's value of a single year for the report's own place."""
    if (
        figure.mode == "target"
        or figure.aspect != aspect
        or figure.place not in (None, reading.report.place)
        or figure.value is None
    ):
        return False
    if figure.period is None or not figure.period.isdecimal() or (figure.unit != "%" and aspect == "growth"):
        return False
    if AVERAGE.search(reading.report.text[max(0, figure.start - NEAR) : figure.start]):
        return False
    measure = measure_of_figure(figure)
    return measure is not None and measure.code == code
