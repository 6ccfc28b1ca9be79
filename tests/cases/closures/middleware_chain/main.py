"""Requests pass a chain of middleware; responses say who must be told"""

from __future__ import annotations

from chain import Application, Request, Response


async def authenticate(request, following):
    if not request.user_id:
        return Response(False, None, {"error": "anonymous"})
    request.attributes["principal"] = request.user_id
    return await following(request)


async def trace(request, following):
    request.attributes["trace"] = request.run_id
    response = await following(request)
    response.body["trace"] = request.run_id
    return response


def make_app() -> Application:
    app = Application()
    app.use(authenticate)
    app.use(trace)

    @app.action("start")
    async def start(request):
        return Response(True, request.attributes["principal"], {"started": request.run_id})

    @app.action("debug")
    async def debug(request):
        return Response(True, request.attributes["trace"], {"debug": True})

    return app


async def main(manager, run_id, user_id):
    app = make_app()
    started = await app(Request("start", run_id, user_id))
    if started.ok:
        await manager.send_to_user(user_id, started.body)
    debugged = await app(Request("debug", run_id, user_id))
    if debugged.recipient:
        await manager.send_to_user(debugged.recipient, debugged.body)
    await manager.send_to_user(user_id, {"traces": [started.body.get("trace")]})
