"""Listed targets judged by observations: a statistical communiqué, a plan's table, or values entered by hand."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from taizhang.fulfilment.measures import Measure, measure_of
from taizhang.fulfilment.promises import promise_of
from taizhang.fulfilment.targets_kept import LAST_YEAR, Sought, sought_for, sought_reference
from taizhang.model import Attainment, Context, Judgement, Observation, Reading, Stated, Target


def attainments(reading: Reading, observations: Sequence[Observation]) -> list[Attainment]:
    """Every listed target with the observation of its year and the verdict, in the order of the report.

    Raises `ValueError` where the report's year was not read, for then no observation can be its.
    """
    if reading.report.year is None:
        raise ValueError("the report tells no year, so no observation can be of it")
    here = [one for one in observations if of_place(one, reading)]
    return [attainment(target, here, reading.report.year) for target in reading.targets]


def of_place(observation: Observation, reading: Reading) -> bool:
    """Whether an observation is of the report's place: it names none, the same, or its code."""
    report = reading.report
    place = observation.place
    return place in (None, report.place, report.adcode) or bool(
        place and report.place and report.place.startswith(place)
    )


def attainment(target: Target, observations: Sequence[Observation], year: int) -> Attainment:
    """One target with its verdict."""
    promise, sought = promise_of(target), sought_for(target)
    condition = promise.condition
    assert condition is not None
    found = observed(sought, observations, year)
    if found is None:
        return Attainment(promise, None, Judgement("silent", "no_observation"))
    measure = sought.measure or Measure("")
    reference = None
    if target.reference:
        past = target.reference.startswith(LAST_YEAR)
        other = sought if past else sought_reference(target.reference)
        reference = value_of(observed(other, observations, year - past, like=found if past else None))
    context = Context(measure.better, measure.price, reference, stated_by(found, target))
    return Attainment(promise, found, condition.judge(found.value, context))


def observed(
    sought: Sought, observations: Sequence[Observation], year: int, like: Observation | None = None
) -> Observation | None:
    """The observation of a year that is of what is sought, in the aspect and unit of `like` if it is given."""
    aspect, unit = (like.aspect, like.unit) if like else (sought.aspect, sought.unit)
    for one in observations:
        same = one.period == str(year) and one.aspect == aspect and (unit is None or one.unit == unit)
        if same and same_indicator(sought, one):
            return one
    return None


def same_indicator(sought: Sought, observation: Observation) -> bool:
    """Whether an observation is of the indicator: by the catalogue, or by the very name."""
    measure = measure_of(observation.indicator, observation.unit, observation.aspect)
    if sought.measure and measure:
        return sought.measure.code == measure.code
    return observation.indicator in (sought.name, sought.name.removesuffix("增长"))


def stated_by(observation: Observation, target: Target) -> Stated | None:
    """What the source's own words say: a note that repeats the target's words says that it was kept."""
    return "fulfilled" if observation.note and target.quote in observation.note else None


def value_of(observation: Observation | None) -> Decimal | None:
    """Its value, if there is one."""
    return observation.value if observation else None
