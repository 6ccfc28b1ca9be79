"""The projects that a run meets: their settings and files, each read once."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from netra_lint import rules
from netra_lint.config import Config, load_config
from netra_lint.config.model import DEFAULT_EXCLUDE
from netra_lint.engine.selection import check_patterns, check_prefixes, matches, selected
from netra_lint.project.root import Projects, is_within, projects_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pathspec import GitIgnoreSpec

    from netra_lint.engine.ledger import Ledger
    from netra_lint.engine.request import Request
    from netra_lint.project.discovery import Walk


class View:
    """One project as a run sees it.

    Attributes:
        root: the absolute folder whose files are known together.
        config: its settings, with what the request adds.
        codes: the rules that are wanted.
        ledger: what is known of its files, where a cache is used.
    """

    def __init__(
        self, root: str, config: Config, codes: frozenset[str], ledger: Ledger | None = None
    ) -> None:
        self.root = root
        self.config = config
        self.codes = codes
        self.ledger = ledger
        self._looked_at: dict[tuple[int, ...], tuple[frozenset[str], frozenset[str]]] = {}

    @cached_property
    def walk(self) -> Walk:
        """The walk below the root."""
        from netra_lint.project.discovery import Walk

        return Walk(self.root, self.config.excluded)

    @cached_property
    def files(self) -> list[str]:
        """The absolute paths of the project's Python files, sorted."""
        return self.walk.files() if self.ledger is None else self.ledger.files

    def below(self, folder: str) -> list[str]:
        """Return the Python files in a folder that the user named.

        A folder that the project leaves out is walked all the same, since it
        was asked for by name.
        """
        if self.leaves_out(folder):
            from netra_lint.project.discovery import Walk

            return Walk(folder, self.config.excluded).files()
        prefix = folder.rstrip(os.sep) + os.sep
        return [path for path in self.files if path.startswith(prefix)]

    def leaves_out(self, folder: str) -> bool:
        """Tell whether a folder of the project is excluded or ignored."""
        return is_within(folder, self.root) and self.walk.leaves_out(folder)

    def excludes(self, path: str) -> bool:
        """Tell whether the settings exclude a path; what ignore files say is no matter here."""
        if self.has((path,)):
            return False
        return is_within(path, self.root) and self.walk.leaves_out(path, ignores=False)

    def has(self, paths: Sequence[str]) -> bool:
        """Tell whether all of some files belong to the project."""
        return paths is self.files or self._known.issuperset(paths)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.files)

    def ignores(self, path: str, code: str) -> bool:
        """Tell whether per-file-ignores leave out a code in a file."""
        return bool(self._about(frozenset((path,)), self._ignoring(code)))

    def looked_at(self, paths: frozenset[str], code: str) -> frozenset[str]:
        """Return the files in which a rule has something to look for."""
        places = self._ignoring(code)
        known = self._looked_at.get(places)
        if known is None or known[0] is not paths:
            # All rules ask for the same files, and most patterns are about all rules.
            known = self._looked_at[places] = paths, paths - self._about(paths, places)
        return known[1]

    def _ignoring(self, code: str) -> tuple[int, ...]:
        """Return the places of the per-file-ignores that leave out a code."""
        ignores = enumerate(self._file_ignores)
        return tuple(place for place, (_, prefixes) in ignores if matches(code, prefixes))

    def _about(self, paths: frozenset[str], places: tuple[int, ...]) -> frozenset[str]:
        """Return the files that some of the per-file-ignores are about."""
        if not places:
            return frozenset()
        specs = [self._file_ignores[place][0] for place in places]
        names = {path: self._relative(path) for path in paths}
        return frozenset(
            path for path, name in names.items() if any(spec.match_file(name) for spec in specs)
        )

    def _relative(self, path: str) -> str:
        prefix = self.root.rstrip(os.sep) + os.sep
        return path[len(prefix) :] if path.startswith(prefix) else os.path.relpath(path, self.root)

    @cached_property
    def _file_ignores(self) -> list[tuple[GitIgnoreSpec, tuple[str, ...]]]:
        from pathspec import GitIgnoreSpec

        pairs = self.config.file_ignores
        return [(GitIgnoreSpec.from_lines([pattern]), codes) for pattern, codes in pairs]


def paths_of(request: Request) -> list[str]:
    """Return the absolute paths of what a request asks for."""
    return [os.path.normpath(os.path.join(request.cwd, path)) for path in request.paths]


class Workspace:
    """Gives each path its project."""

    def __init__(self, request: Request, paths: Sequence[str]) -> None:
        self._request = request
        self._projects: Projects = projects_of(paths, request.cwd)
        self._views: dict[tuple[str, str], View] = {}

    def view(self, path: str) -> View:
        """Return the project of a file or folder.

        Args:
            path: an absolute path.

        Raises:
            ConfigError: when the project's settings cannot be used.
        """
        folder = path if os.path.isdir(path) else os.path.dirname(path)
        project = self._projects.of_folder(folder)
        key = (project.root, self._config_path(project.config))
        if key not in self._views:
            self._views[key] = self._build(*key)
        return self._views[key]

    def _config_path(self, nearest: str) -> str:
        if self._request.isolated:
            return ""
        if self._request.config:
            return os.path.join(self._request.cwd, self._request.config)
        return nearest

    def _build(self, root: str, path: str) -> View:
        request = self._request
        config = load_config(path) if path else Config()
        _check_config(config)
        config = replace(config, extend_exclude=(*config.extend_exclude, *request.exclude))
        replaced = request.select is not None
        codes = selected(
            rules.names(),
            request.select if replaced else config.select,
            (*(() if replaced else config.extend_select), *request.extend_select),
            (*config.ignore, *request.ignore),
            rules.defaults(),
        )
        return View(root, config, codes, self._ledger(root, config, codes))

    def _ledger(self, root: str, config: Config, codes: frozenset[str]) -> Ledger | None:
        request = self._request
        if not request.cache:
            return None
        from netra_lint.cache.place import FOLDER
        from netra_lint.engine.ledger import Ledger

        own = os.path.join(root, FOLDER)
        folder = os.path.join(request.cwd, request.cache_dir) if request.cache_dir else own
        return Ledger(root, config, codes, folder)


def _check_config(config: Config) -> None:
    codes = rules.names()
    lists = {
        "select": config.select or (),
        "extend-select": config.extend_select,
        "ignore": config.ignore,
        **{f'per-file-ignores."{glob}"': words for glob, words in config.per_file_ignores},
    }
    for key, prefixes in lists.items():
        check_prefixes(f"{config.path}: [tool.netra-lint] {key}", prefixes, codes)
    patterns = {
        "exclude": [each for each in config.exclude if each not in DEFAULT_EXCLUDE],
        "extend-exclude": config.extend_exclude,
        "per-file-ignores": [glob for glob, _ in config.per_file_ignores],
    }
    for key, globs in patterns.items():
        check_patterns(f"{config.path}: [tool.netra-lint] {key}", globs)
