"""A state machine of an agent run: transitions notify people by tables keyed by enums"""

from __future__ import annotations

from machine import RunMachine
from model import RunInfo, State, Trigger
from notices import NoticeBoard
from rules import AUDIENCES, Audience


async def main(manager, run_id, user_id, thread_id):
    info = RunInfo(run_id=run_id, user_id=user_id, thread_id=thread_id)
    board = NoticeBoard(manager)
    machine = RunMachine(info, board)
    await machine.fire(Trigger.START)
    await machine.fire(Trigger.PAUSE)
    await machine.fire(Trigger.START)
    await machine.fire(Trigger.FAIL)
    await machine.fire(Trigger.RETRY)
    await machine.fire(Trigger.FINISH)
    if AUDIENCES[machine.state] is Audience.OWNER:
        await board.direct(info.user_id, {"closed": info.run_id})
    await board.digest(machine.log)
