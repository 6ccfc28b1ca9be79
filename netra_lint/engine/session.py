"""Answers about one file after another, for front doors that are asked file by file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from netra_lint.engine.judge import judge
from netra_lint.engine.text import Texts
from netra_lint.engine.workspace import View, Workspace, paths_of
from netra_lint.fixes.project import Project
from netra_lint.flow.solve import Analysis, analyze
from netra_lint.project.screen import may_matter
from netra_lint.rules import lookers

if TYPE_CHECKING:
    from netra_lint.diagnostics import Diagnostic
    from netra_lint.engine.request import Request


@dataclass
class Session:
    """Keeps what is known of each project, for the life of a process.

    A project is analysed once, when the first of its files that can matter is
    asked for. Files are taken to stay as they are meanwhile.

    Attributes:
        request: how to check; its paths say what will be asked for, as far as
            that is known.
    """

    request: Request
    _workspace: Workspace = field(init=False)
    _analyses: dict[str, dict[str, Analysis]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the projects of what will be asked for."""
        self._workspace = Workspace(self.request, paths_of(self.request))

    def diagnostics(self, path: str, content: bytes) -> list[Diagnostic]:
        """Check one file.

        Args:
            path: its absolute path.
            content: its bytes, which need not be those on the disk.

        Returns:
            The diagnostics, sorted by their places.

        Raises:
            ConfigError: when the project's settings cannot be used.
        """
        view = self._workspace.view(path)
        if not may_matter(content, view.config.vocabulary):
            return []
        overlay = {} if _is_saved(path, content) else {path: content}
        analysis = self._analysis(view, path, overlay)
        project = Project(view.root, view.files, view.config.vocabulary, overlay)
        found = judge(analysis, view, Texts(overlay), project, self.request.noqa)
        return sorted(found, key=lambda diagnostic: diagnostic.sort_key)

    def _analysis(self, view: View, path: str, overlay: dict[str, bytes]) -> Analysis:
        words, codes = view.config.vocabulary, view.codes
        look = lookers(codes, view.looked_at, view.config.dropped_context)
        if overlay:
            return analyze(view.root, view.files, [path], words, codes, overlay, lookers=look)
        known = self._analyses.get(view.root)
        if known is None:
            whole = analyze(view.root, view.files, view.files, words, codes, lookers=look)
            known = self._analyses[view.root] = _by_file(whole, view.files)
        if path not in known:
            known[path] = analyze(view.root, view.files, [path], words, codes, lookers=look)
        return known[path]


def _by_file(analysis: Analysis, files: list[str]) -> dict[str, Analysis]:
    found = {path: Analysis([], []) for path in files}
    for hit in analysis.hits:
        found[hit.path].hits.append(hit)
    for problem in analysis.problems:
        found[problem.path].problems.append(problem)
    return found


def _is_saved(path: str, content: bytes) -> bool:
    try:
        return Path(path).read_bytes() == content
    except OSError:
        return False
