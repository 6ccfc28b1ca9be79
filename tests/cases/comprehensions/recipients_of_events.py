"""Recipients are gathered from events."""


async def main(manager, run_id, user_id):
    events = [{"to": user_id, "ref": run_id}, {"to": user_id, "ref": run_id}]
    for to in {event["to"] for event in events}:
        await manager.send_to_user(to, {"n": 1})
    for ref in [event["ref"] for event in events if event["to"]]:
        await manager.send_to_user(ref, {"n": 2})
    by_run = {event["ref"]: event["to"] for event in events}
    for ref, to in by_run.items():
        await manager.send_to_user(to, {"ref": ref})
    for key in by_run:
        await manager.send_to_user(key, {"n": 4})
