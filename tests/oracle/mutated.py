"""Cases with a mistake more: somewhere a run id stands in place of the other id.

Nobody has thought of what these programs do; execution tells, as of the others.
"""

from __future__ import annotations

import ast
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tests.oracle.compare import judge

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.oracle.cases import Case
    from tests.oracle.compare import Verdict

IDS = frozenset({"user_id", "thread_id"})
Scope = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


class Place(NamedTuple):
    """A name: its row from 1, its columns in bytes from 0."""

    row: int
    column: int
    end: int


@dataclass(frozen=True)
class Mutant:
    """A case with a run id in one place.

    Attributes:
        case: the case as it is.
        path: the file with the mistake.
        place: where it is.
    """

    case: Case
    path: Path
    place: Place

    @property
    def text(self) -> str:
        """The file with the mistake."""
        lines = self.path.read_bytes().splitlines(keepends=True)
        line = lines[self.place.row - 1]
        lines[self.place.row - 1] = line[: self.place.column] + b"run_id" + line[self.place.end :]
        return b"".join(lines).decode()

    def judged(self) -> Verdict:
        """Execute and analyse it."""
        return judge(self.case, {self.path: self.text})

    def __str__(self) -> str:
        return f"{self.case.key} {self.path.name}:{self.place.row}:{self.place.column + 1}"


def mutants(case: Case, most: int, chance: random.Random) -> list[Mutant]:
    """Return some mutants of a case, where a function has a run id beside another id."""
    found = [
        Mutant(case, path, place)
        for path in case.files
        for place in _places(ast.parse(path.read_bytes()), frozenset())
    ]
    return chance.sample(found, min(most, len(found)))


def _places(node: ast.AST, given: frozenset[str]) -> Iterator[Place]:
    if isinstance(node, Scope):
        args = node.args
        given |= {each.arg for each in (*args.posonlyargs, *args.args, *args.kwonlyargs)}
    is_read = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    if is_read and node.id in IDS & given and "run_id" in given:
        yield Place(node.lineno, node.col_offset, node.end_col_offset or 0)
    for child in ast.iter_child_nodes(node):
        yield from _places(child, given)
