"""Lambdas that return sends, kept in a table and called later."""


async def main(manager, run_id, user_id):
    make = lambda who: lambda body: manager.send_to_user(who, body)
    await make(user_id)({"n": 1})
    await make(run_id)({"n": 2})
    table = {"owner": lambda body: manager.send_to_user(user_id, body)}
    table["job"] = lambda body: manager.send_to_user(run_id, body)
    await table["owner"]({"n": 3})
    await table["job"]({"n": 4})
