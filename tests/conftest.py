"""Hypothesis profiles, and the folders whose extras or programs are not installed."""

import os
from importlib.util import find_spec
from shutil import which

from hypothesis import HealthCheck, settings

# The same examples in every run, so that a failure is the change's and never chance's; `soak` is
# for chance: pytest --hypothesis-profile=soak, before a release. A busy machine is not a failure.
_SLOW = [HealthCheck.too_slow]
for _name, _examples in (("dev", 50), ("quick", 15), ("ci", 100), ("soak", 2000)):
    settings.register_profile(
        _name,
        max_examples=_examples,
        deadline=None,
        derandomize=_name != "soak",
        print_blob=True,
        suppress_health_check=_SLOW,
    )
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def _missing(*libraries: str) -> bool:
    return any(find_spec(library) is None for library in libraries)


# The samples are read by mypy, not run; the others have a job of their own in CI.
collect_ignore = ["typing"]
if _missing("duckdb", "pandas", "polars"):
    collect_ignore.append("engines")
if _missing("pandas", "pyspark"):
    collect_ignore.append("spark")
if not any(map(which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))):
    collect_ignore.append("browser")
