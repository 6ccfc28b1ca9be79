"""What has to change so that the ids of an execution get down to a send, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from netra_lint.flow.hits import Span


CONTEXT = "context"
"""What is passed on in place of ids where something below takes a whole context."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """A context that a function takes, and others are to pass to it.

    Attributes:
        name: the parameter.
        annotation: its annotation, as it is written.
        cls: the name of the context's class.
        path: absolute path of the file with the parameter, where the class's name is known.
    """

    name: str
    annotation: str
    cls: str
    path: str


@dataclass(frozen=True, slots=True)
class Gain:
    """A function that gets parameters.

    Attributes:
        path: absolute path of its file.
        row, column: where its definition starts, decorators aside; from 1 and in bytes from 0.
        name: its name, with its class's.
        kinds: the kinds of the ids that it gets.
        carrier: the context that it gets in place of ids.
        beside: the field of the instance beside which it keeps them, for an initialiser.
    """

    path: str
    row: int
    column: int
    name: str
    kinds: tuple[str, ...]
    carrier: Carrier | None = None
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Passing:
    """A call that passes ids on.

    Attributes:
        path: absolute path of its file.
        call: the call.
        words: the keywords, each with the expression to pass.
        handed: the argument that is bound to them, where this is called later, by others.
    """

    path: str
    call: Span
    words: tuple[tuple[str, str], ...]
    handed: Span | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A call that hands a wrong id to its recipient.

    Attributes:
        path: absolute path of its file.
        call: the call.
        argument: what is handed over.
        wanted: the kind of id that is asked for: ``thread``, ``user`` or ``any``.
        holder: the instance that keeps the ids, where they are no parameters.
    """

    path: str
    call: Span
    argument: Span
    wanted: str
    holder: str = ""


class Plan(NamedTuple):
    """One repair, to be made whole or not at all.

    Attributes:
        gains: the functions that get parameters.
        passings: the calls that pass them.
        goals: the calls that are given a proper recipient.
        chains: each way down, in words.
        left: the calls that go on without ids, in words.
        held: the kinds of ids that some caller has.
    """

    gains: tuple[Gain, ...]
    passings: tuple[Passing, ...]
    goals: tuple[Goal, ...]
    chains: tuple[str, ...]
    left: tuple[str, ...]
    held: tuple[str, ...]
