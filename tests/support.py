"""What tests of the front doors share: small projects on disk, and real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BAD = "async def report(manager, run_id):\n    await manager.send_to_user(run_id, {})\n"
GOOD = "async def report(manager, user_id):\n    await manager.send_to_user(user_id, {})\n"


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files and their folders."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(dedent(content), encoding="utf-8")
    return folder


def run(
    arguments: list[str], cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command of this Python's environment in a folder."""
    return subprocess.run(
        arguments,
        cwd=cwd,
        input=stdin.decode(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, **(env or {})},
    )


def module(name: str, *arguments: str) -> list[str]:
    """Return the command that runs a module."""
    return [sys.executable, "-m", name, *arguments]
