"""Sessions open emitters bound to someone, and close them with a last message."""

from sessions import EmitterSession, emitter_for


async def main(manager, run_id, user_id):
    async with EmitterSession(manager, user_id, about=run_id) as emitter:
        await emitter.emit("step")
    async with EmitterSession(manager, run_id, about=user_id) as emitter:
        await emitter.emit("step")
    async with emitter_for(manager, {"owner": user_id, "job": run_id}) as emit:
        await emit("one")
    async with emitter_for(manager, {"owner": user_id, "job": run_id}, key="job") as emit:
        await emit("two")
