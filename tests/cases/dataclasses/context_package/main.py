"""A context made from request parameters, narrowed, enriched and sent to."""

from ctx.enrich import enrich, strip_users
from ctx.emitter import EventEmitter
from ctx.models import from_request


async def main(manager, run_id, user_id):
    context = from_request({"run": run_id, "user": user_id, "locale": "en"})
    await EventEmitter(manager).emit(enrich(context), "started")
    await EventEmitter(manager).emit(strip_users(context), "stripped")
    await EventEmitter(manager).emit_all([context, enrich(context)], "batch")
