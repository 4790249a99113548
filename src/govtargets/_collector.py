"""Making many objects at once without the cycle collector looking at them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collector_paused"]


@contextmanager
def collector_paused() -> Iterator[None]:
    """Without the cycle collector, which would look at millions of new objects again and again."""
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            if not gc.get_freeze_count():
                # There and back: what was made joins the oldest generation without being looked at.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
