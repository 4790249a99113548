"""JSON in a cell, which may be anything."""

import json
from typing import Any

__all__ = ["loaded"]


def loaded(text: str | bytes) -> Any:  # noqa: ANN401  whatever JSON holds
    """What the text says.

    Raises:
        ValueError: It is no JSON, or nested deeper than anything that is meant.
    """
    try:
        return json.loads(text)
    except RecursionError:
        message = "it is nested too deep"
        raise ValueError(message) from None
