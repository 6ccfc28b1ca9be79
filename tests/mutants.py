"""Sends of a real project made wrong one and all: how many of them are found?

`python -m tests.mutants FOLDER` puts a literal run id in place of each recipient that a routing
method is given by the name of an id, in memory alone, and lists the sends that are not flagged
then: those on mocks, or on objects that have no such method, are rightly silent. Sends on `self`
are left as they are, since they are the manager's own business. `python -m tests.mutants FOLDER
NTR102` puts an id of the other kind of recipient there: a user's for a thread's, and the reverse.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.engine import Live, Request

if TYPE_CHECKING:
    from collections.abc import Iterator

RECIPIENTS = {"send_to_thread": "thread_id", "send_to_user": "user_id", "send_message": "user_id"}
OTHERS = {
    "NTR101": dict.fromkeys(RECIPIENTS, b'f"run_{id(0)}"'),
    "NTR102": {
        name: b'f"user_{id(0)}"' if word == "thread_id" else b'f"thread_{id(0)}"'
        for name, word in RECIPIENTS.items()
    },
}
"""What each rule finds in place of the recipient of each method."""


class Mutant(NamedTuple):
    """A recipient that can be replaced: its rows from 1, its columns in bytes from 0."""

    row: int
    column: int
    end: int
    call_row: int
    method: str


def mutants(content: bytes) -> Iterator[Mutant]:
    """Yield the recipients in a file that stand there by the name of an id.

    Args:
        content: the file's bytes; one that cannot be parsed has none.
    """
    try:
        tree = ast.parse(content)
    except (SyntaxError, ValueError):
        return
    for call in ast.walk(tree):
        recipient = _recipient(call) if isinstance(call, ast.Call) else None
        if isinstance(call, ast.Call) and recipient is not None and recipient.end_col_offset:
            place = recipient.lineno, recipient.col_offset, recipient.end_col_offset
            yield Mutant(*place, call.lineno, call.func.attr)  # type: ignore[attr-defined]


def _recipient(call: ast.Call) -> ast.expr | None:
    func = call.func
    if not isinstance(func, ast.Attribute) or func.attr not in RECIPIENTS:
        return None
    if isinstance(func.value, ast.Name) and func.value.id == "self":
        return None
    name = RECIPIENTS[func.attr]
    given = [*call.args[:1], *(word.value for word in call.keywords if word.arg == name)]
    found = given[0] if given else None
    word = getattr(found, "id", getattr(found, "attr", ""))
    return found if word == name and found and found.lineno == found.end_lineno else None


def mutated(content: bytes, places: list[Mutant], code: str = "NTR101") -> bytes:
    """Return a file with what a rule finds in some places."""
    lines = content.splitlines(keepends=True)
    for each in sorted(places, reverse=True):
        line = lines[each.row - 1]
        lines[each.row - 1] = line[: each.column] + OTHERS[code][each.method] + line[each.end :]
    return b"".join(lines)


def missed(folder: str, code: str = "NTR101") -> tuple[list[str], int]:
    """Make all sends of a project wrong, and say which are not found.

    Args:
        folder: the project's folder; nothing is written in it.
        code: the rule that is to find them.

    Returns:
        The places of those that are missed, and the number of all.
    """
    live = Live(Request(paths=(folder,), cwd=folder, select=(code,)))
    changed: dict[str, list[Mutant]] = {}
    for path in (each for each in live.files if each.startswith(f"{folder}/")):
        content = Path(path).read_bytes()
        places = list(mutants(content))
        if places:
            changed[path] = places
            live.update(path, mutated(content, places, code))
    found = {(each.filename, each.location.row) for each in live.all_findings()}
    left = [
        f"{path}:{each.call_row}"
        for path, places in changed.items()
        for each in places
        if not {(path, each.row), (path, each.call_row)} & found
    ]
    return left, sum(map(len, changed.values()))


def main() -> None:
    """Print what is missed in the folder that the command line names."""
    left, total = missed(str(Path(sys.argv[1]).resolve()), *sys.argv[2:3])
    for place in left:
        print(place)
    print(f"{total - len(left)} of {total} sends made wrong are found")


if __name__ == "__main__":
    main()
