"""Small programs whose marked rows, and no others, send to a wrong id."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING

from tests.oracle.compare import compare
from tests.oracle.execute import programs_live_in
from tests.support import write

if TYPE_CHECKING:
    from pathlib import Path

MARK = "# wrong"


def assert_as_marked(
    folder: Path, program: str, body: str = "", also: tuple[str, ...] = (), **beside: str
) -> None:
    """Execute and analyse a program: both must show its marked rows, and nothing else.

    Args:
        folder: where to write it.
        program: its ``main.py``, with a ``main`` that takes a manager and ids.
        body: what stands in ``main``, where the program ends with its header.
        also: files that are in the folder already.
        beside: the modules beside it, by name.
    """
    whole = dedent(program) + indent(dedent(body), "    ")
    texts = {f"{name}.py": dedent(text) for name, text in {**beside, "main": whole}.items()}
    programs_live_in(folder.parent)
    write(folder, dict(texts))
    paths = [folder / name for name in (*also, *texts)]
    verdict = compare(folder.name, folder, folder / "main.py", paths)
    marked = [
        (name, row)
        for name, text in sorted(texts.items())
        for row, line in enumerate(text.splitlines(), 1)
        if line.endswith(MARK)
    ]
    found = sorted({(hit.path.rpartition("/")[2], hit.call.row) for hit in verdict.found})
    assert verdict.outcome.runs, verdict.outcome.errors
    assert found == marked, f"found {found}, marked {marked}"
    assert verdict.agrees, (verdict.missed, verdict.false)
