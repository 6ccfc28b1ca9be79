"""Handlers reach the manager over a request's app state, and ids over its path and user."""

from types import SimpleNamespace

from endpoints import cancel_run, get_notifier, stream_run
from web import App, Request


async def main(manager, run_id, user_id):
    app = App()
    app.state.ws = manager
    request = Request(app, path_params={"execution": run_id}, user=SimpleNamespace(key=user_id))
    await stream_run(request)
    await cancel_run(request, notifier=get_notifier(request))
