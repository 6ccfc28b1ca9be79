"""Assertions on what arrived, whose failures say what arrived instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netra_lint.runtime.manager import WebSocketManager
    from netra_lint.runtime.recording import RecordingConnection

_SHOWN = 10


class _Anything:
    def __repr__(self) -> str:
        return "any message"


ANYTHING = _Anything()


def assert_delivered(
    client: RecordingConnection,
    expected: Any = ANYTHING,
    *,
    times: int | None = None,
    manager: WebSocketManager | None = None,
) -> Any:
    """Assert that a connection got a message.

    Args:
        client: the connection.
        expected: what the message is: a dictionary names the keys that count, also inside
            others; a function says whether a message is meant; anything else is compared.
        times: how often exactly; at least once if not given.
        manager: the manager, whose refusals then stand in the failure.

    Returns:
        The first message that is meant, or None for ``times=0``.

    Raises:
        AssertionError: if it did not arrive so often.
    """
    __tracebackhide__ = True
    found = [message for message in client.messages if _meant(message, expected)]
    if times is None and not found:
        raise AssertionError(f"{client.name} did not get {expected!r}{_story(client, manager)}")
    if times is not None and len(found) != times:
        count = f"{len(found)} times, not {times}"
        raise AssertionError(f"{client.name} got {expected!r} {count}{_story(client, manager)}")
    return found[0] if found else None


def assert_not_delivered(
    client: RecordingConnection,
    expected: Any = ANYTHING,
    *,
    manager: WebSocketManager | None = None,
) -> None:
    """Assert that a connection got no such message; see ``assert_delivered``.

    Raises:
        AssertionError: if it did.
    """
    __tracebackhide__ = True
    if any(_meant(message, expected) for message in client.messages):
        text = f"{client.name} got {expected!r}, and should not have{_story(client, manager)}"
        raise AssertionError(text)


def _meant(message: Any, expected: Any) -> bool:
    if expected is ANYTHING:
        return True
    if callable(expected):
        return bool(expected(message))
    if isinstance(expected, dict) and isinstance(message, dict):
        return all(key in message and _meant(message[key], expected[key]) for key in expected)
    return bool(message == expected)


def _story(client: RecordingConnection, manager: WebSocketManager | None) -> str:
    lines = [f"  {message!r}" for message in client.messages[-_SHOWN:]]
    more = len(client.messages) - len(lines)
    head = f"it got {len(client.messages)} messages" if lines else "it got no messages"
    head += f" (the last {_SHOWN}):" if more else ":" if lines else ""
    refusals = list(manager.refusals)[-_SHOWN:] if manager is not None else []
    lines += [
        f"the manager refused {one.method}({one.recipient!r}): it is a {one.kind} id, "
        f"and the method takes a {one.wanted} id"
        for one in refusals
    ]
    return "\n".join(["", head, *lines])
