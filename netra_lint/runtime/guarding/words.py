"""The words that the guard knows."""

from __future__ import annotations

from dataclasses import dataclass, field

from netra_lint.runtime.ids import PREFIXES, THREAD, USER

_RECIPIENTS = ("recipient", "recipient_id", "target", "target_id", "to")


@dataclass(frozen=True)
class Method:
    """A method that sends to a recipient.

    Attributes:
        name: the method's name.
        kind: the kind of id that it takes, ``thread`` or ``user``.
        position: the recipient's position among the arguments, from 0.
        keywords: names under which the recipient may be given.
    """

    name: str
    kind: str
    position: int = 0
    keywords: tuple[str, ...] = ()


METHODS = (
    Method("send_to_thread", THREAD, 0, ("thread_id", *_RECIPIENTS)),
    Method("send_to_user", USER, 0, ("user_id", *_RECIPIENTS)),
    Method("send_message", USER, 0, ("user_id", *_RECIPIENTS)),
)


@dataclass(frozen=True)
class Words:
    """What sends, and how ids look.

    Attributes:
        methods: the methods that are watched.
        prefixes: how the ids of each kind start.
    """

    methods: tuple[Method, ...] = METHODS
    prefixes: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict(PREFIXES))
