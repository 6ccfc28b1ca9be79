"""The cases on disk: small programs, each with a ``main`` that takes real ids."""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = Path(__file__).parent.parent / "cases"
FIXTURES = CASES.parent.parent / "fixtures"
GAPS = Path(__file__).parent / "gaps.txt"


@dataclass(frozen=True)
class Construct:
    """A kind of flow, clearing or silence: a folder of cases."""

    name: str
    group: str
    title: str
    says: str


@dataclass(frozen=True)
class Case:
    """One program: a file, or a folder whose ``main.py`` is the entry."""

    construct: str
    name: str
    root: Path
    entry: Path

    @property
    def key(self) -> str:
        return f"{self.construct}/{self.name}"

    @cached_property
    def files(self) -> list[Path]:
        if self.entry.name in ("main.py", "scenario.py"):
            return sorted(self.root.rglob("*.py"))
        return [self.entry]

    @cached_property
    def says(self) -> str:
        """The first line of the entry's docstring."""
        text = ast.get_docstring(ast.parse(self.entry.read_text("utf-8"))) or self.name
        return text.splitlines()[0].rstrip(".")


def constructs() -> list[Construct]:
    """Return the constructs, in the order of the table in ``constructs.toml``."""
    table = tomllib.loads((CASES / "constructs.toml").read_text("utf-8"))
    return [Construct(name, **entry) for name, entry in table.items()]


def cases(only: str = "") -> list[Case]:
    """Return all cases whose key starts with a text."""
    found = []
    for construct in constructs():
        for path in sorted((CASES / construct.name).iterdir()):
            if path.suffix == ".py":
                found.append(Case(construct.name, path.stem, path.parent, path))
            elif (path / "main.py").exists():
                found.append(Case(construct.name, path.name, path, path / "main.py"))
    return [case for case in found if case.key.startswith(only)]


def fixtures() -> list[Case]:
    """Return the realistic projects, each with its scenario as the entry."""
    folders = sorted(path.parent for path in FIXTURES.glob("*/scenario.py"))
    return [Case("fixtures", path.name, path, path / "scenario.py") for path in folders]


def gaps() -> dict[str, str]:
    """Return the known gaps: key to reason."""
    found = {}
    for line in GAPS.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            key, _, reason = line.partition(":")
            found[key.strip()] = reason.strip()
    return found
