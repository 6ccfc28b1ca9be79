"""A small platform: routes, services, a bus and a gateway, each in its module."""

from app.bus import Bus
from app.gateway import WebSocketGateway
from app.models import Command
from app.routes import Routes
from app.services import ExecutionService


async def main(manager, run_id, user_id, thread_id):
    bus = Bus()
    gateway = WebSocketGateway(manager)
    gateway.subscribe_to(bus)
    routes = Routes(ExecutionService(bus))
    await routes.start(Command(run_id=run_id, user_id=user_id, thread_id=thread_id))
    await routes.finish({"run_id": run_id, "user_id": user_id})
    await routes.abort({"run_id": run_id})
