"""Calls over several lines, with comments and trailing commas."""


async def main(manager, run_id, user_id):
    await manager.send_to_user(
        # the owner of the run
        user_id,
        {
            "type": "agent_completed",
            "run_id": run_id,
        },
    )
    await (
        manager
        .send_to_user(
            run_id,
            {"n": 2},
        )
    )
    await manager.send_message(message={
        "run_id": run_id,
    }, user_id=run_id)
    await manager \
        .send_to_user(user_id or
                      run_id, {"n": 4})
