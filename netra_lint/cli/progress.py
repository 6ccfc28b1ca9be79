"""A progress bar for checks that take longer than a moment."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from types import TracebackType

    from click._termui_impl import ProgressBar

AFTER = 1.0
"""Seconds before the bar appears."""
EVERY = 0.1
"""Seconds between two drawings of it."""


class Progress:
    """Draws a bar on standard error, once it takes longer than a second.

    Attributes:
        enabled: whether to draw at all.
    """

    def __init__(self, enabled: bool) -> None:
        self.enabled = enabled
        self._due = monotonic() + AFTER
        self._bar: ProgressBar[int] | None = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.render_finish()

    def __call__(self, done: int, total: int) -> None:
        """Note how far the check is.

        Args:
            done: how many functions have been looked at.
            total: of how many; grows when more turn out to bear on the answer.
        """
        if not self.enabled or monotonic() < self._due:
            return
        self._due = monotonic() + EVERY
        if self._bar is None:
            self._bar = click.progressbar(length=total, label="Checking", file=sys.stderr)
        self._bar.length = total
        self._bar.pos = done
        self._bar.render_progress()
