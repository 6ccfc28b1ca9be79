"""A nested function that calls itself, with the recipient captured or passed."""


async def main(manager, run_id, user_id):
    async def walk(tree, who):
        for name, children in tree.items():
            await manager.send_to_user(who, {"node": name})
            await walk(children, who)

    async def walk_captured(tree):
        for name, children in tree.items():
            await manager.send_to_user(run_id, {"node": name})
            await walk_captured(children)

    await walk({"a": {"b": {}}}, user_id)
    await walk_captured({"a": {"b": {}}})
    await walk({"c": {}}, "lobby")
