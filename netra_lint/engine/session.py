"""Answers about one file after another, for front doors that are asked file by file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from netra_lint.engine.findings import Findings
from netra_lint.engine.workspace import Workspace, paths_of
from netra_lint.project.disk import content_of
from netra_lint.project.root import is_within
from netra_lint.project.screen import may_matter
from netra_lint.vocabulary import Vocabulary

if TYPE_CHECKING:
    from netra_lint.diagnostics import Diagnostic
    from netra_lint.engine.request import Request
    from netra_lint.engine.workspace import View


class Session:
    """Keeps what is known of each project, for the life of a process.

    A project is analysed once, when the first of its files that can matter is
    asked for. Files are taken to stay as they are meanwhile.

    Attributes:
        request: how to check; its paths say what will be asked for, as far as
            that is known.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self._findings: dict[str, Findings] = {}
        self._marked: set[str] = set()
        self._paths = frozenset(paths_of(request))
        self._folders = [path for path in self._paths if os.path.isdir(path)]
        self._workspace = Workspace(request, paths_of(request))

    def _leaves_out(self, view: View, path: str) -> bool:
        """Whether a file is none that was asked for.

        Whoever walks a folder comes upon files that the project leaves out, by ignore
        files or as links, each of which would take an analysis of its own.
        """
        if view.has((path,)):
            return False
        folders = [each for each in self._folders if is_within(path, each)]
        if folders and path not in self._paths and not any(map(view.leaves_out, folders)):
            return True
        return self.request.force_exclude and view.excludes(path)

    def mark(self, path: str, key: bytes = b"") -> None:
        """Remember of a file's project what spares the next run a look at its settings.

        Args:
            path: the file's absolute path.
            key: under which to find what is known, or nothing (see `shortcut`).
        """
        view = self._workspace.view(path)
        if key and view.ledger is not None:
            view.ledger.add_key(key)
        self._mark_usual(view)

    def _mark_usual(self, view: View) -> None:
        """Remember that a project's settings are right, if they add no words."""
        if view.root in self._marked or not view.config.path:
            return
        self._marked.add(view.root)
        content = content_of(view.config.path)
        if content is not None and view.config.vocabulary == Vocabulary():
            from netra_lint.cache.marks import is_marked, mark

            folder = os.path.dirname(view.config.path)
            if not is_marked(folder, content):
                mark(folder, content)

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
        if self._leaves_out(view, path):
            return []
        if view.root not in self._findings:
            self._findings[view.root] = Findings(view, self.request.noqa, share=True)
        found = self._findings[view.root].of([path], {path: content})
        return sorted(found, key=lambda diagnostic: diagnostic.sort_key)
