"""The cases that are written down in Markdown: a module before, and after."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.fixes.support import repaired

HERE = Path(__file__).parent
TEXT = "".join((HERE / name).read_text(encoding="utf-8") for name in ("cases.md", "seldom.md"))


@dataclass(frozen=True)
class Case:
    title: str
    level: str
    before: str
    after: str
    left: list[str]


def cases() -> list[Case]:
    found = []
    for section in re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]:
        title, _, rest = section.partition("\n")
        blocks = re.findall(r"```python\n(.*?)```", rest, re.DOTALL)
        level = next((word for word in ("unsafe", "safe") if f"\n{word}\n" in f"\n{rest}"), "")
        left = re.findall(r"^left: (.*)$", rest, re.MULTILINE)
        found.append(Case(title, level, blocks[0], blocks[-1], left))
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_case(case, tmp_path):
    done = repaired(tmp_path, case.before)
    assert done.text == case.after
    assert done.reasons == case.left
    if case.level:
        assert done.safe == (case.level == "safe")
    ast.parse(done.text)
    again = repaired(tmp_path, done.text)
    assert again.text == done.text


@pytest.mark.parametrize("case", [c for c in cases() if c.level == "unsafe"], ids=lambda c: c.title)
def test_unsafe_fixes_need_to_be_asked_for(case, tmp_path):
    assert repaired(tmp_path, case.before, unsafe=False).text == case.before


def test_there_are_cases_of_all_sorts():
    levels = [case.level for case in cases()]
    assert {"safe", "unsafe", ""} == set(levels)
    assert len(levels) > 90
