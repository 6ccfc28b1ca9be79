"""A lazily made service keeps who was last served."""

_service = None


class Service:
    def __init__(self):
        self.last_owner = "operator"
        self.last_job = None


def get_service():
    global _service
    if _service is None:
        _service = Service()
    return _service


def note(job, owner):
    service = get_service()
    service.last_job = job
    if owner:
        service.last_owner = owner


async def main(manager, run_id, user_id):
    note(run_id, user_id)
    await manager.send_to_user(get_service().last_owner, {"n": 1})
    await manager.send_to_user(get_service().last_job, {"n": 2})
