"""A function that chooses the first proper id."""


def first_proper(*candidates):
    for candidate in candidates:
        if candidate and not candidate.startswith("run_"):
            return candidate
    return None


async def main(manager, run_id, user_id):
    recipient = first_proper(run_id, user_id)
    if recipient:
        await manager.send_to_user(recipient, {"n": 1})
