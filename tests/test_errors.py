import copy
import pickle
import sys
from collections.abc import Callable
from importlib.util import find_spec, module_from_spec
from typing import cast

import pytest
from hypothesis import given

import govtargets as gt
from govtargets import strategies


def pickled(error: Exception) -> Exception:
    return cast("Exception", pickle.loads(pickle.dumps(error)))  # noqa: S301  our own bytes


ERRORS = [
    gt.GovTargetsError("something"),
    gt.InvalidValueError("something"),
    gt.UnitMismatchError("something"),
    gt.InexactConversionError("something"),
    gt.UnknownUnitError("万顿", ("万吨", "顿")),
    gt.UnknownUnitError("万顿"),
    gt.UnknownUnitError("万顿", hint="write 万吨"),
    gt.ReadError("增长7", 2, 3, "a unit"),
    gt.MissingExtraError("openpyxl", "xlsx"),
    gt.ProblemsError([gt.Problem(code="empty", message="nothing here")]),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickled])
def test_an_error_survives_copying_and_pickling(
    error: Exception, copied: Callable[[Exception], Exception]
) -> None:
    again = copied(error)
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_error_of_a_value_is_a_value_error(error: Exception) -> None:
    assert isinstance(error, ImportError if isinstance(error, gt.MissingExtraError) else ValueError)
    assert isinstance(error, gt.GovTargetsError | gt.MissingExtraError)


def test_an_unknown_unit_suggests_the_nearest_or_the_catalogue() -> None:
    assert str(ERRORS[4]) == "unknown unit '万顿': did you mean 万吨 or 顿?"
    assert "govtargets.units()" in str(ERRORS[5])
    assert str(ERRORS[6]) == "unknown unit '万顿': write 万吨"


def test_a_read_error_names_the_part_and_where_it_stands() -> None:
    assert str(gt.ReadError("增长7", 2, 3, "a unit")) == (
        "cannot read '7' in '增长7' (2-3): expected a unit"
    )


@pytest.mark.parametrize("span", [(0, 2), (2, 2)], ids=["all of it", "behind its end"])
def test_a_read_error_names_the_text_once(span: tuple[int, int]) -> None:
    assert str(gt.ReadError("增长", *span, "a number")) == "cannot read '增长': expected a number"


def test_problems_raised_together_are_listed() -> None:
    one, two = gt.Problem(code="a", message="x"), gt.Problem(code="b", message="y", row=2)
    error = gt.ProblemsError([one, two])
    assert error.problems == (one, two)
    assert str(error).splitlines() == ["2 problems", "x [a]", "2: y [b]"]


def test_a_problem_is_one_line_from_place_to_way_out() -> None:
    bare = gt.Problem(code="empty", message="nothing here")
    assert str(bare) == "nothing here [empty]"
    placed = bare.at(path="targets.csv", row=3, column="goal")
    assert str(placed) == "targets.csv:3: goal: nothing here [empty]"


@given(strategies.problems())
def test_a_place_that_is_known_stays(problem: gt.Problem) -> None:
    placed = problem.at(path="x.csv", row=7, column="goal")
    for field, given_ in (("path", "x.csv"), ("row", 7), ("column", "goal")):
        known = getattr(problem, field)
        assert getattr(placed, field) == (given_ if known is None else known)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = find_spec("govtargets.strategies")
    assert spec is not None
    assert spec.loader is not None
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(gt.MissingExtraError) as caught:
        spec.loader.exec_module(module_from_spec(spec))
    assert (caught.value.library, caught.value.extra) == ("hypothesis", "hypothesis")
    assert str(caught.value) == (
        "hypothesis is not installed: pip install 'govtargets[hypothesis]'"
    )
