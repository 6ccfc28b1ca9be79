"""Synthetic data is generated in batches; trackers, schedulers and a facade pass the ids along"""

from __future__ import annotations

from facade import GenerationService
from profiles import GenerationProfile


async def main(manager, run_id, user_id, thread_id, flag_stream):
    service = GenerationService(manager)
    profile = GenerationProfile(rows=5, batch=2)
    await service.generate_data(profile, run_id, flag_stream, thread_id, user_id)
    await service.generate_data(profile, run_id, flag_stream, user_id, thread_id)
    await service.preview(profile, user_id=user_id, thread_id=thread_id)
    await service.schedule([profile, profile], run_id, user_id)
    await service.finish_all()
