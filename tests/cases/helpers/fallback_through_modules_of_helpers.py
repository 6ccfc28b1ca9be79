"""Several small helpers choose a recipient together."""


def _from_context(context):
    return getattr(context, "user_id", None)


def _from_metadata(metadata):
    return metadata.get("user_id") or metadata.get("owner")


def resolve(context, metadata, run_id):
    return _from_context(context) or _from_metadata(metadata) or run_id


def resolve_or_none(context, metadata):
    return _from_context(context) or _from_metadata(metadata)


class Context:
    def __init__(self, user_id):
        self.user_id = user_id


async def main(manager, run_id, user_id):
    context = Context(user_id)
    await manager.send_to_user(resolve(context, {}, run_id), {"n": 1})
    who = resolve_or_none(context, {"run": run_id})
    if who:
        await manager.send_to_user(who, {"n": 2})
    await manager.send_to_user(_from_metadata({"owner": run_id}), {"n": 3})
