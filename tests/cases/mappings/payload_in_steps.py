"""A nested payload is built step by step, with the recipient in its header."""


def base_payload(run_id):
    payload = {"meta": {}, "data": {}}
    payload["meta"]["run_id"] = run_id
    payload["meta"]["version"] = 2
    return payload


def with_target(payload, target):
    payload["meta"]["target"] = target
    return payload


def with_step(payload, name, **extra):
    payload["data"].setdefault("steps", []).append({"name": name, **extra})
    payload["data"]["last"] = name
    return payload


async def main(manager, run_id, user_id, thread_id):
    payload = with_target(base_payload(run_id), user_id)
    payload = with_step(payload, "plan", run_id=run_id)
    await manager.send_to_user(payload["meta"]["target"], payload)
    header = payload["meta"]
    await manager.send_to_user(header.get("target"), payload["data"])
    await manager.send_to_user(header["run_id"], payload["data"])
    for step in payload["data"]["steps"]:
        await manager.send_to_user(step["run_id"], {"name": step["name"]})
    other = with_target(base_payload(run_id), thread_id)
    await manager.send_to_thread(other["meta"]["target"], {"n": 1})
    await manager.send_to_user(payload["meta"]["target"], {"n": 2})
    mistaken = with_target(base_payload(run_id), run_id)
    await manager.send_to_thread(mistaken["meta"]["target"], {"n": 3})
    target = mistaken["meta"].pop("target", None)
    await manager.send_to_thread(target, {"n": 4})
