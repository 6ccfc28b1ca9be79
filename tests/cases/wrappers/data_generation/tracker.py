from __future__ import annotations

import logging
from typing import Any

from status import GenerationStatus

logger = logging.getLogger(__name__)


class ProgressTracker:
    def __init__(self, manager: Any) -> None:
        self.manager = manager
        self.statuses: dict[str, GenerationStatus] = {}
        self.recipients: dict[str, str | None] = {}

    def begin(self, run_id: str, total: int, recipient: str | None) -> GenerationStatus:
        status = self.statuses[run_id] = GenerationStatus(total)
        self.recipients[run_id] = recipient
        return status

    async def send_update(
        self,
        run_id: str,
        status: GenerationStatus,
        thread_id: str | None = None,
        user_id: str | None = None,
    ) -> None:
        message = status.to_message(run_id)
        if thread_id:
            await self.manager.send_to_thread(thread_id, message)
        elif user_id:
            await self.manager.send_to_user(user_id, message)
        else:
            logger.debug("nobody to tell of %s", run_id)

    async def send_final(self, run_id: str) -> None:
        status = self.statuses.get(run_id)
        if status is None:
            return
        recipient = self.recipients.pop(run_id, None)
        if recipient and not recipient.startswith(("run_", "thread_")):
            await self.manager.send_to_user(recipient, status.to_message(run_id))

    async def send_failure(self, recipient: str, error: str, *, fallback: str | None = None) -> None:
        await self.manager.send_to_user(recipient or fallback, {"type": "error", "error": error})
