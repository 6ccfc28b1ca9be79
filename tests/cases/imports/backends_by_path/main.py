"""A setting names a backend's class by its dotted path; it is imported when first needed."""

from loader import backend_for
from settings import BACKENDS


async def main(manager, run_id, user_id):
    for name in BACKENDS:
        backend = backend_for(name, manager)
        await backend.deliver({"job": run_id, "owner": user_id})
