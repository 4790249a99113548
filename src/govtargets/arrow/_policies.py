"""Policies as JSON text, so that a table says how its words were read."""

import json
from fractions import Fraction
from typing import Any

from govtargets._unit import spelled
from govtargets.arrow._json import loaded
from govtargets.arrow._units import definitions, resolve
from govtargets.errors import InvalidValueError
from govtargets.policy import Bare, Policy, Rounding, policies
from govtargets.quantity import Quantity
from govtargets.tolerance import Tolerance, ToleranceKind

__all__ = ["policy_definition", "read_policy"]


def policy_definition(policy: Policy) -> str | None:
    """The policy as JSON; `None` where the package ships it under its name."""
    if policy in policies():
        return None
    fields = {
        "about": _tolerance(policy.about),
        "bare": policy.bare.value,
        "bounds_inclusive": policy.bounds_inclusive,
        "rounding": policy.rounding.value,
    }
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def _tolerance(about: Tolerance) -> dict[str, Any]:
    fields: dict[str, Any] = {"kind": about.kind.value, "satisfies": about.satisfies}
    if about.share is not None:
        fields["share"] = str(about.share)
    if about.amount is not None:
        fields["magnitude"] = format(about.amount.magnitude, "f")
        fields["unit"] = spelled(about.amount.unit)
        fields["unit_definitions"] = definitions([about.amount.unit])
    return fields


def read_policy(name: str | None, definition: str | None) -> Policy:
    """The inverse of `policy_definition`, with the policy's name.

    Raises:
        InvalidValueError: There is no policy of that name, or the text is no such JSON.
    """
    if name is None:
        message = "the policy is empty: every judgement names how the words were read"
        raise InvalidValueError(message)
    if definition is None:
        return Policy.named(name)
    try:
        fields = loaded(definition)
        return Policy(
            name=name,
            about=_read_tolerance(fields["about"]),
            bare=Bare(fields["bare"]),
            bounds_inclusive=bool(fields["bounds_inclusive"]),
            rounding=Rounding(fields["rounding"]),
        )
    except (ValueError, TypeError, KeyError) as error:
        message = f"the policy {definition!r} cannot be read: {type(error).__name__} {error}"
        raise InvalidValueError(message) from None


def _read_tolerance(fields: dict[str, Any]) -> Tolerance:
    amount = None
    if "unit" in fields:
        unit = resolve(fields["unit"], fields["unit_definitions"])
        amount = Quantity(fields["magnitude"], unit)
    share = Fraction(fields["share"]) if "share" in fields else None
    kind = ToleranceKind(fields["kind"])
    return Tolerance(kind, share, amount, satisfies=bool(fields["satisfies"]))
