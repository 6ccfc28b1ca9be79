"""A saga of steps; when one fails the ones before are compensated"""

from __future__ import annotations

from steps import Saga, SagaFailed, SagaState, Step


class Provisioning:
    def __init__(self, ws, fail: bool) -> None:
        self.ws = ws
        self.fail = fail

    def saga(self) -> Saga:
        return Saga(
            Step("reserve", self.reserve, self.release),
            Step("deploy", self.deploy),
            Step("announce", self.announce),
        )

    async def reserve(self, state: SagaState) -> None:
        state.values["reserved_by"] = state.customer
        state.values["token"] = state.run_id
        await self.ws.send_to_user(state.values["reserved_by"], {"reserved": True})

    async def release(self, state: SagaState) -> None:
        who = state.values.pop("token", None)
        await self.ws.send_to_user(who, {"released": True})

    async def deploy(self, state: SagaState) -> None:
        if self.fail:
            raise RuntimeError("no capacity")
        await self.ws.send_to_user(state.customer, {"deployed": state.run_id})

    async def announce(self, state: SagaState) -> None:
        await self.ws.send_to_user(state.run_id, {"announce": True})


async def main(manager, run_id, user_id, flag):
    provisioning = Provisioning(manager, flag)
    try:
        state = await provisioning.saga().execute(SagaState(run_id, user_id))
    except SagaFailed as failed:
        await manager.send_to_user(failed.state.customer, {"failed": failed.step})
        await manager.send_to_user(failed.state.run_id, {"failed": failed.step})
    else:
        await manager.send_to_user(state.customer, {"ok": True})
