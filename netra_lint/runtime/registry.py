"""Who is connected, and who is in which conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netra_lint.runtime.ids import THREAD, USER, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra_lint.runtime.connection import Connection


class Registry:
    """Tables of connections by id, by socket and by user, and of users by thread.

    A user stays in a thread without connections, so that what is sent meanwhile can wait.
    """

    def __init__(self) -> None:
        self._connections: dict[str, Connection] = {}
        self._sockets: dict[int, Connection] = {}
        self._users: dict[str, dict[str, Connection]] = {}
        self._threads: dict[str, dict[str, None]] = {}
        self._joined: dict[str, int] = {}

    def add(self, connection: Connection) -> None:
        """Register a connection."""
        self._connections[connection.id] = connection
        self._sockets[id(connection.websocket)] = connection
        self._users.setdefault(connection.user_id, {})[connection.id] = connection

    def remove(self, connection: Connection) -> None:
        """Forget a connection; its user stays in the threads."""
        del self._connections[connection.id]
        del self._sockets[id(connection.websocket)]
        own = self._users[connection.user_id]
        del own[connection.id]
        if not own:
            del self._users[connection.user_id]

    def get(self, connection_id: str) -> Connection | None:
        """Return a connection by its id."""
        return self._connections.get(connection_id)

    def of_socket(self, websocket: Any) -> Connection | None:
        """Return the connection of a WebSocket object."""
        return self._sockets.get(id(websocket))

    def of_user(self, user_id: str) -> list[Connection]:
        """Return a user's connections, the oldest first."""
        return list(self._users.get(user_id, {}).values())

    def everyone(self) -> list[Connection]:
        """Return all connections."""
        return list(self._connections.values())

    def join(self, user_id: str, thread_id: str) -> None:
        """Put a user into a thread."""
        members = self._threads.setdefault(thread_id, {})
        if user_id not in members:
            members[user_id] = None
            self._joined[user_id] = self._joined.get(user_id, 0) + 1

    def leave(self, user_id: str, thread_id: str) -> bool:
        """Take a user out of a thread; return whether they were in it."""
        members = self._threads.get(thread_id, {})
        if user_id not in members:
            return False
        del members[user_id]
        if not members:
            del self._threads[thread_id]
        self._joined[user_id] -= 1
        if not self._joined[user_id]:
            del self._joined[user_id]
        return True

    def members(self, thread_id: str) -> list[str]:
        """Return the users of a thread, in the order in which they joined."""
        return list(self._threads.get(thread_id, ()))

    def kind_of(self, recipient: str) -> str:
        """Return the kind of id by its format, else by whom it is registered for."""
        kind = kind_of(recipient)
        if kind:
            return kind
        user = recipient in self._users or recipient in self._joined
        thread = recipient in self._threads
        if user == thread:
            return ""
        return USER if user else THREAD

    def counts(self) -> tuple[int, int, int]:
        """Return how many connections, connected users and threads there are."""
        return len(self._connections), len(self._users), len(self._threads)


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Return items in their order, each once."""
    return tuple(dict.fromkeys(items))
