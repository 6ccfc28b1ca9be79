"""`zip` keeps the positions apart."""


async def main(manager, run_id, user_id):
    users, runs = [user_id], [run_id]
    for user, run in zip(users, runs):
        await manager.send_to_user(user, {"run": run})
        await manager.send_to_user(run, {"user": user})
