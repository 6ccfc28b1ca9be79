"""What a check yields: diagnostics with their flow, as plain data.

Rows and columns count from 1, columns in characters (not bytes), as ruff's
JSON output has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(str, Enum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: row and column, both from 1."""

    row: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One step of a flow from a source to a sink, with a note for people."""

    filename: str
    row: int
    column: int
    note: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding of one rule at one place.

    Attributes:
        code: the rule's code, for example ``NTR101``.
        name: the rule's name, for example ``run-id-recipient``.
        message: one readable sentence.
        filename: the absolute path of the file that it is about.
        location: the start of the marked range.
        end_location: the end of the marked range (exclusive column).
        severity: error or warning.
        flow: the steps from the source to the sink, in order.
        url: the page that explains the rule.
        noqa_row: the first row of the statement's call, where a ``# noqa``
            comment may stand as well as on the range's own row.
    """

    code: str
    name: str
    message: str
    filename: str
    location: Location
    end_location: Location
    severity: Severity = Severity.ERROR
    flow: tuple[Step, ...] = ()
    url: str = ""
    noqa_row: int = 0

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of output: by file, place, code."""
        where = self.location
        return (self.filename, where.row, where.column, self.code, self.message)
