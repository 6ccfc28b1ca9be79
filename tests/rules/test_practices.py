"""What the rules of the guide's practices flag, what they leave alone, and their fixes."""

from __future__ import annotations

import ast
from textwrap import dedent

import pytest

from netra_lint import rules
from netra_lint.diagnostics import Applicability
from netra_lint.engine import Request, Stdin, check
from netra_lint.engine.repair import fix
from netra_lint.flow import query_sends
from netra_lint.flow.machine import OutOfBudget
from tests.support import write

MANAGER = """
class Manager:
    async def send_to_user(self, user_id, message, retry=True):
        return bool(self.connections[user_id])
    async def send_message(self, user_id, message, retry=True):
        '''The older name.'''
        return await self.send_to_user(user_id, message, retry)
    async def send_to_thread(self, thread_id, message):
        return bool(self.connections[thread_id])
"""

FLAGGED = {
    "NTR301": [
        """
        from typing import Optional
        async def go(manager, user_id: Optional[str], message):
            await manager.send_to_user(user_id, message)
        """,
        """
        async def go(manager, thread_id: "str | None", message):
            await manager.send_to_thread(thread_id, message)
        """,
        """
        async def go(manager, payload, message):
            await manager.send_to_user(payload.get("user_id"), message)
        """,
        """
        from dataclasses import dataclass
        @dataclass
        class State:
            thread_id: str | None = None
        async def go(manager, state: State, message):
            await manager.send_to_thread(state.thread_id, message)
        """,
        """
        async def go(manager, state, message):
            await manager.send_to_user(getattr(state, "user_id", None), message)
        """,
        """
        def owner_of(thread) -> str | None:
            return thread.user_id
        async def go(manager, thread, message):
            user_id = owner_of(thread)
            await manager.send_to_user(user_id, message)
        """,
        """
        async def go(manager, thread, message):
            user_id = None
            if thread.is_open:
                user_id = thread.user_id
            await manager.send_to_user(user_id, message)
        """,
        """
        class Notifier:
            def __init__(self, manager, user_id=None):
                self.manager = manager
                self.user_id = user_id
            async def go(self, message):
                await self.manager.send_to_user(self.user_id, message)
        """,
        """
        async def go(manager, message, user_id=None):
            print(user_id)
            await manager.send_to_user(user_id, message)
        async def start(manager):
            await go(manager, {})
        async def restart(manager, user_id: str):
            await go(manager, {}, user_id)
        """,
    ],
    "NTR302": [
        """
        class ReportAgent:
            async def go(self, context: ExecutionContext, message):
                user_id = context.user_id
                await self.manager.send_to_user(user_id, message)
        """,
        """
        class ReportAgent:
            async def go(self, thread_id, user_id, message):
                await self.manager.send_to_user(user_id, message)
        """,
        """
        class Base(BaseExecutionInterface):
            async def go(self, state, message):
                print(state.thread_id)
                await self.manager.send_to_user(state.user_id, message)
        """,
        """
        async def go(manager, context: "AgentExecutionContext", message):
            await manager.send_to_user(context.user_id, message)
        """,
    ],
    "NTR303": [
        MANAGER
        + """
class Agent:
    def __init__(self, manager: Manager):
        self.manager = manager
    async def go(self, user_id: str, message):
        await self.manager.send_message(user_id, message)
"""
    ],
    "NTR304": [
        """
        async def go(manager, user_id: str, message):
            manager.send_to_user(user_id, message)
        """,
        """
        async def go(manager, user_id: str, message):
            unused = manager.send_to_user(user_id, message)
        """,
        """
        async def go(manager, user_id: str, message):
            user_id and manager.send_to_user(user_id, message)
        """,
        MANAGER
        + """
def go(manager: Manager, user_id: str, message):
    manager.send_to_user(user_id, message)
""",
        """
        async def go(manager, user_id: str, message):
            if manager.send_to_user(user_id, message):
                print("told")
        """,
        """
        async def go(manager, user_id: str, message):
            ok = manager.send_to_user(user_id, message)
            if not ok or ok is None:
                print("not told")
        """,
        """
        async def go(manager, user_id: str, message):
            if (ok := manager.send_to_user(user_id, message)) and message:
                print("told")
        """,
        """
        async def go(manager, user_ids: list[str], message):
            [manager.send_to_user(user_id, message) for user_id in user_ids]
        """,
        """
        async def go(manager, user_id: str, message):
            unused = [manager.send_to_user(user_id, message), 1]
        """,
    ],
    "NTR305": [
        """
        async def go(manager, logger, failed, thread_id):
            try:
                await manager.send_to_thread(thread_id, {})
            except Exception:
                logger.warning("failed")
                failed.append(thread_id)
        """,
        """
        async def go(manager, logger, metrics, user_id, message):
            try:
                await manager.send_to_user(user_id, message)
            except ConnectionError:
                logger.info("failed")
                await metrics.count("failed", len(message))
        """,
        """
        async def go(manager, logger, thread_id, user_id, message):
            if thread_id:
                return await manager.send_to_thread(thread_id, message)
            if user_id:
                return await manager.send_to_user(user_id, message)
            logger.warning("nobody to tell")
            return False
        """,
        """
        async def go(manager, logger, user_ids: list[str], message):
            for user_id in user_ids:
                try:
                    await manager.send_to_user(user_id, message)
                except OSError:
                    logger.warning("failed")
        """,
        """
        async def go(manager, logger, user_id: str, message):
            while True:
                try:
                    await manager.send_to_user(user_id, message)
                    for each in message:
                        break
                except OSError:
                    logger.warning("failed")
        """,
        """
        async def go(manager, logger, user_id: str, message):
            for attempt in range(3):
                try:
                    return await manager.send_to_user(user_id, message)
                except OSError:
                    logger.warning("failed")
                    return False
        """,
        """
        async def go(manager, logger, failed, user_id: str, message):
            try:
                await manager.send_to_user(user_id, message)
            except OSError:
                logger.warning("failed")
                failed.append(user_id)
        """,
        """
        async def work(manager, logger, user_ids, message):
            for user_id in user_ids:
                if not await send_once(manager, logger, user_id, message):
                    break

        async def send_once(manager, logger, user_id: str, message):
            try:
                return await manager.send_to_user(user_id, message)
            except OSError:
                logger.warning("failed")
                return False
        """,
        """
        class Other:
            async def work(self, peer, event):
                while not await peer.attempt(event):
                    pass

        class Outbox:
            async def attempt(self, event):
                try:
                    return await self.manager.send_to_user(event["user_id"], event["message"])
                except OSError:
                    logger.warning("failed")
                    return False
        """,
        """
        async def go(manager, logger, context, message):
            if context.thread_id:
                await manager.send_to_thread(context.thread_id, message)
            else:
                logger.warning("no thread")
        """,
        """
        async def go(self, user_id, message):
            if user_id is None or user_id.startswith("run_"):
                self.logger.info("no recipient")
            else:
                await self.manager.send_to_user(user_id, message)
        """,
        """
        async def go(manager, logger, user_id, message):
            try:
                await manager.send_to_user(user_id, message)
            except Exception as error:
                logger.debug(f"failed: {error}")
        """,
    ],
}

SILENT = {
    "NTR301": [
        """
        async def go(manager, message, user_id=None):
            if user_id is None:
                return
            await manager.send_to_user(user_id, message)
        """,
        """
        async def go(manager, message, thread_id=None, user_id=None):
            if thread_id:
                await manager.send_to_thread(thread_id, message)
            elif user_id:
                await manager.send_to_user(user_id, message)
        """,
        """
        async def go(manager, message, user_id=None):
            await manager.send_to_user(user_id or "system", message)
        """,
        """
        async def go(manager, message, user_id=None):
            assert user_id
            await manager.send_to_user(user_id, message)
        """,
        """
        async def go(manager, message, user_id=None):
            await manager.send_to_user(user_id, message)
        async def start(manager, user_id: str):
            await go(manager, {}, user_id)
        """,
        """
        async def go(manager, payload, message):
            if payload.get("user_id"):
                await manager.send_to_user(payload.get("user_id"), message)
        """,
        """
        async def go(manager, payload, message):
            user_id = payload.get("user_id", "system")
            await manager.send_to_user(user_id, message)
        """,
        """
        from typing import Optional
        class Context:
            thread_id: Optional[str] = None
        async def go(manager, context: Context, message):
            if not context.thread_id:
                return
            await manager.send_to_thread(context.thread_id, message)
        """,
        """
        class Notifier:
            def __init__(self, manager, user_id=None):
                self.manager = manager
                self.user_id = user_id or "system"
            async def go(self, message):
                await self.manager.send_to_user(self.user_id, message)
        """,
    ],
    "NTR302": [
        """
        class ReportAgent:
            async def go(self, context: ExecutionContext, store, message):
                user_id = store.owner_of(message)
                await self.manager.send_to_user(user_id, message)
        """,
        """
        class ReportAgent:
            async def go(self, context: ExecutionContext, guest, message):
                user_id = context.user_id
                if guest:
                    user_id = guest.user_id
                await self.manager.send_to_user(user_id, message)
        """,
        """
        async def go(manager, thread_id, user_id, message):
            await manager.send_to_user(user_id, message)
        """,
        """
        class ReportAgent:
            async def go(self, thread_id, user_id, message):
                if thread_id:
                    await self.manager.send_to_thread(thread_id, message)
                else:
                    await self.manager.send_to_user(user_id, message)
        """,
        """
        class ReportAgent:
            async def go(self, thread_id, user_id, message):
                if not thread_id:
                    await self.manager.send_to_user(user_id, message)
        """,
        """
        class ReportAgent:
            async def go(self, thread_id, owner_user_id, message):
                await self.manager.send_to_user(owner_user_id, message)
        """,
    ],
    "NTR303": [
        """
        async def go(manager, user_id: str, message):
            await manager.send_message(user_id, message)
        """,
        """
        class Manager:
            async def send_to_user(self, user_id, message):
                return bool(self.connections[user_id])
            async def send_message(self, connection_id, message):
                return bool(self.sockets[connection_id])
        async def go(manager: Manager, user_id: str, message):
            await manager.send_message(user_id, message)
        """,
        """
        class Manager:
            async def send_to_user(self, user_id, message):
                return await self.send_message(user_id, message)
            async def send_message(self, user_id, message):
                return bool(self.connections[user_id])
        """,
    ],
    "NTR304": [
        """
        import asyncio
        async def go(manager, user_id: str, message):
            await manager.send_to_user(user_id, message)
            await asyncio.gather(manager.send_to_user(user_id, message))
            asyncio.create_task(manager.send_to_user(user_id, message))
            kept = manager.send_to_user(user_id, message)
            await kept
            return manager.send_to_user(user_id, message)
        """,
        """
        class Manager:
            def send_to_user(self, user_id, message):
                self.queue.put((user_id, message))
        async def go(manager: Manager, user_id: str, message):
            manager.send_to_user(user_id, message)
        """,
        """
        def go(manager, user_id: str, message):
            manager.send_to_user(user_id, message)
        """,
        """
        async def go(websocket_client, user_id: str, message):
            websocket_client.send_message(user_id, message)
        """,
        """
        async def go(manager, user_ids: list[str], message, kept: list):
            ok = manager.send_to_user(user_ids[0], message)
            if ok:
                await ok
            kept.append(manager.send_to_user(user_ids[0], message))
            return [manager.send_to_user(user_id, message) for user_id in user_ids]
        """,
    ],
    "NTR305": [
        """
        async def go(manager, logger, store, thread_id):
            try:
                await manager.send_to_thread(thread_id, {})
            except Exception:
                logger.warning("queued")
                store.setdefault("retry_queue", []).append(("summary", thread_id))
        """,
        """
        async def go(manager, logger, thread_id, message):
            try:
                await manager.send_to_thread(thread_id, message)
            except (ConnectionResetError, BrokenPipeError):
                logger.info("the browser went away")
        """,
        """
        async def go(manager, logger, mailer, user_id, message):
            try:
                await manager.send_to_user(user_id, message)
            except Exception:
                logger.info("a mail goes out instead")
                await mailer.mail(user_id, message)
        """,
        """
        async def go(manager, logger, mail, thread_id, message):
            if thread_id:
                await manager.send_to_thread(thread_id, message)
                return
            logger.warning("no thread: a mail goes out")
            await mail(message)
        """,
        """
        async def go(manager, logger, thread_id, message):
            if not thread_id:
                return
            await manager.send_to_thread(thread_id, message)
            logger.info("told")
        """,
        """
        async def go(manager, logger, thread_id: str, message, left=3):
            try:
                await manager.send_to_thread(thread_id, message)
            except OSError:
                logger.warning("trying again")
                if left:
                    await go(manager, logger, thread_id, message, left - 1)
        """,
        """
        async def go(manager, logger, thread_id: str, user_id: str, message):
            try:
                await manager.send_to_thread(thread_id, message)
            except OSError:
                logger.warning("the user gets it instead")
                await manager.send_to_user(user_id, message)
        """,
        """
        async def go(manager, logger, user_id: str, message):
            if not user_id:
                logger.debug("no recipient")
                return
            try:
                await manager.send_to_user(user_id, message)
            except Exception:
                logger.exception("failed")
        """,
        """
        async def go(manager, logger, user_id: str, message):
            if not user_id:
                logger.error("a user is needed")
                raise ValueError
            if not await manager.send_to_user(user_id, message):
                logger.warning("nobody connected")
        """,
        """
        async def go(manager, logger, user_id: str, message):
            try:
                await manager.send_to_user(user_id, message)
            except WebSocketDisconnect:
                logger.info("left")
        """,
        """
        async def go(manager, logger, database, user_id: str, message):
            try:
                row = await database.fetch(user_id)
                await manager.send_to_user(user_id, row)
            except Exception:
                logger.warning("no row")
        """,
        """
        async def go(manager, logger, user_id: str, message, is_late):
            if is_late:
                logger.warning("late")
            await manager.send_to_user(user_id, message)
        """,
        """
        async def go(manager, logger, user_id: str, message):
            for attempt in range(3):
                try:
                    return await manager.send_to_user(user_id, message)
                except OSError:
                    logger.warning("failed, once more")
            logger.error("failed for good")
        """,
        """
        async def go(manager, logger, user_id: str, message):
            sent, number = False, 0
            while not sent and number < 3:
                number += 1
                try:
                    await manager.send_to_user(user_id, message)
                    sent = True
                except OSError:
                    logger.debug("failed, once more")
        """,
        """
        async def go(manager, logger, user_id: str, message):
            while True:
                try:
                    if await manager.send_to_user(user_id, message):
                        break
                except OSError:
                    logger.info("failed, once more")
        """,
        """
        async def go(manager, logger, sleep, user_id: str, messages):
            for message in messages:
                try:
                    await manager.send_to_user(user_id, message)
                except OSError:
                    logger.debug("failed, later")
                    await sleep(1)
        """,
        """
        async def go(manager, logger, failed, user_id: str):
            for message in list(failed):
                try:
                    await manager.send_to_user(user_id, message)
                    failed.remove(message)
                except OSError:
                    logger.warning("failed once more")
        """,
        """
        async def go(manager, logger, pending, user_id: str, message):
            try:
                await manager.send_to_user(user_id, message)
            except OSError:
                logger.debug("failed, kept")
                pending.append((user_id, message))
        """,
        """
        @retrying(times=3)
        async def go(manager, logger, user_id: str, message):
            try:
                return await manager.send_to_user(user_id, message)
            except OSError:
                logger.debug("failed")
                return False
        """,
        """
        class Outbox:
            async def work(self):
                while self.queue:
                    event = self.queue.popleft()
                    if await self._attempt(event):
                        continue
                    else:
                        self.queue.append(event)

            async def _attempt(self, event):
                try:
                    return await self.manager.send_to_user(event["user_id"], event["message"])
                except OSError:
                    logger.warning("failed")
                    return False
        """,
        """
        async def work(manager, logger, user_id, message):
            for attempt in range(3):
                done = await attempt_once(manager, logger, user_id, message)
                if done:
                    return True
            return False

        async def attempt_once(manager, logger, user_id: str, message):
            try:
                return await manager.send_to_user(user_id, message)
            except OSError:
                logger.warning("failed")
                return False
        """,
        """
        async def work(manager, logger, sleep, user_id, message):
            while not await attempt_once(manager, logger, user_id, message):
                await sleep(1)

        async def attempt_once(manager, logger, user_id: str, message):
            try:
                return await manager.send_to_user(user_id, message)
            except OSError:
                logger.warning("failed")
                return False
        """,
    ],
}

FIXED = [
    (
        "NTR301",
        "safe",
        """
        import logging
        logger = logging.getLogger(__name__)
        async def go(manager, message, user_id=None):
            print(message)
            await manager.send_to_user(user_id, message)
        """,
        """
        import logging
        logger = logging.getLogger(__name__)
        async def go(manager, message, user_id=None):
            print(message)
            if not user_id:
                logger.debug("No WebSocket recipient available")
                return
            await manager.send_to_user(user_id, message)
        """,
    ),
    (
        "NTR301",
        "safe",
        """
        async def go(manager, message, user_id=None):
            await manager.send_to_user(user_id, message)
            print(message)
        """,
        """
        async def go(manager, message, user_id=None):
            if user_id:
                await manager.send_to_user(user_id, message)
            print(message)
        """,
    ),
    (
        "NTR301",
        "safe",
        """
        async def go(manager, message, payload):
            await manager.send_to_user(payload.get("user_id"), message)
        """,
        """
        async def go(manager, message, payload):
            user_id = payload.get("user_id")
            if user_id:
                await manager.send_to_user(user_id, message)
        """,
    ),
    (
        "NTR301",
        "unsafe",
        """
        async def go(manager, message, user_id=None):
            return await manager.send_to_user(user_id, message)
        """,
        """
        async def go(manager, message, user_id=None):
            if user_id:
                return await manager.send_to_user(user_id, message)
            return False
        """,
    ),
    (
        "NTR302",
        "unsafe",
        """
        class ReportAgent:
            async def go(self, context: ExecutionContext, message):
                await self.manager.send_to_user(context.user_id, message)
        """,
        """
        class ReportAgent:
            async def go(self, context: ExecutionContext, message):
                if context.thread_id:
                    await self.manager.send_to_thread(context.thread_id, message)
                elif context.user_id:
                    await self.manager.send_to_user(context.user_id, message)
        """,
    ),
    (
        "NTR302",
        "unsafe",
        """
        class ReportAgent:
            async def go(self, context: ExecutionContext, message):
                if context.user_id:
                    await self.manager.send_to_user(context.user_id, message)
        """,
        """
        class ReportAgent:
            async def go(self, context: ExecutionContext, message):
                if context.thread_id:
                    await self.manager.send_to_thread(context.thread_id, message)
                elif context.user_id:
                    await self.manager.send_to_user(context.user_id, message)
        """,
    ),
    (
        "NTR303",
        "safe",
        MANAGER
        + """
async def go(manager: Manager, user_id: str, message):
    await manager.send_message(
        user_id, message, retry=False)
""",
        MANAGER
        + """
async def go(manager: Manager, user_id: str, message):
    await manager.send_to_user(
        user_id, message, retry=False)
""",
    ),
    (
        "NTR304",
        "unsafe",
        """
        async def go(manager, user_id: str, message):
            if not manager.send_to_user(user_id, message):
                print("not told")
        """,
        """
        async def go(manager, user_id: str, message):
            if not await manager.send_to_user(user_id, message):
                print("not told")
        """,
    ),
    (
        "NTR304",
        "safe",
        """
        async def go(manager, user_ids: list[str], message):
            [manager.send_to_user(user_id, message) for user_id in user_ids]
        """,
        """
        async def go(manager, user_ids: list[str], message):
            [await manager.send_to_user(user_id, message) for user_id in user_ids]
        """,
    ),
    (
        "NTR304",
        "safe",
        """
        async def go(manager, user_id: str, message):
            done = manager.send_to_user(user_id, message)
        """,
        """
        async def go(manager, user_id: str, message):
            done = await manager.send_to_user(user_id, message)
        """,
    ),
    (
        "NTR305",
        "unsafe",
        """
        async def go(manager, logger, user_id: str, message):
            try:
                await manager.send_to_user(user_id, message)
            except OSError as error:
                logger.warning(f"failed: {error}")
        """,
        """
        async def go(manager, logger, user_id: str, message):
            try:
                await manager.send_to_user(user_id, message)
            except OSError as error:
                logger.error(f"failed: {error}")
        """,
    ),
]


def pairs(cases):
    return [(code, source) for code, sources in cases.items() for source in sources]


def found(folder, code, source):
    write(folder, {"example.py": dedent(source)})
    return check(Request(cwd=str(folder), select=(code,))).diagnostics


@pytest.mark.parametrize(("code", "source"), pairs(FLAGGED))
def test_flagged(code, source, tmp_path):
    assert [each.code for each in found(tmp_path, code, source)] == [code]


@pytest.mark.parametrize(("code", "source"), pairs(SILENT))
def test_left_alone(code, source, tmp_path):
    assert list(found(tmp_path, code, source)) == []


@pytest.mark.parametrize(("code", "level", "before", "after"), FIXED)
def test_fixed(code, level, before, after, tmp_path):
    path, content = str(tmp_path / "module.py"), dedent(before).encode()
    request = Request(paths=(), cwd=str(tmp_path), stdin=Stdin(path, content), select=(code,))
    done = fix(request, unsafe=True)
    text = done.after.get(path, content).decode()
    assert text == dedent(after)
    ast.parse(text)
    levels = {each.fix.applicability for each in done.fixed if each.fix is not None}
    assert levels == {Applicability.SAFE if level == "safe" else Applicability.UNSAFE}


def test_a_literal_none_is_for_a_person(tmp_path):
    source = "async def go(manager):\n    await manager.send_to_user(None, {})\n"
    (only,) = found(tmp_path, "NTR301", source)
    assert only.message == "`send_to_user` sends to None"
    assert only.fix is None
    assert "where the message should go" in only.unfixable


def test_the_thread_comes_first_where_both_rules_have_a_repair(tmp_path):
    source = """
        class ReportAgent(BaseAgent):
            async def go(self, message, user_id: str | None, thread_id: str):
                await self.manager.send_to_user(user_id, message)
    """
    path, content = str(tmp_path / "module.py"), dedent(source).encode()
    codes = ("NTR301", "NTR302")
    request = Request(paths=(), cwd=str(tmp_path), stdin=Stdin(path, content), select=codes)
    done = fix(request, unsafe=True)
    assert not done.report.diagnostics
    assert done.after[path].decode().splitlines()[3:] == [
        "        if thread_id:",
        "            await self.manager.send_to_thread(thread_id, message)",
        "        elif user_id:",
        "            await self.manager.send_to_user(user_id, message)",
    ]


@pytest.mark.parametrize("check", ["not context.user_id", "context.user_id is None"])
def test_no_thread_comes_first_where_all_has_ended_without_a_user(check, tmp_path):
    source = f"""
        class ReportAgent:
            async def go(self, context: ExecutionContext, messages):
                if {check}:
                    return
                for message in messages:
                    await self.manager.send_to_user(context.user_id, message)
    """
    (one,) = found(tmp_path, "NTR302", source)
    assert one.fix is None
    assert "that check has to go first" in one.unfixable


def test_which_are_on():
    assert [code for code in rules.names() if code not in rules.defaults()] == [
        "NTR203",
        "NTR301",
        "NTR302",
    ]


@pytest.mark.parametrize(
    ("level", "text", "reason"),
    [
        ("critical", "CRITICAL: nobody to tell", "the message itself says CRITICAL"),
        ("warning", "WARNING no user", "the message itself says WARNING"),
        ("error", "EMISSION FAILED", "the message itself says FAILED"),
        ("error", "failed, as an error", ""),
        ("info", "WARNINGS are off", ""),
    ],
)
def test_a_message_that_names_its_level_is_left(level, text, reason, tmp_path):
    source = f"""
        async def go(manager, logger, user_id: str, message):
            if not user_id:
                logger.{level}(f"{text}: {{message}}")
                return
            await manager.send_to_user(user_id, message)
    """
    (one,) = found(tmp_path, "NTR305", source)
    assert (one.fix is None) == bool(reason)
    assert reason in one.unfixable


def test_a_failed_send_that_says_error_is_logged_as_one(tmp_path):
    source = """
        async def go(manager, logger, user_id: str, message):
            try:
                await manager.send_to_user(user_id, message)
            except OSError:
                logger.{level}("{text}")
    """
    (good,) = found(tmp_path, "NTR305", source.format(level="debug", text="ERROR: lost"))
    assert good.fix is not None
    (bad,) = found(tmp_path, "NTR305", source.format(level="warning", text="WARNING: lost"))
    assert bad.fix is None
    assert "says WARNING" in bad.unfixable


def test_who_tries_again_may_stand_in_another_file(tmp_path):
    sender = """
        async def attempt_once(manager, logger, user_id: str, message):
            try:
                return await manager.send_to_user(user_id, message)
            except OSError:
                logger.warning("failed")
                return False
    """
    worker = """
        from sender import attempt_once

        async def work(manager, logger, user_id, message):
            {loop} not await attempt_once(manager, logger, user_id, message):
                logger.debug("once more")
    """
    request = Request(cwd=str(tmp_path), select=("NTR305",), cache=True)
    for loop, codes in (("while", []), ("if", ["NTR305"]), ("while", [])):
        write(
            tmp_path, {"sender.py": dedent(sender), "worker.py": dedent(worker).format(loop=loop)}
        )
        assert [each.code for each in check(request).diagnostics] == codes


@pytest.mark.parametrize("cases", [FLAGGED, SILENT], ids=["flagged", "silent"])
@pytest.mark.parametrize("code", ["NTR302", "NTR305"])
def test_what_takes_too_long_to_evaluate_is_told_by_the_text(code, cases, tmp_path, monkeypatch):
    def too_long(*_):
        raise OutOfBudget

    monkeypatch.setattr(query_sends, "_sent", too_long)
    for number, source in enumerate(cases[code]):
        folder = tmp_path / str(number)
        folder.mkdir()
        codes = [each.code for each in found(folder, code, source)]
        assert codes == ([code] if cases is FLAGGED else []), source


def test_what_takes_too_long_to_evaluate_is_not_taken_for_a_coroutine(tmp_path, monkeypatch):
    def too_long(*_):
        raise OutOfBudget

    monkeypatch.setattr(query_sends, "_sent", too_long)
    for number, source in enumerate(FLAGGED["NTR304"]):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert list(found(folder, "NTR304", source)) == []


def test_a_class_without_the_method_is_not_all_that_there_is_to_its_objects(tmp_path):
    source = """
        from typing import Protocol
        class SocketProtocol(Protocol):
            async def send_update(self, run_id, message): ...
        class Agent:
            websocket_manager: SocketProtocol
            async def go(self, logger, user_id: str, message):
                try:
                    await self.websocket_manager.send_message(user_id, message)
                except Exception:
                    logger.debug("failed")
        """
    assert [each.code for each in found(tmp_path, "NTR305", source)] == ["NTR305"]
    other = source.replace("send_update(self, run_id", "send_message(self, text")
    assert list(found(tmp_path, "NTR305", other)) == []
