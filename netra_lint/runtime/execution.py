"""What agents derive from: an execution, and progress that finds its way to clients."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Protocol

from netra_lint.runtime.context import entered

if TYPE_CHECKING:
    from netra_lint.runtime.context import ExecutionContext

logger = logging.getLogger(__name__)


class RoutingManager(Protocol):
    """The part of a WebSocket manager that agents use."""

    async def send_to_thread(self, thread_id: str, message: Any) -> Any:
        """Send to all users of a conversation."""

    async def send_to_user(self, user_id: str, message: Any) -> Any:
        """Send to one user."""


class BaseExecutionInterface:
    """The base of agents.

    Attributes:
        agent_name: the agent's name; the class's name if none is given.
        websocket_manager: where its messages go; without one they go nowhere.
    """

    def __init__(self, agent_name: str = "", websocket_manager: RoutingManager | None = None):
        self.agent_name = agent_name or type(self).__name__
        self.websocket_manager = websocket_manager

    async def execute_core_logic(self, context: ExecutionContext) -> Any:
        """Do the agent's work; agents override this.

        Args:
            context: the ids of the execution, to be kept whole.

        Raises:
            NotImplementedError: if the agent does not override it.
        """
        raise NotImplementedError(f"{type(self).__name__} has no execute_core_logic")

    async def execute(self, context: ExecutionContext) -> Any:
        """Run the agent, with its context as the active one.

        Args:
            context: the ids of the execution.

        Returns:
            What ``execute_core_logic`` returns.
        """
        with entered(context):
            return await self.execute_core_logic(context)

    async def send_status_update(
        self, context: ExecutionContext, status: str, message: str = ""
    ) -> bool:
        """Tell the clients of an execution how it goes: its thread first, else its user.

        Args:
            context: the ids of the execution.
            status: one word, such as ``processing``.
            message: a sentence for people.

        Returns:
            Whether a connection took the message. Without a recipient or a manager this is
            False, with a line at DEBUG and no error.
        """
        update = self._update(context, status, message)
        manager = self.websocket_manager
        if manager is None:
            logger.debug("%s has no WebSocket manager; %s is not sent", self.agent_name, status)
        elif context.thread_id:
            return bool(await manager.send_to_thread(context.thread_id, update))
        elif context.user_id:
            return bool(await manager.send_to_user(context.user_id, update))
        else:
            logger.debug("no recipient for %s of %s", status, context.run_id)
        return False

    def _update(self, context: ExecutionContext, status: str, message: str) -> dict[str, Any]:
        payload = {
            "run_id": context.run_id,
            "agent_name": self.agent_name,
            "status": status,
            "message": message,
        }
        return {"type": "status_update", "payload": payload}
