"""Values and keys of a dict comprehension."""


async def main(manager, run_id, user_id):
    table = {name: value for name, value in (("job", run_id), ("owner", run_id))}
    await manager.send_to_user(table["job"], {"n": 1})
    states = {recipient: "active" for recipient in [run_id]}
    for recipient, state in states.items():
        await manager.send_to_user(recipient, {"state": state})
        await manager.send_to_user(state, {"recipient": recipient})
