"""A real browser without a window, spoken to over a pipe in its own protocol."""

import json
import os
import select
import shutil
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
    "--window-size=1000,700",
)
PATIENCE: Final = 60
LOADED: Final = "location.protocol === 'file:' && document.readyState === 'complete'"


def browser() -> str | None:
    """Where the browser is, if it is on the path."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Page:
    """One open page."""

    def __init__(self, write: int, read: int) -> None:
        self._write = write
        self._read = read
        self._rest = b""
        self._number = 0
        self._session: str | None = None

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """One command and its answer."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = json.loads(self._message())
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def _message(self) -> bytes:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._read], [], [], PATIENCE)
            data = os.read(self._read, 1 << 16) if ready else b""
            assert data, "the browser does not answer"
            self._rest += data
        message, _, self._rest = self._rest.partition(b"\0")
        return message

    def open(self, file: Path) -> None:
        """Load a file and wait until it is there."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self.call("Page.navigate", url=file.as_uri())
        until = time.monotonic() + PATIENCE
        while not self.value(LOADED):
            assert time.monotonic() < until, f"{file} does not load"
            time.sleep(0.01)

    def value(self, expression: str) -> Any:
        """What an expression is in the page."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def hover(self, selector: str) -> None:
        """Move the mouse onto the middle of an element."""
        box = self.value(
            f"(b => [b.x + b.width / 2, b.y + b.height / 2])"
            f"(document.querySelector({selector!r}).getClientRects()[0])"
        )
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=box[0], y=box[1])

    def screenshot(self) -> bytes:
        """The window as a PNG."""
        return b64decode(self.call("Page.captureScreenshot")["data"])


@contextmanager
def opened(file: Path, profile: Path) -> Iterator[Page]:
    """The file open in a fresh browser, which ends with the block."""
    program = browser()
    assert program is not None, "no browser on the path"
    to_browser, write = os.pipe()
    read, from_browser = os.pipe()

    def wire() -> None:
        # The browser reads its commands from descriptor 3 and answers on 4.
        for descriptor, number in ((os.dup(to_browser), 3), (os.dup(from_browser), 4)):
            os.dup2(descriptor, number)

    process = subprocess.Popen(
        [program, *FLAGS, f"--user-data-dir={profile}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        close_fds=False,
        preexec_fn=wire,  # noqa: PLW1509  no thread runs in these tests
    )
    os.close(to_browser)
    os.close(from_browser)
    try:
        page = Page(write, read)
        page.open(file)
        yield page
    finally:
        process.kill()
        process.wait()
        os.close(write)
        os.close(read)
