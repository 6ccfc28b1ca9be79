"""A path that raises never reaches the send."""


def main(manager, run_id, user_id):
    target = run_id
    if not user_id:
        raise LookupError(f"no user for {target}")
    target = user_id
    return manager.send_to_user(target, {"ok": True})
