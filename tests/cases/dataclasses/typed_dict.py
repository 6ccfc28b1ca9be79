"""A typed dictionary made by its class."""

from typing import Optional, TypedDict


class Params(TypedDict, total=False):
    job: str
    person: Optional[str]


async def main(manager, run_id, user_id):
    params = Params(job=run_id, person=user_id)
    await manager.send_to_user(params["person"], {"n": 1})
    await manager.send_to_user(params["job"], {"n": 2})
