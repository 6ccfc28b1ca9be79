"""Which receivers of a send are managers, by what their classes and imports say."""

from __future__ import annotations

from textwrap import dedent

import pytest

from netra_lint.engine import Request, check
from tests.support import write

MARK = "# wrong"
CASES = {
    "classes from outside, in quotes and unions": """
        from slack.web import Client
        from acme import WebSocketManager

        async def one(client: "Client", run_id):
            await client.send_message(run_id, "text")

        async def two(client: Client | None, run_id):
            await client.send_message(run_id, "text")

        async def three(manager: "WebSocketManager | None", run_id):
            await manager.send_message(run_id, "text")  # wrong

        async def four(client: "not a class(", run_id):
            await client.send_message(run_id, "text")  # wrong
        """,
    "classes from outside, by modules": """
        import telegram
        import telegram.ext as extras
        from typing import Annotated, Any, Optional

        async def one(bot: telegram.Bot, run_id):
            await bot.send_message(run_id, "text")

        async def two(bot: Optional[extras.Bot], run_id):
            await bot.send_message(run_id, "text")

        async def three(bot: Annotated[telegram.Bot, "chat"], run_id):
            await bot.send_message(run_id, "text")

        async def four(manager: Any, run_id):
            await manager.send_message(run_id, "text")  # wrong

        async def five(manager: Unheard, run_id):
            await manager.send_message(run_id, "text")  # wrong

        async def six(manager: unheard.Of, run_id):
            await manager.send_message(run_id, "text")  # wrong

        async def seven(manager: list[str], run_id):
            await manager.send_to_user(run_id, "text")  # wrong
        """,
    "fields that are declared with a class from outside": """
        from slack.web import Client

        class Chat:
            client: Client
            manager: object

            async def one(self, run_id):
                await self.client.send_message(run_id, "text")

            async def two(self, run_id):
                await self.manager.send_message(run_id, "text")  # wrong
        """,
    "modules, classes and texts": """
        import mailer

        class Sender:
            name = "sender"

        async def one(run_id):
            await mailer.send_message(run_id, "text")

        async def two(run_id):
            await Sender.send_to_user(run_id, "text")

        async def three(run_id):
            await "text".send_to_user(run_id, "text")

        async def four(run_id):
            await [run_id].send_to_user(run_id, "text")
        """,
    "classes that have bases from elsewhere": """
        from acme import Base, MockBase
        from typing import Protocol

        class Manager(Base):
            async def send_to_thread(self, thread_id, message):
                return None

        class Chat(Base):
            name = "chat"

        class Pretended(MockBase):
            name = "pretended"

        class Sends(Protocol):
            name: str

        class Closed:
            name = "closed"

        async def one(manager: Manager, run_id):
            await manager.send_message(run_id, "text")  # wrong

        async def two(chat: Chat, run_id):
            await chat.send_message(run_id, "text")

        async def three(chat: Chat, run_id):
            await chat.send_to_user(run_id, "text")  # wrong

        async def four(pretended: Pretended, run_id):
            await pretended.send_to_user(run_id, "text")

        async def five(sends: Sends, run_id):
            await sends.send_to_user(run_id, "text")  # wrong

        async def six(run_id):
            await Closed().send_to_user(run_id, "text")

        async def seven(run_id):
            await Chat().send_to_user(run_id, "text")  # wrong
        """,
    "what a base class that is not known sends": """
        from acme import Base

        class Manager(Base):
            async def tell(self, run_id):
                await super().send_to_user(run_id, {})  # wrong
        """,
    "protocols that others implement": """
        from typing import Protocol

        class Sends(Protocol):
            async def send_to_user(self, recipient, message): ...

        class Real:
            async def send_to_user(self, user_id, message):
                self.sent = user_id

        async def one(sends: Sends, run_id):
            await sends.send_to_user(run_id, {})  # wrong
        """,
    "abstract methods that are implemented for runs": """
        from abc import ABC, abstractmethod

        class Sends(ABC):
            @abstractmethod
            async def send_to_user(self, recipient, message): ...

        class ByRun(Sends):
            async def send_to_user(self, run_id, message):
                self.sent = run_id

        async def one(sends: Sends, run_id):
            await sends.send_to_user(run_id, {})
        """,
    "what a manager calls its recipient": """
        class Manager:
            async def send_to_user(self, whom, message):
                self.sent = whom

        class Numbered:
            async def send_to_user(self, message, account_id):
                self.sent = account_id

        class Silent:
            async def send_to_user(self, message):
                self.sent = message

        async def one(run_id):
            await Manager().send_to_user(run_id, {})  # wrong
            await Numbered().send_to_user({}, run_id)  # wrong
            await Numbered().send_to_user(run_id, "account")
            await Silent().send_to_user({"run": run_id})
        """,
    "functions that are called as sends": """
        from acme import send_to_user as tell_user, send_message

        async def one(run_id):
            await tell_user(run_id, {})  # wrong
            await send_message(run_id, {})
        """,
    "sends that are found through a star import": """
        from acme import *

        async def one(run_id):
            await send_to_user(run_id, {})  # wrong
            await send_message(run_id, {})
        """,
    "a manager that is None until it is set": """
        manager = None

        async def one(run_id):
            await manager.send_to_user(run_id, {})  # wrong
        """,
    "pretended managers": """
        from unittest.mock import AsyncMock

        async def one(run_id):
            manager = AsyncMock()
            await manager.send_to_user(run_id, {})
        """,
    "annotated ids": """
        from acme import RunId, UserId, identity

        async def one(manager, name: RunId):
            await manager.send_to_user(name, {})  # wrong

        async def two(manager, name: UserId):
            await manager.send_to_user(name, {})

        async def three(manager, value):
            await manager.send_to_user(RunId(value.run_id), {})  # wrong
        """,
}


@pytest.mark.parametrize("source", CASES.values(), ids=CASES)
def test_receiver(source, tmp_path):
    text = dedent(source)
    write(tmp_path, {"example.py": text})
    found = check(Request(cwd=str(tmp_path), select=("NTR101",))).diagnostics
    marked = [at for at, line in enumerate(text.splitlines(), 1) if line.endswith(MARK)]
    assert [each.location.row for each in found] == marked
