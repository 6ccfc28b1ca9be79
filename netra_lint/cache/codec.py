"""Diagnostics as plain data, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netra_lint.cache.packing import DamagedError
from netra_lint.diagnostics import (
    Applicability,
    Diagnostic,
    Edit,
    Fix,
    Location,
    Severity,
    Step,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


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
        each.noqa_row,
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
    noqa_row: int,
    fix: list[Any] | None,
    unfixable: str,
) -> Diagnostic:
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
        noqa_row=noqa_row,
        fix=None if fix is None else _decode_fix(*fix),
        unfixable=unfixable,
    )


def _decode_fix(
    applicability: str, message: str, edits: list[list[Any]], heading: list[str]
) -> Fix:
    found = tuple(
        Edit(path, Location(row, column), Location(end_row, end_column), content)
        for path, row, column, end_row, end_column, content in edits
    )
    return Fix(Applicability(applicability), message, found, tuple(heading))
