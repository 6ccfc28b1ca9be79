"""Messages as JSON, checked before anything is sent."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Outgoing:
    """A message on its way.

    Attributes:
        body: the message as the caller gave it.
        text: the same as JSON.
    """

    body: Any
    text: str


def prepare(message: Any) -> Outgoing:
    """Encode a message.

    Args:
        message: anything that JSON can say, usually a dictionary.

    Returns:
        The message with its JSON text.

    Raises:
        TypeError: if a part of it is no JSON; the text names the path of that part.
    """
    try:
        text = json.dumps(message, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        text.encode()
    except (TypeError, ValueError, RecursionError) as error:
        problem = next(_problems(message, "message", ()), f"message: {error}")
        raise TypeError(f"not JSON-serialisable: {problem}") from None
    return Outgoing(message, text)


def restore(text: str) -> Outgoing:
    """Return a message that was kept as its JSON text."""
    return Outgoing(json.loads(text), text)


def _problems(value: Any, path: str, above: tuple[int, ...]) -> Iterator[str]:
    if id(value) in above:
        yield f"{path} contains itself"
    elif len(above) > 200:
        yield f"{path} is nested too deeply"
    elif isinstance(value, dict):
        for key, part in value.items():
            if key is not None and not isinstance(key, (str, int, float)):
                yield f"{path} has the key {key!r} of type {type(key).__name__}"
            elif isinstance(key, str) and not _encodes(key):
                yield f"{path} has the key {key!r}, which is not Unicode text"
            yield from _problems(part, f"{path}[{key!r}]", (*above, id(value)))
    elif isinstance(value, (list, tuple)):
        for index, part in enumerate(value):
            yield from _problems(part, f"{path}[{index}]", (*above, id(value)))
    else:
        yield from _leaf_problems(value, path)


def _leaf_problems(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, str):
        if not _encodes(value):
            yield f"{path} is {value!r}, which is not Unicode text"
    elif isinstance(value, float) and not math.isfinite(value):
        yield f"{path} is {value}, which JSON has no word for"
    elif value is not None and not isinstance(value, (int, float)):
        yield f"{path} is of type {type(value).__name__}"


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
