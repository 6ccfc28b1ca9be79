"""Several byte strings as one, with a hash that tells whether they are whole."""

from __future__ import annotations

import json
import struct
from array import array
from typing import TYPE_CHECKING, Any

from netra_lint.project.trace import DIGEST, digest

if TYPE_CHECKING:
    from collections.abc import Iterable

_COUNT = struct.Struct("<I")
_LENGTH = struct.Struct("<Q")


class DamagedError(Exception):
    """What was kept is not what was written."""


def pack(*parts: bytes) -> bytes:
    """Return byte strings as one."""
    lengths = b"".join(_LENGTH.pack(len(part)) for part in parts)
    whole = b"".join([_COUNT.pack(len(parts)), lengths, *parts])
    return digest(whole) + whole


def unpack(text: object, count: int) -> list[bytes]:
    """Return the byte strings that were packed.

    Args:
        text: what `pack` returned.
        count: how many there must be.

    Raises:
        DamagedError: when it is anything else.
    """
    if not isinstance(text, bytes) or digest(text[DIGEST:]) != text[:DIGEST]:
        raise DamagedError("its hash does not fit")
    start = DIGEST + _COUNT.size
    if _COUNT.unpack(text[DIGEST:start]) != (count,):
        raise DamagedError("it is of another kind")
    parts, position = [], start + count * _LENGTH.size
    for number in range(count):
        (length,) = _LENGTH.unpack_from(text, start + number * _LENGTH.size)
        parts.append(text[position : position + length])
        position += length
    return parts


def numbers(text: bytes) -> array[int]:
    """Return unsigned integers of 64 bits."""
    found: array[int] = array("Q")
    found.frombytes(text)
    return found


def names(text: bytes) -> list[str]:
    """Return the paths that `joined` joined."""
    return text.decode("utf-8", "surrogateescape").split("\0") if text else []


def path_bytes(path: str) -> bytes:
    """Return a path as bytes, also one that is no text."""
    return path.encode("utf-8", "surrogateescape")


def joined(paths: Iterable[str]) -> bytes:
    """Return paths as one text; no path holds a zero byte."""
    return path_bytes("\0".join(paths))


def dump(data: Any) -> bytes:
    """Return plain data as JSON."""
    return json.dumps(data, separators=(",", ":")).encode("utf-8", "surrogatepass")


def load(text: bytes) -> Any:
    """Return what `dump` dumped.

    Raises:
        DamagedError: when it is no JSON.
    """
    try:
        return json.loads(text.decode("utf-8", "surrogatepass"))
    except ValueError as error:
        raise DamagedError(str(error)) from error
