"""Every send of the fixtures, made wrong, is found."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.mutants import missed, mutants, mutated
from tests.oracle import mutated as cases_with_mistakes
from tests.oracle.cases import cases

FIXTURES = Path(__file__).parent.parent / "fixtures"
PROGRAM = b"""
async def tell(manager, context, thread_id):
    await manager.send_to_thread(thread_id, {})
    await manager.send_to_user(user_id=context.user_id, message={})
    await manager.send_to_user(context.run_id, {})
    await manager.send_to_thread(
        context.thread_id, {}
    )
"""


def test_recipients_are_replaced_where_they_stand():
    """Only ids of the kind that the method takes are, by place or by name."""
    text = mutated(PROGRAM, list(mutants(PROGRAM))).decode()
    assert text.count('f"run_{id(0)}"') == 3
    assert 'user_id=f"run_{id(0)}", message' in text
    assert "send_to_user(context.run_id, {})" in text


def test_recipients_of_the_other_kind():
    """A thread's recipient becomes a user's, and the reverse."""
    text = mutated(PROGRAM, list(mutants(PROGRAM)), "NTR102").decode()
    assert text.count('send_to_thread(f"user_{id(0)}"') == 1
    assert 'user_id=f"thread_{id(0)}", message' in text


@pytest.mark.parametrize("code", ["NTR101", "NTR102"])
@pytest.mark.parametrize("name", sorted(each.name for each in FIXTURES.iterdir() if each.is_dir()))
def test_sends_made_wrong_are_found(name, code, tmp_path):
    """Wherever a send stands, a literal id of a wrong kind in it is flagged."""
    # A copy is a project of its own, where the folder itself may be a part of this one.
    folder = shutil.copytree(FIXTURES / name, tmp_path / name)
    left, _ = missed(str(folder), code)
    assert not left


def test_there_are_sends_to_make_wrong():
    """The projects that are right have some."""
    assert missed(str(FIXTURES / "clean_project"))[1] > 3


@pytest.mark.parametrize("case", cases("inheritance"), ids=lambda case: case.name)
def test_another_mistake_in_a_case_is_found(case):
    """A run id in place of another id in a case leads to sends that execution shows."""
    for mutant in cases_with_mistakes.mutants(case, 2, random.Random(1)):
        verdict = mutant.judged()
        assert not verdict.missed, mutant
