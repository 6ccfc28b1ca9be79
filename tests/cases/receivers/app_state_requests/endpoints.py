class Notifier:
    def __init__(self, request):
        self.ws = request.app.state.ws
        self.principal = request.user.key

    async def notify(self, message, to=None):
        await self.ws.send_to_user(to or self.principal, message)


def get_notifier(request):
    return Notifier(request)


async def stream_run(request):
    ws = request.app.state.ws
    await ws.send_to_user(request.user.key, {"n": 1})
    await ws.send_to_user(request.path_params["execution"], {"n": 2})


async def cancel_run(request, notifier):
    execution = request.path_params["execution"]
    await notifier.notify({"cancelled": execution})
    await notifier.notify({"cancelled": True}, to=execution)
