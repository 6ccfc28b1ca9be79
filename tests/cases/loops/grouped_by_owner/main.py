"""Updates are grouped by whom they are for, and each group is sent as one batch."""

from batching import Batcher, group_by, grouped_sorted


async def main(manager, run_id, user_id):
    owner = user_id or "anonymous"
    updates = [
        {"owner": owner, "job": run_id, "text": "one"},
        {"owner": owner, "job": run_id, "text": "two"},
    ]
    for who, batch in group_by(updates, "owner").items():
        await manager.send_to_user(who, {"texts": [each["text"] for each in batch]})
    for who, batch in group_by(updates, "job").items():
        await manager.send_to_user(who, {"texts": [each["text"] for each in batch]})
    for who, batch in grouped_sorted(updates, key=lambda each: each["job"]):
        await manager.send_to_user(who, {"count": len(batch)})
        await manager.send_to_user(batch[0]["owner"], {"count": len(batch)})
    batcher = Batcher(manager)
    for update in updates:
        batcher.add(update["owner"], update["text"])
    await batcher.flush()
    batcher = Batcher(manager)
    for update in updates:
        batcher.add(update["job"], update["text"])
    await batcher.flush()
