"""What there is to say of files of one project: known already, or found now."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from netra_lint.engine.text import Texts
from netra_lint.project.disk import content_of
from netra_lint.project.screen import may_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from netra_lint.diagnostics import Diagnostic
    from netra_lint.engine.workspace import View
    from netra_lint.project.lasting import Lasting
    from netra_lint.project.sources import Sources
    from netra_lint.project.trace import Trace

    Progress = Callable[[int, int], None]

FEW = 50
"""Up to so many files are looked at before the whole project is."""


class Findings:
    """Answers about the files of one project.

    Attributes:
        view: the project.
        noqa: whether comments can silence a finding.
        share: whether to analyse the whole project at once, since more files
            will be asked about.
        lasting: the project's texts, where it is analysed again and again.
    """

    def __init__(
        self, view: View, noqa: bool, share: bool = False, lasting: Lasting | None = None
    ) -> None:
        self.view = view
        self.noqa = noqa
        self.share = share
        self.lasting = lasting
        self._known: dict[str, list[Diagnostic]] | None = None
        self._is_used = False

    def of(
        self,
        paths: Sequence[str],
        overlay: Mapping[str, bytes],
        progress: Progress | None = None,
    ) -> list[Diagnostic]:
        """Return the diagnostics of some files.

        Args:
            paths: absolute paths.
            overlay: contents that stand for those of files.
            progress: called now and then with the number of functions done and of all.

        Returns:
            The diagnostics, in no particular order.
        """
        found = self._all_of(paths, overlay, progress)
        return [each for each in found if not (self.noqa and each.is_silenced)]

    def _all_of(
        self, paths: Sequence[str], overlay: Mapping[str, bytes], progress: Progress | None
    ) -> list[Diagnostic]:
        overlay = {path: text for path, text in overlay.items() if not _is_saved(path, text)}
        if len(paths) <= FEW and not any(self._can_matter(path, overlay) for path in paths):
            return []
        if not self._is_whole(paths):
            return self._analysed(paths, overlay, progress)
        known = self._recalled(paths, overlay)
        if known is not None:
            return known
        if overlay:
            return self._analysed(paths, overlay, progress)
        return self._shared(paths, progress)

    def _is_whole(self, paths: Sequence[str]) -> bool:
        """Whether what is said of some files is a part of what is said of the project."""
        return (self.share or self.view.ledger is not None) and self.view.has(paths)

    def _recalled(
        self, paths: Sequence[str], overlay: Mapping[str, bytes]
    ) -> list[Diagnostic] | None:
        ledger = self.view.ledger
        if self._known is None and self.share and self._is_used and ledger and not overlay:
            # Whoever asks a second time asks about all.
            everything = ledger.recall(self.view.files, {})
            if everything is not None:
                self._know(everything)
        self._is_used = True
        if self._known is not None and not overlay:
            return [each for path in paths for each in self._known.get(path, ())]
        return None if ledger is None else ledger.recall(paths, overlay)

    def _shared(self, paths: Sequence[str], progress: Progress | None) -> list[Diagnostic]:
        """Analyse the whole project, unless another process does so at this moment."""
        ledger = self.view.ledger
        with nullcontext(False) if ledger is None else ledger.turn() as waited:
            if waited and ledger is not None:
                ledger.look_again()
                known = ledger.recall(paths, {})
                if known is not None:
                    return known
            self._know(self._whole(progress))
        return self._recalled(paths, {}) or []

    def _whole(self, progress: Progress | None) -> list[Diagnostic]:
        ledger = self.view.ledger
        if ledger is None:
            return self._analysed(self.view.files, {}, progress)
        from netra_lint.project.trace import Trace

        trace = Trace() if self.lasting is None else self.lasting.begin()
        found = self._analysed(self.view.files, {}, progress, trace)
        ledger.keep(trace, found)
        return found

    def _know(self, found: list[Diagnostic]) -> None:
        self._known = {}
        for each in found:
            self._known.setdefault(each.filename, []).append(each)

    def _analysed(
        self,
        paths: Sequence[str],
        overlay: Mapping[str, bytes],
        progress: Progress | None,
        trace: Trace | None = None,
    ) -> list[Diagnostic]:
        from netra_lint.project.sources import Sources

        view, lasting = self.view, self.lasting
        if lasting is not None:
            lasting.lay(overlay)
            if trace is None:
                lasting.begin_untraced()
        texts = lasting or Sources(overlay, trace)
        found = analysed(view, view.files, paths, overlay, texts, progress)
        if lasting is not None:
            lasting.end()
        return found

    def _can_matter(self, path: str, overlay: Mapping[str, bytes]) -> bool:
        content = overlay[path] if path in overlay else content_of(path)
        return content is None or may_matter(content, self.view.config.vocabulary)


def analysed(
    view: View,
    files: Sequence[str],
    paths: Sequence[str],
    overlay: Mapping[str, bytes],
    texts: Sources,
    progress: Progress | None = None,
) -> list[Diagnostic]:
    """Analyse a project.

    Args:
        view: its root and settings.
        files: all its files.
        paths: those to report on.
        overlay: contents that stand for those of files.
        texts: what reads the files; its trace is told what the findings rest on.
        progress: called now and then with the number of functions done and of all.

    Returns:
        The diagnostics, in no particular order, those that comments silence as well.
    """
    from netra_lint.engine.judge import judge
    from netra_lint.fixes.project import Project
    from netra_lint.flow.analysis import analyze
    from netra_lint.rules import lookers

    words, codes, trace = view.config.vocabulary, view.codes, texts.trace
    look = lookers(codes, view.looked_at, view.config.dropped_context)
    found = analyze(view.root, files, paths, words, codes, overlay, progress, look, texts)
    project = Project(view.root, files, words, overlay, texts)
    judged = list(judge(found, view, Texts(overlay), project))
    if trace is not None:
        trace.read.update(hit.path for hit in found.hits)
        trace.read.update(texts.problems)
        for path in files:
            if path not in trace.hashes:
                texts.scanned(path)
    return judged


def _is_saved(path: str, content: bytes) -> bool:
    return content_of(path) == content
