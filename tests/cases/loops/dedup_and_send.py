"""Targets are deduplicated, normalised and sent to; one list keeps what was left out."""


def normalise(targets, owners):
    found, left_out = [], []
    for target in targets:
        if not target:
            continue
        if target.startswith("run_"):
            owner = owners.get(target)
            if owner is None:
                left_out.append(target)
                continue
            target = owner
        if target not in found:
            found.append(target)
    return found, left_out


async def main(manager, run_id, other_run_id, user_key):
    found, left_out = normalise([run_id, user_key, other_run_id], {run_id: user_key})
    for target in found:
        await manager.send_to_user(target, {"left_out": left_out})
    for target in left_out:
        await manager.send_to_user(target, {"n": 2})
