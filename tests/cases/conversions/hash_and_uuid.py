"""Digests and derived ids of a run id."""

import hashlib
import uuid


def digest(text):
    return hashlib.sha1(text.encode()).hexdigest()


def derived(text):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, text))


def kept(text):
    return text.encode().decode()


async def main(manager, run_id):
    await manager.send_to_user(digest(run_id), {"n": 1})
    await manager.send_to_user(derived(run_id), {"n": 2})
    await manager.send_to_user(f"user-{run_id}", {"n": 3})
    await manager.send_to_user(kept(run_id), {"n": 4})
