"""Ids are parts of channel names and cache keys that other modules make and read."""

from channels import channel_of, owner_of, parse_channel
from keys import RunKey, cache_key


async def main(manager, run_id, user_id):
    owner = user_id or "anonymous"
    kind, _, name = channel_of("job", run_id).partition(":")
    await manager.send_to_user(name, {"kind": kind})
    kind, name = parse_channel(channel_of("user", owner))
    await manager.send_to_user(name, {"kind": kind})
    await manager.send_to_user(owner_of(f"user:{owner}:events"), {"n": 1})
    await manager.send_to_user(owner_of(f"user:{run_id}:events"), {"n": 2})
    key = cache_key(run_id, owner)
    first, second = key.split("/")
    await manager.send_to_user(second, {"n": 3})
    await manager.send_to_user(first, {"n": 4})
    parsed = RunKey.parse(str(RunKey(run_id, owner)))
    await manager.send_to_user(parsed.owner, {"n": 5})
    await manager.send_to_user(parsed.job, {"n": 6})
    fresh = run_id.removeprefix("run_")
    await manager.send_to_user(f"run_{fresh}", {"n": 7})
    await manager.send_to_user(f"{owner}".lower(), {"n": 8})
