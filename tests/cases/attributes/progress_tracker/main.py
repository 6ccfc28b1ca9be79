"""A generator service, its tracker and its notifier hold each other."""

from service import GenerationService


async def main(manager, run_id, user_id, thread_id):
    service = GenerationService(manager)
    await service.generate(run_id, {"rows": 2}, thread=thread_id, owner=user_id)
    await service.generate_quietly(run_id, {"rows": 2})
