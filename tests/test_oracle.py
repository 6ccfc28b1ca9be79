"""Every case must agree with execution, and every known gap must still be one."""

from __future__ import annotations

import pytest

from tests.oracle import tables
from tests.oracle.cases import Case, cases, fixtures, gaps
from tests.oracle.compare import Verdict, judge

CASES = cases()
_verdicts: dict[str, Verdict] = {}


def verdict_of(case: Case) -> Verdict:
    if case.key not in _verdicts:
        _verdicts[case.key] = judge(case)
    return _verdicts[case.key]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)
def test_case_agrees_with_execution(case: Case) -> None:
    verdict = verdict_of(case)
    differences = "\n".join(tables.differences([(case, verdict)]))
    if case.key in gaps():
        assert differences, f"{case.key} agrees now: take it out of gaps.txt"
    else:
        assert not differences, differences


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)
def test_case_runs(case: Case) -> None:
    outcome = verdict_of(case).outcome
    assert outcome.runs, outcome.errors


def test_gaps_name_cases() -> None:
    assert set(gaps()) <= {case.key for case in CASES + fixtures()}


def test_page_is_current() -> None:
    table = tables.rows([(case, verdict_of(case)) for case in CASES])
    written = tables.PAGE.read_text("utf-8")
    assert written == tables.page(table), "run `python -m tests.oracle --write`"
