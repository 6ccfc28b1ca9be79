_FORBIDDEN = ("run_", "thread_")


def is_person(value):
    return bool(value) and not value.startswith(_FORBIDDEN)


def check_recipient(value):
    if not is_person(value):
        raise ValueError(f"no recipient: {value}")
