"""The first part of a record: what tells whether anything has changed, without reading a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netra_lint.cache.packing import dump, joined, load, names, pack, unpack
from netra_lint.project.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Mapping

PARTS = 6


def packed(survey: Survey) -> bytes:
    """Return a survey as one byte string."""
    ignores = {path: text.hex() for path, text in survey.ignores.items()}
    rest = dump([survey.began, survey.plain, ignores])
    return pack(
        joined(survey.files),
        survey.stamps,
        joined(survey.folders),
        survey.folder_stamps,
        joined(survey.left),
        rest,
    )


def unpacked(text: bytes) -> Survey:
    """Return what was packed.

    Raises:
        DamagedError: when it was something else.
    """
    files, stamps, folders, folder_stamps, left, rest = unpack(text, PARTS)
    began, plain, ignores = load(rest)
    return Survey(
        names(files),
        stamps,
        began,
        names(folders),
        folder_stamps,
        names(left),
        {path: bytes.fromhex(text) for path, text in ignores.items()},
        plain,
    )


class Changes(NamedTuple):
    """How a project differs from what a record knows of it.

    Attributes:
        suspects: the files that may have changed, though they need not have.
        added, removed: those that are new or gone.
    """

    suspects: list[str]
    added: list[str]
    removed: list[str]

    def __bool__(self) -> bool:
        return bool(self.suspects or self.added or self.removed)


def changes(then: Survey, now: Survey, overlay: Mapping[str, bytes]) -> Changes:
    """Compare a project with what it was by names and stamps alone.

    Args:
        then: the record's survey.
        now: one made now.
        overlay: contents that stand for those of files.
    """
    young = then.young
    same = then.files == now.files
    if same and then.stamps == now.stamps and not young and not overlay:
        return Changes([], [], [])
    old = {path: place for place, path in enumerate(then.files)}
    unsure = {then.files[place] for place in young}.union(overlay)
    suspects = [
        path
        for place, path in enumerate(now.files)
        if path in old and (path in unsure or then.stamp(old[path]) != now.stamp(place))
    ]
    here = frozenset(now.files)
    added = [path for path in now.files if path not in old]
    return Changes(suspects, added, [path for path in then.files if path not in here])
