"""A manager that notes who was sent to, and from which calls."""

from __future__ import annotations

import asyncio
import gc
import itertools
import sys
from dataclasses import dataclass
from types import CoroutineType, FrameType
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Iterator

RUN, THREAD, USER = "run", "thread", "user"
USER_ID = "7f9c24e8-3b1d-4f0e-9c55-1d2a7f0b6a11"
KEYWORDS = ("user_id", "thread_id", "recipient", "recipient_id", "target", "target_id", "to")
_DEPTH = 3


@dataclass(frozen=True)
class Site:
    """A call as execution shows it; columns of the end where the interpreter tells them."""

    path: str
    row: int
    end_row: int
    end_column: int | None = None


@dataclass(frozen=True)
class Arrival:
    """An id at a recipient: the send's own call first, then the calls that passed the id on."""

    kind: str
    wanted: str
    sites: tuple[Site, ...]


def kind_of(value: object) -> str:
    """Return the kind of id that a string is, by its format only."""
    if isinstance(value, str):
        text = value.strip()
        for kind in (RUN, THREAD):
            if text.startswith(f"{kind}_"):
                return kind
        if text == USER_ID:
            return USER
    return ""


class Recorder:
    """Stands for an untyped routing manager; every send is noted when it is called."""

    def __init__(self, paths: frozenset[str]) -> None:
        self._paths = paths
        self.arrivals: list[Arrival] = []
        self.clean: set[Site] = set()
        self._makers: WeakKeyDictionary[asyncio.Task[Any], list[Site]] = WeakKeyDictionary()

    def send_to_user(self, *args: Any, **kwargs: Any) -> Any:
        return self._note(USER, args, kwargs)

    def send_message(self, *args: Any, **kwargs: Any) -> Any:
        return self._note(USER, args, kwargs)

    def send_to_thread(self, *args: Any, **kwargs: Any) -> Any:
        return self._note(THREAD, args, kwargs)

    def deliver(self, *args: Any, **kwargs: Any) -> Any:
        """What the cases' own managers hand a message to, after they have chosen a recipient."""
        return self._note(USER, args, kwargs)

    def _note(self, wanted: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        keyword = next((kwargs[name] for name in KEYWORDS if name in kwargs), None)
        recipient = args[0] if args else keyword
        kind = kind_of(recipient)
        if kind and kind != wanted:
            sites = tuple(self._sites(sys._getframe(2), recipient))
            self.arrivals.append(Arrival(kind, wanted, sites))
        else:
            self.clean.add(_site(sys._getframe(2), exact=True))
        return _sent()

    def _sites(self, leaf: FrameType, recipient: object) -> list[Site]:
        """Walk from the send outwards, as long as the id came in as an argument."""
        frames = [frame for frame in _stack(leaf) if frame.f_code.co_filename in self._paths]
        origins = _origins(frames)
        found: list[Site] = []
        for index, frame in enumerate(frames):
            found.append(_site(frame, exact=index == 0))
            if not _holds(frame, recipient):
                break
            found.extend(site for site in origins.get(id(frame), ()) if site.path in self._paths)
        else:
            found.extend(self._makers_of(_current_task()))
        return found

    def make_task(
        self, loop: asyncio.AbstractEventLoop, coroutine: Any, **rest: Any
    ) -> asyncio.Task[Any]:
        """Make a task, and remember which calls made it: a task has no caller on its stack."""
        task = asyncio.Task(coroutine, loop=loop, **rest)
        frames = [f for f in _stack(sys._getframe()) if f.f_code.co_filename in self._paths]
        sites = [_site(frame, exact=False) for frame in frames]
        self._makers[task] = sites + self._makers_of(_current_task())
        return task

    def _makers_of(self, task: asyncio.Task[Any] | None) -> list[Site]:
        return self._makers.get(task, []) if task is not None else []


async def _sent() -> bool:
    await asyncio.sleep(0)
    return True


def _stack(frame: FrameType | None) -> list[FrameType]:
    found = []
    while frame is not None:
        found.append(frame)
        frame = frame.f_back
    return found


def _site(frame: FrameType, exact: bool) -> Site:
    line = frame.f_lineno
    if not hasattr(frame.f_code, "co_positions"):
        return Site(frame.f_code.co_filename, line, line)
    where = next(itertools.islice(frame.f_code.co_positions(), frame.f_lasti // 2, None))
    row, end_row, _, end_column = where
    if row is None or end_row is None:
        return Site(frame.f_code.co_filename, line, line)
    return Site(frame.f_code.co_filename, row, end_row, end_column if exact else None)


def _current_task() -> asyncio.Task[Any] | None:
    try:
        return asyncio.current_task()
    except RuntimeError:
        return None


def _origins(frames: list[FrameType]) -> dict[int, list[Site]]:
    """Return where the coroutines of these frames were created: not where they are awaited."""
    wanted = {id(frame) for frame in frames}
    return {
        id(thing.cr_frame): [Site(path, row, row) for path, row, _ in thing.cr_origin or ()]
        for thing in gc.get_objects()
        if isinstance(thing, CoroutineType) and id(thing.cr_frame) in wanted
    }


def _holds(frame: FrameType, wanted: object) -> bool:
    """Whether an argument of the running function holds the id."""
    code = frame.f_code
    count = code.co_argcount + code.co_kwonlyargcount
    count += bool(code.co_flags & 4) + bool(code.co_flags & 8)
    return any(
        _inside(frame.f_locals.get(name), wanted, _DEPTH) for name in code.co_varnames[:count]
    )


def _inside(value: object, wanted: object, depth: int) -> bool:
    if isinstance(value, str):
        return isinstance(wanted, str) and value.strip() in wanted and kind_of(value) != ""
    if depth == 0:
        return False
    if isinstance(value, dict):
        return any(_inside(part, wanted, depth - 1) for part in value.values())
    if isinstance(value, (list, tuple, set, frozenset)):
        return any(_inside(part, wanted, depth - 1) for part in value)
    if isinstance(value, Recorder):
        return False
    return any(_inside(part, wanted, depth - 1) for part in _attributes(value))


def _attributes(value: object) -> Iterator[object]:
    yield from getattr(value, "__dict__", {}).values()
    for kind in type(value).__mro__:
        slots = kind.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            yield getattr(value, name, None)
