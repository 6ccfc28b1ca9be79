"""Turns what the analysis found into diagnostics, through the rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from netra_lint import rules
from netra_lint.diagnostics import Diagnostic
from netra_lint.engine.noqa import silenced
from netra_lint.fixes.effects import weighed
from netra_lint.rules.base import Snippet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.engine.text import Texts
    from netra_lint.engine.workspace import View
    from netra_lint.fixes.project import Project
    from netra_lint.flow.analysis import Analysis
    from netra_lint.flow.hits import Hit
    from netra_lint.project.sources import Problem

UNREADABLE = "NTR001"


def judge(analysis: Analysis, view: View, texts: Texts, project: Project) -> Iterator[Diagnostic]:
    """Let the rules speak.

    Args:
        analysis: the hits and problems of the files to report on.
        view: their project, whose settings say what is wanted.
        texts: the files' text.
        project: the same project as repairs see it.

    Yields:
        The diagnostics, in no particular order, those that comments silence as well.
    """
    facts: list[tuple[str, Hit | Problem]] = [(hit.code, hit) for hit in analysis.hits]
    facts += [(UNREADABLE, problem) for problem in analysis.problems]
    for code, fact in facts:
        if code in view.codes and not view.ignores(fact.path, code):
            proposal = weighed(rules.load(code).repair(fact, project), project)
            diagnostic = _diagnostic(code, fact, texts)
            yield replace(diagnostic, fix=proposal.fix, unfixable=proposal.reason)


def _diagnostic(code: str, fact: Hit | Problem, texts: Texts) -> Diagnostic:
    rule = rules.load(code)
    finding = rule.judge(fact, _snippet(fact, texts))
    # A comment may stand on the first row of the statement's call as well as on the range's own.
    rows, lines = {finding.location.row, finding.row}, texts.lines(fact.path)
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        message=finding.message,
        filename=fact.path,
        location=finding.location,
        end_location=finding.end_location,
        severity=rule.severity,
        flow=finding.flow,
        url=rule.url,
        is_silenced=any(silenced(lines, row, code) for row in rows),
    )


def _snippet(fact: Hit | Problem, texts: Texts) -> Snippet:
    call, argument = getattr(fact, "call", None), getattr(fact, "argument", None)
    if call is None or argument is None:
        return Snippet()
    return Snippet(texts.part(fact.path, call), texts.part(fact.path, argument))
