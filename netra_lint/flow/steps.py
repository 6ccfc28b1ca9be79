"""What is known of one way on which a thing comes to where it is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow.graph import RETURNED, conditions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Path
    from netra_lint.flow.values import Atom
    from netra_lint.vocabulary import RoutingMethod


class Held(NamedTuple):
    """A condition that holds on a way, or a call that came back on it."""

    frame: Frame
    condition: int
    polarity: int


class There(NamedTuple):
    """A value that the thing went through."""

    frame: Frame
    node: int
    atom: Atom


class Kept(NamedTuple):
    """A field that held the thing in a memory state."""

    frame: Frame
    mem: int
    atom: Atom
    base: Atom
    field: object


class Stored(NamedTuple):
    """A memory state that was come to while looking for who set a field."""

    frame: Frame
    mem: int
    atom: Atom
    base: Atom
    field: object


class Round(NamedTuple):
    """What comes before it on the way is of an earlier round of a loop in a frame."""

    frame: Frame


class Absent(NamedTuple):
    """A key that a mapping did not have, so that a default was taken."""

    frame: Frame
    base: int
    key: int
    mem: int


class Called(NamedTuple):
    """A call that leads on: into a function, or to a send."""

    frame: Frame
    call: int
    what: Frame | RoutingMethod


class On(NamedTuple):
    """Which object it is that a method on the way was called on."""

    frame: Frame
    node: int
    atom: Atom


Step = Held | There | Kept | Stored | Round | Absent | Called | On


class Way(NamedTuple):
    """What is known of a way, the last thing first."""

    last: Step
    before: Way | None

    def with_all_of(self, other: Way) -> Way:
        """Return a way on which what is known of another one holds besides."""
        way = self
        for step in reversed(other.all()):
            way = Way(step, way)
        return way

    def all(self) -> list[Step]:
        """Return all that is known of the way, where the thing comes from first."""
        found: list[Step] = []
        way: Way | None = self
        while way is not None:
            found.append(way.last)
            way = way.before
        return found


def holding(way: Way, frame: Frame, held: Sequence[tuple[int, int]]) -> Way:
    """Return a way on which some conditions hold besides."""
    return joined(way, [Held(frame, condition, polarity) for condition, polarity in held])


def joined(way: Way, held: Sequence[Held]) -> Way:
    """Return a way on which some conditions hold besides."""
    for each in held:
        way = Way(each, way)
    return way


def along(frame: Frame, path: Path | None) -> list[Held]:
    """Return the conditions on the way to a point of a function.

    What has held and then not, on one way, has changed in between: a list that is worked off.
    """
    found = conditions(path)
    held = set(found)
    return [Held(frame, at, p) for at, p in found if p == RETURNED or (at, 1 - p) not in held]
