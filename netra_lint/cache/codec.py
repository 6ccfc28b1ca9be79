"""Diagnostics as plain data, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from netra_lint.cache.packing import DamagedError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra_lint.diagnostics import Diagnostic, Fix, Location

SAFE = "safe"


class Brief(NamedTuple):
    """What one line says of a finding.

    Attributes:
        row, column: its start, both from 1.
        code: the rule's code.
        message: what is wrong.
        is_safe: whether there is a safe repair.
        is_silenced: whether a comment is about it.
    """

    row: int
    column: int
    code: str
    message: str
    is_safe: bool
    is_silenced: bool


def briefly(data: Any) -> list[Brief]:
    """Return the short form of diagnostics that were encoded, sorted by their places.

    It loads nothing that describes the whole of them.

    Args:
        data: what `encode` returned.

    Raises:
        DamagedError: for anything else.
    """
    try:
        return sorted(_briefly(*each) for each in data)
    except (TypeError, ValueError, IndexError) as error:
        raise DamagedError(str(error)) from error


def _briefly(
    code: str, _name: str, message: str, _file: str, places: list[int], *rest: Any
) -> Brief:
    row, column, _, _ = places
    is_silenced, fix, _unfixable = rest[-3:]
    return Brief(row, column, code, message, fix is not None and fix[0] == SAFE, is_silenced)


def encode(found: Iterable[Diagnostic]) -> list[Any]:
    """Return diagnostics as lists of texts and numbers."""
    return [_encode(each) for each in found]


def _encode(each: Diagnostic) -> list[Any]:
    return [
        each.code,
        each.name,
        each.message,
        each.filename,
        [*_place(each.location), *_place(each.end_location)],
        each.severity.value,
        [[step.filename, step.row, step.column, step.note] for step in each.flow],
        each.url,
        each.is_silenced,
        None if each.fix is None else _encode_fix(each.fix),
        each.unfixable,
    ]


def _encode_fix(fix: Fix) -> list[Any]:
    edits = [
        [edit.filename, *_place(edit.location), *_place(edit.end_location), edit.content]
        for edit in fix.edits
    ]
    return [fix.applicability.value, fix.message, edits, fix.heading]


def _place(where: Location) -> tuple[int, int]:
    return where.row, where.column


def decode(data: Any) -> list[Diagnostic]:
    """Return the diagnostics that were encoded.

    Args:
        data: what `encode` returned.

    Raises:
        DamagedError: for anything else.
    """
    try:
        return [_decode(*each) for each in data]
    except (TypeError, ValueError) as error:
        raise DamagedError(str(error)) from error


def _decode(
    code: str,
    name: str,
    message: str,
    filename: str,
    places: list[int],
    severity: str,
    flow: list[list[Any]],
    url: str,
    is_silenced: bool,
    fix: list[Any] | None,
    unfixable: str,
) -> Diagnostic:
    from netra_lint.diagnostics import Diagnostic, Location, Severity, Step

    row, column, end_row, end_column = places
    return Diagnostic(
        code=code,
        name=name,
        message=message,
        filename=filename,
        location=Location(row, column),
        end_location=Location(end_row, end_column),
        severity=Severity(severity),
        flow=tuple(Step(*step) for step in flow),
        url=url,
        is_silenced=is_silenced,
        fix=None if fix is None else _decode_fix(*fix),
        unfixable=unfixable,
    )


def _decode_fix(
    applicability: str, message: str, edits: list[list[Any]], heading: list[str]
) -> Fix:
    from netra_lint.diagnostics import Applicability, Edit, Fix, Location

    found = tuple(
        Edit(path, Location(row, column), Location(end_row, end_column), content)
        for path, row, column, end_row, end_column, content in edits
    )
    return Fix(Applicability(applicability), message, found, tuple(heading))
