"""`python -m govtargets` is the command line `govtargets`."""

import sys

from govtargets.cli import main

__all__: list[str] = []


def __dir__() -> list[str]:
    return __all__


if __name__ == "__main__":
    sys.exit(main())
