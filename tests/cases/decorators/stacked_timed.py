"""Two decorators on one method; one returns a pair."""

import functools


def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs), 0.25

    return wrapper


def upper_bound(limit):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            result, seconds = function(*args, **kwargs)
            return result, min(seconds, limit)

        return wrapper

    return decorate


class Resolver:
    @upper_bound(1)
    @timed
    def owner(self, job, owner):
        return owner or "operator"

    @upper_bound(1)
    @timed
    def fallback(self, job, owner):
        return owner or job


async def main(manager, run_id, user_id):
    resolver = Resolver()
    who, seconds = resolver.owner(run_id, user_id)
    await manager.send_to_user(who, {"seconds": seconds})
    who, seconds = resolver.fallback(run_id, user_id)
    await manager.send_to_user(who, {"seconds": seconds})
