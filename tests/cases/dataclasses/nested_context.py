"""A dataclass in a dataclass, rebuilt by a helper."""

from dataclasses import dataclass


@dataclass
class Ids:
    job: str
    person: str


@dataclass
class AgentState:
    ids: Ids
    step: int = 0


def next_state(state):
    return AgentState(ids=Ids(job=state.ids.job, person=state.ids.person), step=state.step + 1)


def collapsed(state):
    return AgentState(ids=Ids(job=state.ids.job, person=state.ids.job), step=state.step)


async def main(manager, run_id, user_id):
    state = AgentState(Ids(run_id, user_id))
    await manager.send_to_user(next_state(state).ids.person, {"n": 1})
    await manager.send_to_user(collapsed(state).ids.person, {"n": 2})
    await manager.send_to_user(next_state(next_state(state)).ids.job, {"n": 3})
