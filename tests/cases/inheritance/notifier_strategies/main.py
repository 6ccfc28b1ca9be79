"""Strategies decide who hears of what; a dispatcher picks one by the settings of a user."""

from dispatch import Dispatcher
from settings import Settings
from strategies import build_strategies


async def main(manager, run_id, user_id, thread_id, mode):
    dispatcher = Dispatcher(build_strategies(manager), Settings({user_id: mode}))
    await dispatcher.dispatch(user_id, run_id, thread_id, {"text": "hello"})
    quiet = Dispatcher(build_strategies(manager), Settings({}))
    await quiet.dispatch(user_id, run_id, thread_id, {"text": "hm"})
