"""`python -m govtargets` is the command line `govtargets`."""

import sys

from govtargets.cli import main

if __name__ == "__main__":
    sys.exit(main())
