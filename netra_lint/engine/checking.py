"""One check of the paths that a user named."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netra_lint.config import UserError
from netra_lint.engine.findings import Findings
from netra_lint.engine.selection import check_patterns, check_prefixes
from netra_lint.engine.text import Texts
from netra_lint.engine.workspace import View, Workspace, paths_of
from netra_lint.rules import names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from netra_lint.diagnostics import Diagnostic
    from netra_lint.engine.request import Request
    from netra_lint.project.lasting import Lasting

    Progress = Callable[[int, int], None]
    Targets = Sequence[tuple[View, list[str]]]


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Attributes:
        diagnostics: in the order of files and places.
        files: how many files were asked for.
        texts: the text of the files, to show findings in it.
        trouble: why the cache could not be used, or an empty string.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    texts: Texts = field(default_factory=Texts, compare=False)
    trouble: str = field(default="", compare=False)


def check(request: Request, progress: Progress | None = None) -> Report:
    """Check the paths of a request.

    Args:
        request: what to check, and how.
        progress: called now and then with the number of functions done and of all.

    Returns:
        The diagnostics, sorted.

    Raises:
        UserError: for a path that is not there, an unknown rule, or settings
            that cannot be used.
    """
    return examine(request, targets_of(request), overlay_of(request), progress)


def overlay_of(request: Request) -> dict[str, bytes]:
    """Return the contents that are given in place of files' own."""
    return {request.stdin.path: request.stdin.content} if request.stdin else {}


def examine(
    request: Request,
    wanted: Targets,
    overlay: dict[str, bytes],
    progress: Progress | None = None,
    lasting: Mapping[str, Lasting] | None = None,
) -> Report:
    """Check files whose projects are known.

    Args:
        request: how to check.
        wanted: the files, by their projects.
        overlay: contents that stand for those of files.
        progress: called now and then with the number of functions done and of all.
        lasting: the texts of the projects, by their roots, where they are checked again.

    Returns:
        The diagnostics, sorted.
    """
    found: list[Diagnostic] = []
    for view, targets in wanted:
        texts = lasting.get(view.root) if lasting is not None else None
        findings = Findings(view, request.noqa, lasting=texts)
        found += findings.of(targets, overlay, progress)
    found.sort(key=lambda diagnostic: diagnostic.sort_key)
    number = sum(len(targets) for _, targets in wanted)
    troubles = [view.ledger.trouble for view, _ in wanted if view.ledger is not None]
    return Report(tuple(found), number, Texts(overlay), next(filter(None, troubles), ""))


def check_options(request: Request) -> None:
    """Make sure that a request names rules that there are, and patterns that are some.

    Raises:
        UserError: for the first that is none.
    """
    options = {
        "--select": request.select or (),
        "--extend-select": request.extend_select,
        "--ignore": request.ignore,
    }
    for option, prefixes in options.items():
        check_prefixes(option, prefixes, names())
    check_patterns("--exclude", request.exclude)


def targets_of(request: Request) -> Targets:
    """Give each file that was asked for to its project.

    Raises:
        UserError: for a path that is not there, an unknown rule, or settings
            that cannot be used.
    """
    check_options(request)
    given = paths_of(request)
    stdin = [request.stdin.path] if request.stdin else []
    workspace = Workspace(request, [*given, *stdin])
    files = [path for name in given for path in _files(name, workspace)]
    groups: dict[str, tuple[View, set[str]]] = {}
    for path in (*files, *stdin):
        view = workspace.view(path)
        if not (request.force_exclude and view.excludes(path)):
            groups.setdefault(view.root, (view, set()))[1].add(path)
    return [(view, sorted(paths)) for view, paths in groups.values()]


def _files(name: str, workspace: Workspace) -> Iterable[str]:
    if os.path.isdir(name):
        return workspace.view(name).below(name)
    if not os.path.exists(name):
        raise UserError(f"{name}: no such file or folder")
    return [name]
