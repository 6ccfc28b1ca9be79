"""Routes name what they depend on in defaults and annotations; a framework calls it for them"""

from typing import Annotated

from framework import Depends, call
from services import Teller, get_manager, get_owner, get_teller, get_user, install


async def by_default(owner=Depends(get_owner), manager=Depends(get_manager)):
    await manager.send_to_user(owner, {"route": 1})


async def by_annotation(owner: Annotated[str, Depends(get_user)], manager=Depends(get_manager)):
    if owner is not None:
        await manager.send_to_user(owner, {"route": 2})


async def with_service(owner: Annotated[str, Depends(get_owner)], teller=Depends(get_teller)):
    await teller.tell(owner)


async def with_class(owner: Annotated[str, Depends(get_user)], teller: Teller = Depends()):
    await teller.tell(owner)


async def main(manager, run_id, user_id):
    install(manager, run_id, user_id)
    for route in (by_default, by_annotation, with_service, with_class):
        await call(route)
