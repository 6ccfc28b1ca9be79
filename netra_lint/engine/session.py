"""Answers about one file after another, for front doors that are asked file by file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netra_lint.engine.findings import Findings
from netra_lint.engine.workspace import Workspace, paths_of
from netra_lint.project.screen import may_matter

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
    _findings: dict[str, Findings] = field(default_factory=dict)

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
        if view.root not in self._findings:
            self._findings[view.root] = Findings(view, self.request.noqa, share=True)
        found = self._findings[view.root].of([path], {path: content})
        return sorted(found, key=lambda diagnostic: diagnostic.sort_key)
