"""Requests are checked by a list of rules before they are handled; each rule tells why not."""

from dataclasses import dataclass
from typing import Callable, Optional


@dataclass
class NotifyRequest:
    run_id: str
    recipient: Optional[str]
    text: str = ""


Rule = Callable[[NotifyRequest], Optional[str]]


def has_recipient(request: NotifyRequest) -> Optional[str]:
    return None if request.recipient else "no recipient"


def is_no_run(request: NotifyRequest) -> Optional[str]:
    if request.recipient is not None and request.recipient.startswith("run_"):
        return "a run is no recipient"
    return None


def has_text(request: NotifyRequest) -> Optional[str]:
    return None if request.text.strip() else "no text"


def problems(request: NotifyRequest, *rules: Rule) -> list[str]:
    return [found for rule in rules if (found := rule(request))]


class NotifyHandler:
    def __init__(self, ws):
        self.ws = ws

    async def inline(self, request: NotifyRequest) -> Optional[str]:
        problem = has_recipient(request) or is_no_run(request)
        if problem:
            return problem
        await self.ws.send_to_user(request.recipient, {"text": request.text})
        return None

    async def in_turn(self, request: NotifyRequest) -> Optional[str]:
        for rule in (has_recipient, is_no_run, has_text):
            problem = rule(request)
            if problem is not None:
                return problem
        await self.ws.send_to_user(request.recipient, {"text": request.text})
        return None

    async def listed(self, request: NotifyRequest) -> list[str]:
        found = problems(request, has_recipient, is_no_run)
        if not found:
            await self.ws.send_to_user(request.recipient, {"text": request.text})
        return found

    async def wrong_rules(self, request: NotifyRequest) -> None:
        if not problems(request, has_recipient, has_text):
            await self.ws.send_to_user(request.recipient, {"text": request.text})

    async def by_result(self, request: NotifyRequest) -> None:
        ok, reason = self._check(request)
        if ok:
            await self.ws.send_to_user(request.recipient, {"text": request.text})
        else:
            request.text = reason

    def _check(self, request: NotifyRequest) -> tuple[bool, str]:
        if not request.recipient:
            return False, "no recipient"
        if request.recipient.startswith("run_"):
            return False, "a run"
        return True, ""


async def main(manager, run_id, user_key):
    handler = NotifyHandler(manager)
    for recipient in (user_key, run_id):
        request = NotifyRequest(run_id, recipient, "hi")
        await handler.inline(request)
        await handler.in_turn(request)
        await handler.listed(request)
        await handler.by_result(NotifyRequest(run_id, recipient, "ho"))
    await handler.wrong_rules(NotifyRequest(run_id, run_id, "hm"))
