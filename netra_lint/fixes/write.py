"""Writing files so that each is either as it was or as it should be, at any moment."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class WriteError(Exception):
    """Why a file was not written; the message names it."""


@dataclass(frozen=True, slots=True)
class Change:
    """New bytes for a file.

    Attributes:
        path: its absolute path; a link stays a link, and what it leads to is written.
        old: the bytes that it is taken to have.
        new: the bytes that it is to have.
    """

    path: str
    old: bytes
    new: bytes


def write(changes: Sequence[Change]) -> None:
    """Write several files, all or none.

    Everything is prepared beside the files before the first of them is replaced. What has its
    new bytes already, as another name of the same file or by another run, is left.

    Args:
        changes: what to write.

    Raises:
        WriteError: when one of them cannot be written, or was changed
            meanwhile; then all are as they were.
    """
    with ExitStack() as stack:
        ready = [(each, stack.enter_context(_prepared(each))) for each in changes]
        done: list[Change] = []
        try:
            for change, temporary in ready:
                if _replace(change, temporary):
                    done.append(change)
        except BaseException:
            _take_back(done)
            raise


@contextmanager
def _prepared(change: Change) -> Iterator[str]:
    """Write the new bytes to a file beside the old one, with its mode and owner."""
    target = os.path.realpath(change.path)
    temporary = ""
    try:
        _is_written(change, target)
        if not os.stat(target).st_mode & _WRITABLE or not os.access(target, os.W_OK):
            raise WriteError(f"{change.path}: cannot be written: the file is read-only")
        handle, temporary = tempfile.mkstemp(".tmp", ".netra-lint-", os.path.dirname(target))
        with os.fdopen(handle, "wb") as stream:
            stream.write(change.new)
            stream.flush()
            os.fsync(stream.fileno())
        _copy_mode(target, temporary)
        yield temporary
    except OSError as error:
        raise _failed(change, error) from error
    finally:
        if temporary:
            with suppress(OSError):
                os.unlink(temporary)


def _copy_mode(target: str, temporary: str) -> None:
    known = os.stat(target)
    os.chmod(temporary, stat.S_IMODE(known.st_mode))
    made = os.stat(temporary)
    if (made.st_uid, made.st_gid) != (known.st_uid, known.st_gid) and hasattr(os, "chown"):
        with suppress(OSError):  # only a superuser may; the content matters more
            os.chown(temporary, known.st_uid, known.st_gid)


def _replace(change: Change, temporary: str) -> bool:
    """Put the prepared file in place of the old one, unless that has the same bytes already."""
    target = os.path.realpath(change.path)
    try:
        with _locked(target):
            if _is_written(change, target):
                return False
            os.replace(temporary, target)
            return True
    except OSError as error:
        raise _failed(change, error) from error


def _failed(change: Change, error: OSError) -> WriteError:
    return WriteError(f"{change.path}: cannot be written: {error.strerror or error}")


def _is_written(change: Change, target: str) -> bool:
    """Tell whether a file has its new bytes already.

    Raises:
        WriteError: when it has neither these nor the old ones.
    """
    with open(target, "rb") as stream:
        content = stream.read()
    if content not in (change.old, change.new):
        raise WriteError(f"{change.path}: not written: it was changed meanwhile")
    return content == change.new


@contextmanager
def _locked(target: str) -> Iterator[None]:
    """Keep other runs of ours away between the last look at a file and its replacement."""
    try:
        import fcntl
    except ImportError:  # pragma: no cover - Windows
        yield
        return
    folder = os.open(os.path.dirname(target), os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _take_back(done: Sequence[Change]) -> None:
    for change in done:
        with suppress(WriteError), _prepared(Change(change.path, change.new, change.old)) as old:
            _replace(Change(change.path, change.new, change.old), old)
