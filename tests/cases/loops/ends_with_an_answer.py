"""Loops over tables that answer, raise or stop as soon as an entry fits, and some that do not."""

FORBIDDEN = ["run_", "exec_"]
LABELS = ("thread_", "room_")
CHECKS = {"run": lambda value: value.startswith("run_"), "empty": lambda value: not value}


def is_allowed(value):
    for prefix in FORBIDDEN:
        if value.startswith(prefix):
            return False
    return True


def require_allowed(value):
    for name, check in CHECKS.items():
        if check(value):
            raise ValueError(name)
    return value


def has_no_label(value):
    for prefix in LABELS:
        if value.startswith(prefix):
            return False
    return True


def only_noted(value, seen):
    for prefix in FORBIDDEN:
        if value.startswith(prefix):
            seen.append(prefix)
            continue
        if not value:
            return False
    return True


def stops(value):
    for prefix in FORBIDDEN:
        if value.startswith(prefix):
            break
    else:
        return value
    return None


def stops_anyway(value):
    for prefix in FORBIDDEN:
        if value.startswith(prefix):
            break
    return value


def strict_in_rounds(value, rounds):
    for _ in range(rounds):
        if value.startswith("run_"):
            return None
    return value


async def main(manager, run_id, user_key, count):
    for target in (run_id, user_key):
        if is_allowed(target):
            await manager.send_to_user(target, {"n": 1})
        if has_no_label(target):
            await manager.send_to_user(target, {"n": 2})
        if only_noted(target, []):
            await manager.send_to_user(target, {"n": 3})
        if found := stops(target):
            await manager.send_to_user(found, {"n": 4})
        await manager.send_to_user(stops_anyway(target), {"n": 5})
        await manager.send_to_user(strict_in_rounds(target, count), {"n": 6})
        try:
            await manager.send_to_user(require_allowed(target), {"n": 7})
        except ValueError:
            continue
