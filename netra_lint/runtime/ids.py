"""The kinds of ids, told by their format alone."""

from __future__ import annotations

RUN, THREAD, USER = "run", "thread", "user"
PREFIXES: dict[str, tuple[str, ...]] = {RUN: ("run_",), THREAD: ("thread_",), USER: ("user_",)}


def kind_of(value: object, prefixes: dict[str, tuple[str, ...]] = PREFIXES) -> str:
    """Return the kind of id that a value is.

    Args:
        value: anything; only strings can be ids.
        prefixes: how the ids of each kind start.

    Returns:
        ``run``, ``thread`` or ``user``, or an empty string where the format does not tell,
        as with user ids that are bare UUIDs.
    """
    if isinstance(value, str):
        text = value.strip()
        for kind, starts in prefixes.items():
            if text.startswith(starts):
                return kind
    return ""


def check_id(name: str, value: str, wanted: str) -> None:
    """Refuse an id that nobody can be registered under.

    Args:
        name: the parameter's name, for the message.
        value: the id.
        wanted: the kind of id that it must not contradict.

    Raises:
        TypeError: if it is not a string.
        ValueError: if it is empty, or an id of another kind.
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a string, not {type(value).__name__}")
    if not value:
        raise ValueError(f"{name} is empty")
    if kind_of(value) not in ("", wanted):
        raise ValueError(f"{name} {value!r} is a {kind_of(value)} id")
