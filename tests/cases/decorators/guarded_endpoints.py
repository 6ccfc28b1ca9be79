"""Endpoints are decorated: who calls them is looked up, and what they give is delivered."""

import functools
import logging

logger = logging.getLogger(__name__)
SESSIONS = {}


class Forbidden(Exception):
    pass


def authenticated(endpoint):
    @functools.wraps(endpoint)
    async def wrapper(app, request):
        session = SESSIONS.get(request["session"])
        if session is None:
            raise Forbidden(request["session"])
        return await endpoint(app, request, user_id=session["user_id"])

    return wrapper


def delivers(to="user"):
    def decorate(endpoint):
        @functools.wraps(endpoint)
        async def wrapper(app, request, **kwargs):
            message = await endpoint(app, request, **kwargs)
            if message is None:
                return
            if to == "thread":
                await app.ws.send_to_thread(request["thread_id"], message)
            elif to == "run":
                await app.ws.send_to_user(request["run_id"], message)
            else:
                await app.ws.send_to_user(kwargs["user_id"], message)

        return wrapper

    return decorate


def logged(endpoint):
    @functools.wraps(endpoint)
    async def wrapper(app, request, *args, **kwargs):
        logger.debug("%s for %s", endpoint.__name__, request["run_id"])
        try:
            return await endpoint(app, request, *args, **kwargs)
        except Forbidden:
            logger.warning("forbidden: %s", request["run_id"])
            return None

    return wrapper


class App:
    def __init__(self, ws):
        self.ws = ws


@logged
@authenticated
@delivers()
async def status(app, request, user_id):
    return {"status": "ok", "run": request["run_id"], "you": user_id}


@logged
@authenticated
@delivers(to="thread")
async def post(app, request, user_id):
    return {"text": request["text"], "from": user_id}


@authenticated
@delivers(to="run")
async def watch(app, request, user_id):
    return {"watching": request["run_id"], "by": user_id}


async def main(manager, run_id, user_id, thread_id):
    SESSIONS.clear()
    SESSIONS["s1"] = {"user_id": user_id, "run_id": run_id}
    app = App(manager)
    request = {"session": "s1", "run_id": run_id, "thread_id": thread_id, "text": "hi"}
    await status(app, request)
    await post(app, request)
    await status(app, {**request, "session": "s2"})
    await watch(app, request)
