"""A real browser (Debian's Chromium, driven by Playwright) before a real server."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = Path(os.environ.get("VIDOCQ_CHROMIUM", "/usr/bin/chromium"))
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def open_browser() -> Iterator[Browser]:
    """The browser; without one the test is skipped, and says so."""
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not there (apt-get install chromium, or $VIDOCQ_CHROMIUM)")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def serving(command: Path, ledger: Path) -> Iterator[str]:
    """``vidocq serve`` over a ledger; the address at which it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [command, "serve", "--ledger", ledger, "--port", str(port)], stderr=subprocess.PIPE
    )
    try:
        for _ in range(300):
            if server.poll() is not None:
                raise AssertionError(server.stderr.read().decode() if server.stderr else "")
            try:
                urlopen(f"{address}/assets/icon.svg").close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.communicate(timeout=20)


def copy_of(ledger: str, folder: Path) -> Path:
    """A ledger of a test's own."""
    return Path(shutil.copy(ledger, folder / "browser.sqlite"))
