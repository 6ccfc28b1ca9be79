"""Two loops in one comprehension."""


async def main(manager, run_id, user_id):
    groups = [[user_id], [run_id]]
    flat = [each for group in groups for each in group]
    for recipient in flat:
        await manager.send_to_user(recipient, {"n": len(flat)})
