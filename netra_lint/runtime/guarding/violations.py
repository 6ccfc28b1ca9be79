"""What the guard notes, under the codes of the linter's rules."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

RUN_ID, WRONG_KIND, DROPPED = "NTR101", "NTR102", "NTR201"
_RUNTIME = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep
_LIBRARY = ("asyncio", "contextlib", "copy", "dataclasses", "functools", "unittest")


@dataclass(frozen=True)
class Violation:
    """One wrong route.

    Attributes:
        code: the linter's rule: ``NTR101``, ``NTR102`` or ``NTR201``.
        message: one sentence.
        path: the file of the call.
        line: its line.
        function: the function that holds the call.
    """

    code: str
    message: str
    path: str
    line: int
    function: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.message} (in {self.function})"


class RoutingError(AssertionError):
    """Messages were routed wrongly while a guard was active.

    Attributes:
        violations: all that the guard noted.
    """

    def __init__(self, violations: Sequence[Violation]):
        self.violations = tuple(violations)
        count = len(self.violations)
        head = f"{count} wrong route{'s' if count > 1 else ''}:"
        super().__init__("\n".join([head, *(f"  {one}" for one in self.violations)]))


def violation_at(frame: FrameType, code: str, message: str) -> Violation:
    """Return a violation at the innermost call outside this package and the standard library.

    Args:
        frame: where to begin.
        code: the rule's code.
        message: one sentence.
    """
    place: FrameType | None = frame
    while place is not None and _is_ours(place):
        place = place.f_back
    place = place or frame
    path, function = place.f_code.co_filename, place.f_code.co_name
    return Violation(code, message, path, place.f_lineno, function)


def _is_ours(frame: FrameType) -> bool:
    path = frame.f_code.co_filename
    if path.startswith((_RUNTIME, "<")):
        return True
    return str(frame.f_globals.get("__name__")).split(".")[0] in _LIBRARY
