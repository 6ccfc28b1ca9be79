"""Keys and defaults stand in a module of constants."""

from settings import DEFAULT_RECIPIENT, FIELD_JOB, FIELD_OWNER
import settings


async def main(manager, run_id, user_id):
    record = {FIELD_OWNER: user_id, FIELD_JOB: run_id}
    await manager.send_to_user(record[settings.FIELD_OWNER] or DEFAULT_RECIPIENT, {"n": 1})
    await manager.send_to_user(record["owner"] or settings.DEFAULT_RECIPIENT, {"n": 2})
    await manager.send_to_user(record[settings.FIELD_JOB], {"n": 3})
    await manager.send_to_user(settings.LAST_RUN, {"n": 4})
