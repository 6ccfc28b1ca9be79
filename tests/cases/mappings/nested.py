"""Dictionaries in dictionaries."""


async def main(manager, run_id, user_id):
    payload = {"meta": {"ids": {"owner": user_id, "job": run_id}}, "text": "hello"}
    await manager.send_to_user(payload["meta"]["ids"]["owner"], payload)
    await manager.send_to_user(payload["meta"]["ids"]["job"], payload)
