RUN_PREFIX = "run_"
THREAD_PREFIX = "thread_"


class InvalidRecipient(ValueError):
    pass


def is_execution(value):
    return isinstance(value, str) and value.startswith(RUN_PREFIX)


def is_room(value):
    return bool(value) and value.startswith(THREAD_PREFIX)


def ensure_person(value):
    if not value or is_execution(value) or is_room(value):
        raise InvalidRecipient(value)
    return value
