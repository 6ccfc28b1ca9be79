"""The reference manager: routes messages as Netra's guide says, in memory."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections import Counter, deque
from typing import TYPE_CHECKING, Any

from netra_lint.runtime import sockets
from netra_lint.runtime.buffers import BufferStatus, MemoryBuffer, MessageBuffer
from netra_lint.runtime.connection import Connection, GoneError, open_among
from netra_lint.runtime.ids import RUN, THREAD, USER, check_id
from netra_lint.runtime.messages import Outgoing, prepare
from netra_lint.runtime.postbox import Postbox
from netra_lint.runtime.registry import Registry
from netra_lint.runtime.reports import Refusal, Statistics

if TYPE_CHECKING:
    from collections.abc import Coroutine

logger = logging.getLogger("netra_lint.runtime")


class WebSocketManager:
    """Sends messages to users and threads.

    It belongs to one event loop at a time, and is safe among any number of its tasks: tables
    change between awaits only, and no lock is held across a send.

    Args:
        buffer: where undelivered messages wait; in memory if none is given.
        send_timeout: seconds that a connection may take for one message before it is dropped.

    Attributes:
        refusals: the last 1,000 recipients that were refused, the oldest first.
    """

    def __init__(self, buffer: MessageBuffer | None = None, send_timeout: float = 5.0):
        self.refusals: deque[Refusal] = deque(maxlen=1_000)
        self._buffer = buffer if buffer is not None else MemoryBuffer()
        self._timeout = send_timeout
        self._registry = Registry()
        self._counts: Counter[str] = Counter()
        self._postbox = Postbox(self._buffer, self._registry, self._counts)
        self._tasks: set[asyncio.Task[Any]] = set()

    async def connect(self, websocket: Any, user_id: str, thread_id: str | None = None) -> str:
        """Register an open connection, and deliver what waits for its user.

        The same object again is the same connection; a thread that is given is joined.

        Args:
            websocket: an object with an async ``send_json``, ``send_text`` or ``send``. A
                Starlette or FastAPI WebSocket must have been accepted.
            user_id: whose connection it is.
            thread_id: a conversation to join.

        Returns:
            The connection's id.

        Raises:
            TypeError: if the object cannot send, or an id is no string.
            ValueError: if an id is empty or of another kind, or the object is registered for
                another user.
        """
        check_id("user_id", user_id, USER)
        if thread_id is not None:
            check_id("thread_id", thread_id, THREAD)
        connection = self._connection(websocket, user_id)
        connection.hold()
        try:
            if thread_id is not None:
                # What waited for the thread is new to the user's other connections as well.
                await self.join_thread(user_id, thread_id)
            await self._postbox.replay(connection)
        except BaseException as error:
            connection.fail(error)
            raise
        return connection.id

    async def disconnect(self, connection_id: str) -> bool:
        """Forget a connection; its user stays in the threads.

        Args:
            connection_id: what ``connect`` returned; unknown ids are no error.

        Returns:
            Whether there was such a connection.
        """
        connection = self._registry.get(connection_id)
        if connection is None:
            logger.debug("no connection %s to disconnect", connection_id)
            return False
        connection.fail(GoneError("disconnected"))
        return True

    async def join_thread(self, user_id: str, thread_id: str) -> None:
        """Put a user into a thread, connected or not.

        Raises:
            TypeError: if an id is no string.
            ValueError: if an id is empty or of another kind.
        """
        check_id("user_id", user_id, USER)
        check_id("thread_id", thread_id, THREAD)
        self._registry.join(user_id, thread_id)
        await self._postbox.adopt(thread_id, (user_id,))
        await self._postbox.replay_to(user_id)

    async def leave_thread(self, user_id: str, thread_id: str) -> bool:
        """Take a user out of a thread; what was sent before still reaches them.

        Returns:
            Whether the user was in it.
        """
        return self._registry.leave(user_id, thread_id)

    async def send_to_thread(
        self, thread_id: str | None, message: Any, retry: bool = False
    ) -> bool:
        """Send to every connection of every user in a conversation.

        Args:
            thread_id: the conversation.
            message: anything that JSON can say.
            retry: whether the message waits for users that no connection brings it to.

        Returns:
            Whether at least one connection took it.

        Raises:
            TypeError: if the message is not JSON-serialisable.
        """
        outgoing = prepare(message)
        if not self._accepts("send_to_thread", thread_id, THREAD):
            return False
        assert thread_id is not None
        users = self._registry.members(thread_id)
        return await self._route(thread_id, users, outgoing, retry)

    async def send_to_user(self, user_id: str | None, message: Any, retry: bool = False) -> bool:
        """Send to every connection of one user.

        Args:
            user_id: the user.
            message: anything that JSON can say.
            retry: whether the message waits for the user if no connection takes it.

        Returns:
            Whether at least one connection took it.

        Raises:
            TypeError: if the message is not JSON-serialisable.
        """
        outgoing = prepare(message)
        if not self._accepts("send_to_user", user_id, USER):
            return False
        assert user_id is not None
        return await self._route(user_id, [user_id], outgoing, retry)

    async def send_message(self, user_id: str | None, message: Any, retry: bool = False) -> bool:
        """Send to one user: the older name of ``send_to_user``."""
        text = "send_message is deprecated, use send_to_thread or send_to_user"
        warnings.warn(text, DeprecationWarning, stacklevel=2)
        return await self.send_to_user(user_id, message, retry)

    async def broadcast(self, message: Any) -> int:
        """Send to every connection; nothing is buffered.

        Args:
            message: anything that JSON can say.

        Returns:
            How many connections took it.

        Raises:
            TypeError: if the message is not JSON-serialisable.
        """
        outgoing = prepare(message)
        return len(await self._post(open_among(self._registry.everyone()), outgoing))

    async def buffer_status(self, recipient: str) -> BufferStatus:
        """Return how many messages wait for a user or thread, since when, and what was lost."""
        return await self._postbox.status(recipient)

    def statistics(self) -> Statistics:
        """Return what is connected, and what was sent since the manager began."""
        connections, users, threads = self._registry.counts()
        return Statistics(connections, users, threads, **self._counts)

    async def close(self) -> None:
        """Forget all connections, finish what is under way, and close the buffer."""
        for connection in self._registry.everyone():
            connection.fail(GoneError("the manager is closed"))
        while self._tasks:
            await asyncio.wait(set(self._tasks))
        await self._buffer.close()

    async def _send_to_connection(self, connection_id: str, message: Any) -> bool:
        """Send to one connection: internal, since agents know no connections."""
        outgoing = prepare(message)
        connection = self._registry.get(connection_id)
        targets = open_among([connection] if connection else [])
        return bool(await self._post(targets, outgoing))

    def _connection(self, websocket: Any, user_id: str) -> Connection:
        known = self._registry.of_socket(websocket)
        if known is not None and known.user_id != user_id:
            raise ValueError(f"the connection is registered for another user, {known.user_id!r}")
        if known is None:
            known = Connection(websocket, user_id, self._timeout, self._bury)
            self._registry.add(known)
        return known

    def _accepts(self, method: str, recipient: object, wanted: str) -> bool:
        if recipient is None or recipient == "":
            logger.debug("%s without a recipient", method)
            return False
        is_text = isinstance(recipient, str)
        kind = self._registry.kind_of(str(recipient)) if is_text else type(recipient).__name__
        if kind in ("", wanted):
            return True
        level = logging.DEBUG if kind == RUN else logging.WARNING
        logger.log(level, "%s takes a %s id; %r is refused (%s)", method, wanted, recipient, kind)
        self.refusals.append(Refusal(method, recipient, kind, wanted))
        self._counts["refused"] += 1
        return False

    async def _route(
        self, recipient: str, users: list[str], message: Outgoing, retry: bool
    ) -> bool:
        targets = {user: open_among(self._registry.of_user(user)) for user in users}
        if not any(targets.values()):
            logger.warning("no connections for %s", recipient)
            self._counts["missed"] += 1
        if not retry:
            return bool(await self._post(_all(targets), message))
        # What is half-way must not be lost because the sender is cancelled.
        work = self._work(self._deliver_or_keep(recipient, targets, message))
        return await asyncio.shield(work)

    async def _deliver_or_keep(
        self, recipient: str, targets: dict[str, list[Connection]], message: Outgoing
    ) -> bool:
        took = await self._post(_all(targets), message)
        lacking = [user for user, own in targets.items() if not own or not took.issuperset(own)]
        if lacking or not targets:
            has = [one.id for user in lacking for one in targets[user] if one in took]
            await self._postbox.keep(recipient, message, lacking, has)
        return bool(took)

    async def _post(self, targets: list[Connection], message: Outgoing) -> set[Connection]:
        """Send to connections at the same time; return those that took the message."""
        posts = {connection: connection.post(message) for connection in targets}
        if posts:
            await asyncio.wait(posts.values())
        took = {connection for connection, post in posts.items() if post.result()}
        self._counts["delivered"] += len(took)
        return took

    def _bury(self, connection: Connection) -> None:
        self._registry.remove(connection)
        reason = connection.dead
        if isinstance(reason, (GoneError, asyncio.CancelledError)):
            logger.debug("%s of %s is gone: %r", connection.id, connection.user_id, reason)
            return
        self._counts["failed"] += 1
        logger.error("%s of %s took no message: %r", connection.id, connection.user_id, reason)
        self._work(self._close(connection))

    async def _close(self, connection: Connection) -> None:
        # Its client must notice, to connect again and get what it missed.
        try:
            await asyncio.wait_for(sockets.close(connection.websocket), self._timeout)
        except Exception as error:
            logger.debug("%s did not close: %r", connection.id, error)

    def _work(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _all(targets: dict[str, list[Connection]]) -> list[Connection]:
    return [connection for own in targets.values() for connection in own]
