"""Suggestions that are shown and never applied; and what happens to wrong repairs."""

from __future__ import annotations

import pytest

from netra_lint import rules
from netra_lint.diagnostics import Applicability, Fix
from netra_lint.engine.repair import FAILED
from netra_lint.fixes.edits import edit
from netra_lint.fixes.proposal import NoFixError, Proposal, proposed
from netra_lint.fixes.source import SourceFile
from tests.fixes.support import repaired
from tests.support import BAD

GUESS = (
    "async def report(manager, run_id, owner_user_id, message):\n"
    "    await manager.send_to_user(run_id, message)\n"
)


def test_a_guess_is_shown_and_never_applied(tmp_path):
    done = repaired(tmp_path, GUESS, unsafe=True)
    (found,) = done.repair.report.diagnostics
    assert done.text == GUESS
    assert found.fix is not None
    assert found.fix.applicability is Applicability.DISPLAY
    assert "owner_user_id" in found.fix.edits[0].content


@pytest.mark.parametrize(
    "content",
    [
        "await manager.send_to_user(run_id, 1)",  # the finding stays
        "await manager.send_to_user(run_id, {}); await manager.send_to_thread(run_id, {})",
        "await manager.send_to_user(",  # no Python
        "pass\n\n\nclass More:\n    pass",  # more than asked for, at another place
    ],
)
def test_a_wrong_repair_is_taken_back(tmp_path, monkeypatch, content):
    """Whatever a rule proposes, what is left of the file is what should be."""

    def wrong(self, fact, project):
        source = project.file(fact.path)
        start = source.text.index("await")
        end = source.text.index("\n", start)
        return proposed("Break it", [edit(source, (start, end), content)])

    monkeypatch.setattr(type(rules.load("NTR101")), "repair", wrong)
    done = repaired(tmp_path, BAD + "x = 1\n")
    if content.startswith("pass"):
        assert done.text.endswith("x = 1\n")
        return
    assert done.text == BAD + "x = 1\n"
    assert done.reasons == [FAILED]


def test_a_good_repair_beside_a_wrong_one_is_kept(tmp_path, monkeypatch):
    rule = type(rules.load("NTR101"))
    good = rule.repair

    def half(self, fact, project):
        if fact.call.row < 5:
            return good(self, fact, project)
        source = project.file(fact.path)
        where = source.range(source.tree.body[-1])
        return Proposal(Fix(Applicability.SAFE, "Break it", (edit(source, where, "("),)))

    monkeypatch.setattr(rule, "repair", half)
    head = BAD.replace("run_id)", "run_id, thread_id)")
    done = repaired(tmp_path, f"{head}\n\n{BAD}")
    assert "send_to_thread(thread_id" in done.text
    assert done.text.endswith(BAD)
    assert done.reasons == [FAILED]


def test_edits_in_each_others_way_are_no_fix():
    source = SourceFile("/a.py", b"abcdef\n")
    with pytest.raises(NoFixError):
        proposed("Do it", [edit(source, (0, 4), "x"), edit(source, (2, 6), "y")])
