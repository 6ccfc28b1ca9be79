"""A digest of a run id is no run id."""

import hashlib


async def main(manager, run_id):
    digest = hashlib.sha256(run_id.encode()).hexdigest()
    await manager.send_to_user(digest, {"type": "digest"})
    await manager.send_to_user(str(len(run_id)), {"type": "length"})
