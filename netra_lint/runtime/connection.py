"""One connection: messages in order, one at a time, and none for longer than a limit."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from netra_lint.runtime.sockets import is_closed, writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from netra_lint.runtime.messages import Outgoing

    Post = tuple[Outgoing, asyncio.Future[bool]]


class GoneError(Exception):
    """Why a connection is given up without any fault of a send."""


class Connection:
    """A registered WebSocket.

    Messages wait in two queues: what is replayed from the buffer goes first, and while the
    connection is held, what is newer stays behind it.

    Attributes:
        id: the connection's own id.
        user_id: whose it is.
        websocket: the object that was given to ``connect``.
        dead: why it cannot be used any more, or None.
        replayed: sequence numbers of buffered messages that it took and that others wait for.
        held: whether only urgent messages pass.
        replaying: whether the buffer is being replayed to it.
        again: whether to look into the buffer once more after that.
    """

    def __init__(
        self,
        websocket: Any,
        user_id: str,
        timeout: float,
        on_dead: Callable[[Connection], None],
    ):
        self.id = f"conn_{uuid4().hex}"
        self.user_id = user_id
        self.websocket = websocket
        self.dead: BaseException | None = None
        self.replayed: set[int] = set()
        self.held = False
        self.replaying = False
        self.again = False
        self._write = writer(websocket)
        self._timeout = timeout
        self._on_dead = on_dead
        self._urgent: deque[Post] = deque()
        self._waiting: deque[Post] = deque()
        self._current: Post | None = None
        self._pump: asyncio.Task[None] | None = None

    @property
    def closed(self) -> bool:
        """Whether it is known that it takes no more messages."""
        return self.dead is not None or is_closed(self.websocket)

    def post(self, message: Outgoing, urgent: bool = False) -> asyncio.Future[bool]:
        """Queue a message.

        Args:
            message: what to send.
            urgent: whether it goes before the others, and even while the connection is held.

        Returns:
            A future that tells whether the connection took it.
        """
        future: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        if self.dead is not None:
            future.set_result(False)
        else:
            (self._urgent if urgent else self._waiting).append((message, future))
            self._start()
        return future

    def hold(self) -> None:
        """Let only urgent messages pass from here on."""
        self.held = True

    def release(self) -> None:
        """Let all messages pass again."""
        self.held = False
        self._start()

    def fail(self, reason: BaseException) -> None:
        """Give the connection up: all that waits is undelivered."""
        if self.dead is not None:
            return
        self.dead = reason
        waiting = [self._current] if self._current else []
        for _, future in [*waiting, *self._urgent, *self._waiting]:
            _settle(future, False)
        self._urgent.clear()
        self._waiting.clear()
        if self._pump is not None:
            self._pump.cancel()
        self._on_dead(self)

    def _start(self) -> None:
        if self._pump is None and (self._urgent or (self._waiting and not self.held)):
            self._pump = asyncio.get_running_loop().create_task(self._run())

    def _next(self) -> Post | None:
        if self._urgent:
            return self._urgent.popleft()
        return self._waiting.popleft() if self._waiting and not self.held else None

    async def _run(self) -> None:
        try:
            while (post := self._next()) is not None:
                self._current = post
                await self._send(post[0])
                _settle(post[1], self.dead is None)
                self._current = None
        except BaseException as error:
            self._pump = None
            self.fail(error)
            if not isinstance(error, Exception):
                raise
        self._pump = None

    async def _send(self, message: Outgoing) -> None:
        # A timer, not wait_for: a send that ignores its cancellation holds nobody up.
        timer = asyncio.get_running_loop().call_later(self._timeout, self._expire)
        try:
            await self._write(message)
        finally:
            timer.cancel()

    def _expire(self) -> None:
        self.fail(TimeoutError(f"no message taken within {self._timeout:g} s"))


def open_among(connections: Iterable[Connection]) -> list[Connection]:
    """Return the connections that are open, and give up those that were closed."""
    found = []
    for connection in connections:
        if connection.closed:
            connection.fail(GoneError("closed"))
        else:
            found.append(connection)
    return found


def _settle(future: asyncio.Future[bool], taken: bool) -> None:
    if not future.done():
        future.set_result(taken)
