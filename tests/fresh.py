"""A new process, which knows nothing of this one."""

import os
import subprocess
import sys


def fresh(program: str) -> str:
    """What it prints."""
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout.strip()
