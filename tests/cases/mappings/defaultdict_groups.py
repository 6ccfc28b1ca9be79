"""Groups in a defaultdict."""

from collections import defaultdict


async def main(manager, run_id, user_id):
    groups = defaultdict(list)
    groups["runs"].append(run_id)
    groups["users"].append(user_id)
    for recipient in groups["runs"]:
        await manager.send_to_user(recipient, {"group": "runs"})
