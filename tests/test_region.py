import pytest
from hypothesis import given

import govtargets as gt
from govtargets import strategies


@pytest.mark.parametrize(
    "code", ["41080", "4108000", "４１０８００", "41080a", "091000", "000000", "", 410800]
)
def test_a_code_has_six_digits(code: object) -> None:
    with pytest.raises(gt.InvalidValueError, match=r"is not a GB/T 2260 code: expected the six"):
        gt.Region("焦作市", code)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["", "  ", None])
def test_a_region_needs_a_name(name: object) -> None:
    with pytest.raises(gt.InvalidValueError, match=r"Region.name is"):
        gt.Region(name)  # type: ignore[arg-type]


def test_the_parent_is_a_region() -> None:
    with pytest.raises(gt.InvalidValueError, match="expected Region or nothing"):
        gt.Region("焦作市", parent="河南省")  # type: ignore[arg-type]


def test_areas_lie_in_a_few_others_only() -> None:
    region = gt.Region("中国")
    for level in range(16):
        region = gt.Region(f"第{level}级", parent=region)
    assert repr(region).count("Region(") == 17
    with pytest.raises(gt.InvalidValueError, match="lies in 17 others: expected at most 16"):
        gt.Region("某村", parent=region)


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("410000", "province"),
        ("410800", "prefecture"),
        ("410803", "county"),
        ("710000", "province"),
        (None, None),
    ],
)
def test_the_level_is_read_off_the_code(code: str | None, level: str | None) -> None:
    assert gt.Region("某地", code).level == level


@pytest.mark.parametrize(
    ("one", "two", "differs"),
    [
        (("焦作", "410800"), ("焦作市", "410800"), False),
        (("焦作市", "410800"), ("焦作市", "410803"), True),
        (("焦作市", None), ("焦作市", "410800"), False),
        (("焦作市", "410800"), ("安阳市", None), True),
    ],
)
def test_codes_decide_where_both_have_one(
    one: tuple[str, str | None],
    two: tuple[str, str | None],
    differs: object,
) -> None:
    assert gt.Region(*one).differs_from(gt.Region(*two)) is differs


@given(strategies.regions())
def test_a_region_is_itself(region: gt.Region) -> None:
    assert region.is_written_as(region)
    assert not region.differs_from(region)
    assert str(region) == region.name
