"""Rules are functions in a list; a recipient must pass all of them."""


def not_empty(value):
    return bool(value)


def no_run(value):
    return not value.startswith("run_")


def no_thread(value):
    return not value.startswith("thread_")


RULES = [not_empty, no_run, no_thread]
LENGTH_RULES = [not_empty, lambda value: len(value) < 100]


def valid(value):
    return all(rule(value) for rule in RULES)


def valid_length(value):
    for rule in LENGTH_RULES:
        if not rule(value):
            return False
    return True


def valid_by_loop(value):
    for rule in RULES:
        if not rule(value):
            return False
    return True


async def main(manager, run_id, user_key):
    for candidate in [run_id, user_key]:
        if valid(candidate):
            await manager.send_to_user(candidate, {"n": 1})
        if valid_by_loop(candidate):
            await manager.send_to_user(candidate, {"n": 2})
        if valid_length(candidate):
            await manager.send_to_user(candidate, {"n": 3})
        if no_run(candidate) and no_thread(candidate):
            await manager.send_to_user(candidate, {"n": 4})
        if no_run(candidate) or no_thread(candidate):
            await manager.send_to_user(candidate, {"n": 5})
