"""Generators pass updates on to one another: enriched, filtered, windowed, delegated."""

from stages import addressed_to, compose, enrich, only, source


async def main(manager, run_id, user_id):
    owner = user_id or "anonymous"
    for update in addressed_to("owner", enrich(source(run_id), owner=owner)):
        await manager.send_to_user(update["to"], {"n": update["n"]})
    for update in addressed_to("job", enrich(source(run_id), owner=owner)):
        await manager.send_to_user(update["to"], {"n": update["n"]})
    pipeline = compose(lambda updates: enrich(updates, owner=owner), only("step"))
    for update in pipeline(source(run_id)):
        await manager.send_to_user(update["owner"], {"n": update["n"]})
        await manager.send_to_user(update["job"], {"n": update["n"]})
