"""Which project a file belongs to: its root folder and the file that configures it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.config.load import find_section

if TYPE_CHECKING:
    from collections.abc import Sequence

_PYPROJECT = "pyproject.toml"


class Project(NamedTuple):
    """A project's place.

    Attributes:
        root: the absolute folder whose files are known together.
        config: the ``pyproject.toml`` with our section, or ``""``.
    """

    root: str
    config: str = ""


def is_within(path: str, folder: str) -> bool:
    """Tell whether a path is a folder or lies in it, by their names alone."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")


class _Marks(NamedTuple):
    """The nearest markers at or above a folder, each ``""`` when there is none."""

    section: str = ""
    git: str = ""
    pyproject: str = ""


class Projects:
    """Finds the project of each folder, remembering what it has seen.

    A folder's project is the nearest ``pyproject.toml`` with our section, else
    the nearest ``.git``, else the nearest ``pyproject.toml``, else `fallback`.
    The choice depends on the folder alone, so a file is judged alike however
    it was given.

    Attributes:
        fallback: the root for files that no marker stands above.
        outside: the root for such files that `fallback` does not hold.
    """

    def __init__(self, fallback: str, outside: str = "") -> None:
        self.fallback = fallback
        self.outside = outside
        self._seen: dict[str, _Marks] = {}

    def of_folder(self, folder: str) -> Project:
        """Return the project of an absolute folder."""
        marks = self._marks(folder)
        root = marks.section or marks.git or marks.pyproject
        config = os.path.join(marks.section, _PYPROJECT) if marks.section else ""
        return Project(root or self._unmarked(folder), config)

    def _unmarked(self, folder: str) -> str:
        if is_within(folder, self.fallback) or not self.outside:
            return self.fallback
        return self.outside if is_within(folder, self.outside) else folder

    def _marks(self, folder: str) -> _Marks:
        known = self._seen.get(folder)
        if known is None:
            parent = os.path.dirname(folder)
            above = _Marks() if parent == folder else self._marks(parent)
            known = self._seen[folder] = _look(folder, above)
        return known


def _look(folder: str, above: _Marks) -> _Marks:
    pyproject = os.path.join(folder, _PYPROJECT)
    has_file = os.path.isfile(pyproject)
    has_git = os.path.exists(os.path.join(folder, ".git"))
    if not has_file and not has_git:
        return above
    return _Marks(
        section=folder if has_file and find_section(pyproject) else above.section,
        git=folder if has_git else above.git,
        pyproject=folder if has_file else above.pyproject,
    )


def projects_of(paths: Sequence[str], current: str) -> Projects:
    """Return the finder of projects for a run over some paths.

    Args:
        paths: the absolute paths that the user gave.
        current: the current directory. It is the root of what no marker
            stands above, unless it is the home or the top of the file system,
            where nobody keeps one project.

    Returns:
        The finder.
    """
    folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in paths]
    too_wide = current in (os.path.dirname(current), os.path.expanduser("~"))
    strangers = folders if too_wide else [f for f in folders if not is_within(f, current)]
    outside = os.path.commonpath(strangers) if strangers else ""
    return Projects(outside or current) if too_wide else Projects(current, outside)
