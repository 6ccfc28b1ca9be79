"""The rules about ids that get lost or swapped on the way, case by case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from netra_lint.engine import Request, check
from netra_lint.engine.repair import fix
from tests.support import write

TEXT = (Path(__file__).parent / "contexts.md").read_text(encoding="utf-8")
PRELUDE = re.search(r"```python\n(.*?)```", TEXT, re.DOTALL)[1]


def cases():
    for section in re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]:
        title, _, rest = section.partition("\n")
        blocks = re.findall(r"```python\n(.*?)```", rest, re.DOTALL)
        head = rest.partition("```")[0]
        codes = re.findall(r"NTR2\d\d", head)
        yield pytest.param(blocks, codes, "unsafe" in head, id=title)


@pytest.mark.parametrize(("blocks", "codes", "unsafe"), list(cases()))
def test_case(blocks, codes, unsafe, tmp_path):
    write(tmp_path, {"shared.py": PRELUDE, "example.py": blocks[0]})
    request = Request(cwd=str(tmp_path), select=("NTR2",))
    found = [each for each in check(request).diagnostics if each.filename.endswith("example.py")]
    assert [each.code for each in found] == codes
    done = fix(request, unsafe)
    after = done.after.get(str(tmp_path / "example.py"), blocks[0].encode()).decode()
    assert after == blocks[-1]
    if unsafe:
        assert fix(request).after != done.after
    if len(blocks) > 1:
        assert not done.report.diagnostics


def test_there_are_cases_of_both_sorts():
    silent = [case for case in cases() if not case.values[1]]
    assert len(silent) >= 15
    assert len(list(cases())) - len(silent) >= 15


def test_tests_are_left_out_unless_they_ask(tmp_path):
    example = next(case for case in cases() if case.values[1]).values[0][0]
    files = {"shared.py": PRELUDE, "tests/test_it.py": example, "pyproject.toml": ""}
    write(tmp_path, {**files, "tests/shared.py": PRELUDE})
    request = Request(cwd=str(tmp_path), select=("NTR2",))
    assert check(request).diagnostics == ()
    own = '[tool.netra-lint.per-file-ignores]\n"tests/" = []\n"test_*.py" = []\n'
    write(tmp_path, {"pyproject.toml": f"[tool.netra-lint]\n{own}"})
    assert [each.code for each in check(request).diagnostics] == ["NTR201"]


FILTERED = """from shared import find, notify


def rows(store, user_id=None):
    return store.select(user_id)


def note(logger, text, user_id=None):
    logger.info("%s of %s", text, user_id)
    if user_id == "nobody":
        return None
    return text


async def start(manager, logger, store, thread_id, user_id):
    await notify(manager, {"found": find("a")}, thread_id, user_id)
    note(logger, "done")
    return rows(store)
"""


@pytest.mark.parametrize(("value", "rows"), [("routing", []), ("all", [18])])
def test_ids_that_only_filter_are_named_on_demand(value, rows, tmp_path):
    settings = f'[tool.netra-lint]\ndropped-context = "{value}"\n'
    write(tmp_path, {"shared.py": PRELUDE, "example.py": FILTERED, "pyproject.toml": settings})
    found = check(Request(cwd=str(tmp_path), select=("NTR201",))).diagnostics
    assert [each.location.row for each in found] == rows
