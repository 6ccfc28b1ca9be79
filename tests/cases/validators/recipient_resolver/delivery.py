"""Delivers to recipients."""

from __future__ import annotations

import logging
from typing import Any, Dict

from ids import looks_like_run, looks_like_thread
from model import MessageContext, NoRecipient, ThreadRecipient, UserRecipient
from resolvers import ResolverChain
from validators import InvalidRecipient, RecipientValidator

logger = logging.getLogger(__name__)


class DeliveryService:
    def __init__(self, manager: Any, chain: ResolverChain, validator: RecipientValidator) -> None:
        self._manager = manager
        self._chain = chain
        self._validator = validator

    async def deliver(self, context: MessageContext, message: Dict[str, Any]) -> bool:
        recipient = self._chain.resolve(context)
        if isinstance(recipient, ThreadRecipient):
            return await self._manager.send_to_thread(recipient.id, message)
        if isinstance(recipient, UserRecipient):
            return await self._manager.send_to_user(recipient.id, message)
        assert isinstance(recipient, NoRecipient)
        logger.debug("%s: %s", context.run, recipient.reason)
        return False

    async def deliver_checked(self, recipient: str, message: Dict[str, Any]) -> bool:
        """To a user; anything else is refused."""
        try:
            user_id = self._validator.ensure_user(recipient)
        except InvalidRecipient as error:
            logger.debug("refused: %s", error)
            return False
        return await self._manager.send_to_user(user_id, message)

    async def deliver_to_key(self, key: str, message: Dict[str, Any]) -> bool:
        if looks_like_run(key):
            logger.debug("%s cannot be sent to", key)
            return False
        if looks_like_thread(key):
            return await self._manager.send_to_thread(key, message)
        return await self._manager.send_to_user(key, message)

    async def deliver_strict(self, key: str, message: Dict[str, Any]) -> None:
        if self._validator.is_user(key):
            await self._manager.send_message(key, message)

    async def deliver_urgent(self, key: str, message: Dict[str, Any]) -> None:
        if not looks_like_thread(key):
            await self._manager.send_to_user(key, {**message, "urgent": True})

    async def deliver_to_thread_only(self, key: str, message: Dict[str, Any]) -> None:
        try:
            await self._manager.send_to_thread(self._validator.ensure_thread(key), message)
        except InvalidRecipient:
            logger.debug("%s is no thread", key)
