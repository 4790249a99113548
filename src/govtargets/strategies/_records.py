"""Strategies for goals, indicators, targets and achievements."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from govtargets.achievement import Achievement
from govtargets.goals import Delegated, Goal, NotStated, Qualitative, Relation, Relative
from govtargets.indicator import Indicator
from govtargets.kind import Kind
from govtargets.period import Period
from govtargets.quantity import Quantity
from govtargets.region import Region
from govtargets.strategies._facts import lines, paragraphs, periods, regions, sources, words
from govtargets.strategies._numbers import bounds, quantities, units
from govtargets.target import Target
from govtargets.vocabulary import Attribute, Commitment, Direction, Status, Transformation

__all__ = [
    "achievements",
    "delegated",
    "goals",
    "indicators",
    "not_stated",
    "qualitative",
    "relatives",
    "targets",
]

_SERIES = ("经济增长", "GDP增速", "城乡居民收入", "粮食产量")
_AREAS = ("全国", "全省", "全市")
_EARLIER = ("上年", "去年", "上年同期")


def relatives() -> SearchStrategy[Relative]:
    """Goals against another series, area or period, with and without a margin.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import relatives
        >>> @settings(max_examples=5, database=None)
        ... @given(relatives())
        ... def test(goal):
        ...     assert goal.reference
        >>> test()
    """
    return st.builds(
        Relative,
        st.sampled_from(Relation),
        st.sampled_from(_SERIES),
        region=st.none() | st.sampled_from(_AREAS).map(Region),
        period=st.none() | st.sampled_from(_EARLIER) | periods(),
        margin=st.none() | _margins(),
    )


def _margins() -> SearchStrategy[Quantity]:
    most = Quantity("99", "个百分点")
    points = quantities(unit="个百分点", min_value=-most, max_value=most)
    return points.filter(lambda margin: bool(margin.magnitude))


def delegated() -> SearchStrategy[Delegated]:
    """Goals that somebody else sets.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import delegated
        >>> @settings(max_examples=5, database=None)
        ... @given(delegated())
        ... def test(goal):
        ...     assert goal.assigner
        >>> test()
    """
    return st.builds(Delegated, st.sampled_from(["省", "国家", "市", "上级"]))


def qualitative() -> SearchStrategy[Qualitative]:
    """Goals in words only.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import qualitative
        >>> @settings(max_examples=5, database=None)
        ... @given(qualitative())
        ... def test(goal):
        ...     assert goal.words
        >>> test()
    """
    return st.builds(Qualitative, st.sampled_from(["平稳增长", "合理区间"]) | lines())


def not_stated() -> SearchStrategy[NotStated]:
    """The goal that is left open on purpose.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import not_stated
        >>> @settings(max_examples=5, database=None)
        ... @given(not_stated())
        ... def test(goal):
        ...     assert str(goal) == "未设目标"
        >>> test()
    """
    return st.builds(NotStated)


def goals(*, kind: Kind | str | None = None) -> SearchStrategy[Goal]:
    """Every sort of goal, stated numbers first.

    Args:
        kind: Only stated numbers of that kind; the other sorts come all the same.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import goals
        >>> @settings(max_examples=5, database=None)
        ... @given(goals())
        ... def test(goal):
        ...     assert goal.is_written_as(goal)
        >>> test()
    """
    return st.one_of(bounds(kind=kind), relatives(), delegated(), qualitative(), not_stated())


def indicators() -> SearchStrategy[Indicator]:
    """Things measured, with every direction and the unknown one.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import indicators
        >>> @settings(max_examples=5, database=None)
        ... @given(indicators())
        ... def test(indicator):
        ...     assert indicator.answers_to(indicator.name)
        >>> test()
    """
    return st.builds(
        Indicator,
        words("0123456789_", longest=12),
        lines(),
        direction=st.none() | st.sampled_from(Direction),
        aliases=_names(),
        name_en=st.none() | lines(),
        unit=st.none() | units(),
        transformation=st.none() | st.sampled_from(Transformation),
        definition=st.none() | paragraphs(),
        source=st.none() | paragraphs(),
        kind=st.none() | units().map(lambda unit: unit.kind.id),
        attributes=st.dictionaries(_name(), st.sampled_from(Attribute), max_size=2),
        codes=_names(),
    )


def _name() -> SearchStrategy[str]:
    """Words of one of several; ； separates them in files."""
    return lines().filter(lambda text: "；" not in text)


def _names() -> SearchStrategy[tuple[str, ...]]:
    return st.lists(_name(), max_size=3, unique=True).map(tuple)


def _shared(
    indicator: SearchStrategy[Indicator] | None,
    period: SearchStrategy[Period] | None,
    kind: Kind | str | None,
) -> dict[str, SearchStrategy[Any]]:
    """The strategies of the fields that targets and achievements share."""
    return {
        "indicator": indicators() if indicator is None else indicator,
        "period": periods() if period is None else period,
        "region": st.none() | regions(),
        "transformation": st.none() | st.sampled_from(Transformation),
        "baseline": st.none() | bounds(kind=kind),
        "scope": st.none() | lines(),
        "price_basis": st.none() | st.sampled_from(["不变价", "现价", "可比价"]) | lines(),
        "base": st.none() | st.sampled_from(["同比", "环比", "比2020年"]) | lines(),
        "source": st.none() | sources(),
        "note": st.none() | paragraphs(),
    }


def targets(
    *,
    indicator: SearchStrategy[Indicator] | None = None,
    goal: SearchStrategy[Goal] | None = None,
    period: SearchStrategy[Period] | None = None,
    kind: Kind | str | None = None,
) -> SearchStrategy[Target]:
    """Planned values with any of their fields present or absent.

    Args:
        indicator: Where the indicators come from.
        goal: Where the goals come from.
        period: Where the periods come from.
        kind: Only numbers of that kind.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import targets
        >>> @settings(max_examples=5, database=None)
        ... @given(targets(kind="rank"))
        ... def test(target):
        ...     assert target.stretch is None or target.stretch.kind.id == "rank"
        >>> test()
    """
    return st.builds(
        Target,
        goal=goals(kind=kind) if goal is None else goal,
        stretch=st.none() | bounds(kind=kind),
        attribute=st.none() | st.sampled_from(Attribute),
        commitment=st.none() | st.sampled_from(Commitment),
        **_shared(indicator, period, kind),
    )


def achievements(
    *,
    indicator: SearchStrategy[Indicator] | None = None,
    period: SearchStrategy[Period] | None = None,
    kind: Kind | str | None = None,
) -> SearchStrategy[Achievement]:
    """Reached values with any of their fields present or absent.

    Args:
        indicator: Where the indicators come from.
        period: Where the periods come from.
        kind: Only numbers of that kind.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import achievements
        >>> @settings(max_examples=5, database=None)
        ... @given(achievements())
        ... def test(reached):
        ...     assert reached.value.low or reached.value.high
        >>> test()
    """
    return st.builds(
        Achievement,
        value=bounds(kind=kind),
        status=st.none() | st.sampled_from(Status),
        claim=st.none() | lines(),
        **_shared(indicator, period, kind),
    )
