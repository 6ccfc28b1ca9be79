"""State is never changed: reducers return copies with changes."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class State:
    run_id: str
    recipients: tuple = ()
    focus: str | None = None
    log: tuple = field(default=())


def opened(state, user_id):
    return replace(state, recipients=(*state.recipients, user_id), focus=user_id)


def logged(state, text):
    return replace(state, log=state.log + (text,))


def focused_on_run(state):
    return replace(state, focus=state.run_id)


def reduce_all(state, actions):
    for action in actions:
        match action:
            case ("open", user_id):
                state = opened(state, user_id)
            case ("log", text):
                state = logged(state, text)
            case ("focus_run",):
                state = focused_on_run(state)
    return state


async def main(manager, run_id, user_id):
    state = State(run_id)
    state = opened(state, user_id)
    state = logged(state, f"opened {run_id}")
    await manager.send_to_user(state.focus, {"log": state.log})
    for recipient in state.recipients:
        await manager.send_to_user(recipient, {"run_id": state.run_id})
    focused = focused_on_run(state)
    await manager.send_to_user(focused.focus, {"n": 1})
    await manager.send_to_user(state.focus, {"n": 2})
    final = reduce_all(State(run_id), [("open", user_id), ("log", run_id)])
    await manager.send_to_user(final.recipients[0], {"n": 3})
    wrong = reduce_all(State(run_id), [("open", user_id), ("focus_run",)])
    await manager.send_to_user(wrong.focus, {"n": 4})
