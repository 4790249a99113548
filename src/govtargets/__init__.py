"""The shared data model for what governments promise and what they deliver (政府目标与完成情况).

Every public name is loaded when it is first used, so that importing the package costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from govtargets import arrow as arrow
    from govtargets import files as files
    from govtargets import strategies as strategies
    from govtargets import zh as zh
    from govtargets.achievement import Achievement as Achievement
    from govtargets.ahead import Outlook as Outlook
    from govtargets.ahead import outlook as outlook
    from govtargets.ambition import Ambition as Ambition
    from govtargets.ambition import Change as Change
    from govtargets.ambition import ambitions as ambitions
    from govtargets.ambition import compare_goals as compare_goals
    from govtargets.assessment import Assessment as Assessment
    from govtargets.bounds import Bounds as Bounds
    from govtargets.chain import Chain as Chain
    from govtargets.chain import chains as chains
    from govtargets.claims import Claim as Claim
    from govtargets.claims import check_claim as check_claim
    from govtargets.claims import read_claim as read_claim
    from govtargets.comparator import Comparator as Comparator
    from govtargets.dataset import Dataset as Dataset
    from govtargets.errors import GovTargetsError as GovTargetsError
    from govtargets.errors import InexactConversionError as InexactConversionError
    from govtargets.errors import InvalidValueError as InvalidValueError
    from govtargets.errors import MissingExtraError as MissingExtraError
    from govtargets.errors import Problem as Problem
    from govtargets.errors import ProblemsError as ProblemsError
    from govtargets.errors import ReadError as ReadError
    from govtargets.errors import Severity as Severity
    from govtargets.errors import UnitMismatchError as UnitMismatchError
    from govtargets.errors import UnknownUnitError as UnknownUnitError
    from govtargets.goals import Delegated as Delegated
    from govtargets.goals import Goal as Goal
    from govtargets.goals import NotStated as NotStated
    from govtargets.goals import Qualitative as Qualitative
    from govtargets.goals import Relation as Relation
    from govtargets.goals import Relative as Relative
    from govtargets.indicator import Indicator as Indicator
    from govtargets.indicator import indicators as indicators
    from govtargets.interval import Interval as Interval
    from govtargets.judge import assess as assess
    from govtargets.kind import Kind as Kind
    from govtargets.pace import Pace as Pace
    from govtargets.pace import Progress as Progress
    from govtargets.pace import Track as Track
    from govtargets.pace import progress as progress
    from govtargets.period import Period as Period
    from govtargets.period import PeriodKind as PeriodKind
    from govtargets.plan import Consistency as Consistency
    from govtargets.plan import consistent as consistent
    from govtargets.plan import decompose as decompose
    from govtargets.policy import Bare as Bare
    from govtargets.policy import Policy as Policy
    from govtargets.policy import Rounding as Rounding
    from govtargets.policy import policies as policies
    from govtargets.quantity import Quantity as Quantity
    from govtargets.rates import average_growth as average_growth
    from govtargets.records import Records as Records
    from govtargets.region import Region as Region
    from govtargets.scorecard import Scorecard as Scorecard
    from govtargets.scorecard import Unpaired as Unpaired
    from govtargets.source import Source as Source
    from govtargets.swing import Swing as Swing
    from govtargets.swing import sensitivity as sensitivity
    from govtargets.target import Target as Target
    from govtargets.tolerance import Tolerance as Tolerance
    from govtargets.tolerance import ToleranceKind as ToleranceKind
    from govtargets.unit import Catalogue as Catalogue
    from govtargets.unit import Unit as Unit
    from govtargets.unit import define as define
    from govtargets.unit import registry as registry
    from govtargets.unit import units as units
    from govtargets.verdict import Reason as Reason
    from govtargets.verdict import Undefined as Undefined
    from govtargets.verdict import Verdict as Verdict
    from govtargets.vocabulary import Attribute as Attribute
    from govtargets.vocabulary import Commitment as Commitment
    from govtargets.vocabulary import Direction as Direction
    from govtargets.vocabulary import Status as Status
    from govtargets.vocabulary import Transformation as Transformation

# Which module holds which public name.
_HOMES: Final = {
    "achievement": "Achievement",
    "ahead": "Outlook outlook",
    "ambition": "Ambition Change ambitions compare_goals",
    "assessment": "Assessment",
    "bounds": "Bounds",
    "chain": "Chain chains",
    "claims": "Claim check_claim read_claim",
    "comparator": "Comparator",
    "dataset": "Dataset",
    "errors": "GovTargetsError InexactConversionError InvalidValueError MissingExtraError "
    "Problem ProblemsError ReadError Severity UnitMismatchError UnknownUnitError",
    "goals": "Delegated Goal NotStated Qualitative Relation Relative",
    "indicator": "Indicator indicators",
    "interval": "Interval",
    "judge": "assess",
    "kind": "Kind",
    "pace": "Pace Progress Track progress",
    "period": "Period PeriodKind",
    "plan": "Consistency consistent decompose",
    "policy": "Bare Policy Rounding policies",
    "quantity": "Quantity",
    "rates": "average_growth",
    "records": "Records",
    "region": "Region",
    "scorecard": "Scorecard Unpaired",
    "source": "Source",
    "swing": "Swing sensitivity",
    "target": "Target",
    "tolerance": "Tolerance ToleranceKind",
    "unit": "Catalogue Unit define registry units",
    "verdict": "Reason Undefined Verdict",
    "vocabulary": "Attribute Commitment Direction Status Transformation",
}
_MODULES: Final = ("arrow", "files", "zh")
# Needs an extra, so that neither `from govtargets import *` nor `help` may stumble over it.
_EXTRAS: Final = ("strategies",)
_HOME: Final = {name: module for module, names in _HOMES.items() for name in names.split()}

__version__: Final = "0.1.0"
__all__ = sorted([*_HOME, *_MODULES])  # noqa: PLE0605  computed from the one list above


def __dir__() -> list[str]:
    return __all__


def __getattr__(name: str) -> Any:  # noqa: ANN401  whatever that name stands for
    if name in _MODULES:
        return import_module(f"{__name__}.{name}")
    if name in _EXTRAS:
        return _extra(name)
    home = _HOME.get(name)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def _extra(name: str) -> Any:  # noqa: ANN401  a module
    """A module that needs an extra; `help` and completion take only AttributeError for absence."""
    try:
        return import_module(f"{__name__}.{name}")
    except ImportError as error:
        raise AttributeError(str(error)) from error
