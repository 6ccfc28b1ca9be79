"""What a check yields: diagnostics with their flow, as plain data.

Rows and columns count from 1, columns in characters (not bytes), as ruff's
JSON output has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Severity(str, Enum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"


class Location(NamedTuple):
    """A place in a file: row and column, both from 1."""

    row: int
    column: int


class Step(NamedTuple):
    """One step of a flow from a source to a sink, with a note for people."""

    filename: str
    row: int
    column: int
    note: str


class Applicability(str, Enum):
    """How far a fix can be trusted, as ruff has it."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display-only"


class Edit(NamedTuple):
    """One replacement of a range of a file's text.

    Attributes:
        filename: absolute path of the file.
        location: the start of what is replaced.
        end_location: the end of it, exclusive; the same as the start for an insertion.
        content: what stands there afterwards, with the file's own line endings.
    """

    filename: str
    location: Location
    end_location: Location
    content: str


class Fix(NamedTuple):
    """A repair: edits of one or several files, applied whole or not at all.

    Attributes:
        applicability: how far it can be trusted.
        message: what it does, in one sentence without a full stop.
        edits: in the order of files and places, none overlapping.
        heading: the chains of calls that it is about, to stand above a diff.
    """

    applicability: Applicability
    message: str
    edits: tuple[Edit, ...]
    heading: tuple[str, ...] = ()

    @property
    def files(self) -> frozenset[str]:
        """The absolute paths of the files that it changes."""
        return frozenset(edit.filename for edit in self.edits)


@dataclass(frozen=True)
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
        is_silenced: whether a ``# noqa`` comment is about it.
        fix: a repair, where there is one.
        unfixable: why there is none, or why a fix must not be applied unseen;
            empty when there is nothing to say.
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
    is_silenced: bool = False
    fix: Fix | None = None
    unfixable: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of output: by file, place, code."""
        where = self.location
        return (self.filename, where.row, where.column, self.code, self.message)
