"""Recipients are resolved by a package of small functions, from what a request brings along."""

from messaging import deliver, resolve
from messaging.requests import from_body, from_headers


async def main(manager, run_id, user_id, thread_id):
    body = {"run": run_id, "user": user_id, "thread": thread_id}
    await deliver(manager, from_body(body), {"n": 1})
    headers = [("x-run", run_id), ("x-user", user_id), ("x-thread", thread_id)]
    await deliver(manager, from_headers(headers), {"n": 2})
    request = from_body({"run": run_id})
    route = resolve(request, lenient=True)
    if route is not None and not route.is_thread:
        await manager.send_to_user(route.address, {"n": 3})
    strict = resolve(request)
    if strict is not None:
        await manager.send_to_user(strict.address, {"n": 4})
    await manager.send_to_user(request.owner or request.run, {"n": 5})
