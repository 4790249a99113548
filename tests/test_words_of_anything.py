"""Whatever the records hold, a judgement can be told in both languages."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

import govtargets as gt
from govtargets import strategies

INDICATORS = st.sampled_from(gt.indicators())
PERIODS = st.sampled_from(
    [gt.Period.year(2023), gt.Period.parse("“十四五”"), gt.Period.year_to_date(2023, 9)]
)
KINDS = ("ratio", "rank", "persons", "money:CNY")
TARGETS = st.one_of(
    *(strategies.targets(indicator=INDICATORS, period=PERIODS, kind=kind) for kind in KINDS)
)
RESULTS = st.one_of(
    *(strategies.achievements(indicator=INDICATORS, period=PERIODS, kind=kind) for kind in KINDS)
)
POLICIES = st.sampled_from(gt.policies())
DAYS = st.none() | st.dates(dt.date(2021, 1, 1), dt.date(2027, 1, 1))


def alike(target: gt.Target, result: gt.Achievement) -> gt.Achievement:
    """The result made to speak of the target, so that most of the ways to judge are taken."""
    same = {
        name: getattr(target, name)
        for name in ("indicator", "period", "region", "transformation", "scope", "base")
    }
    return gt.Achievement(value=result.value, claim=result.claim, source=result.source, **same)


@given(target=TARGETS, result=RESULTS, other=RESULTS, policy=POLICIES, day=DAYS, near=st.booleans())
def test_an_assessment_is_told(
    target: gt.Target,
    result: gt.Achievement,
    other: gt.Achievement,
    policy: gt.Policy,
    day: dt.date | None,
    near: bool,  # noqa: FBT001  drawn
) -> None:
    reached = alike(target, result) if near else result
    found = gt.assess(target, reached, policy=policy, as_of=day, reference=other)
    assert all((found.explanation(), found.explanation("en"), repr(found)))
    assert gt.outlook(target, other, policy=policy).explanation("en")
    assert gt.compare_goals(target, target).explanation() is not None
    gt.check_claim(found)


@given(
    targets=st.lists(TARGETS, max_size=2),
    results=st.lists(RESULTS, max_size=2),
    policy=POLICIES,
    day=st.dates(dt.date(2021, 1, 1), dt.date(2027, 1, 1)),
)
def test_a_data_set_is_told(
    targets: list[gt.Target], results: list[gt.Achievement], policy: gt.Policy, day: dt.date
) -> None:
    near = [alike(target, result) for target in targets for result in results]
    data = gt.Dataset(targets, [*results, *near])
    card = data.assess(policy=policy, as_of=day)
    for language in ("zh", "en"):
        assert card.text(language)
        assert card.html(language)
    assert all(problem.message for problem in data.check())
    for target in targets:
        for pace in gt.Pace:
            found = gt.progress(target, near, day, pace=pace, policy=policy)
            assert found.explanation()
            assert found.explanation("en")
        gt.consistent(target, near, policy=policy)
