from bus import bus
from events import RunFailed, RunStarted, StepDone

_hub = None


def configure(hub):
    global _hub
    _hub = hub


@bus.on(RunStarted, StepDone)
async def tell_audience(event):
    await _hub.send_to_user(event.audience, {"event": type(event).__name__})


@bus.on(RunFailed)
async def tell_failure(event: RunFailed):
    await _hub.send_to_user(event.subject, {"error": event.error})
