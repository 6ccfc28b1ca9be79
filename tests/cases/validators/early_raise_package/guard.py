import re

_PERSON = re.compile(r"^(?!run_)(?!thread_).+$")


class RecipientError(ValueError):
    pass


def require_person(value):
    if not isinstance(value, str):
        raise RecipientError("no text")
    if _PERSON.match(value) is None:
        raise RecipientError(value)
    return value
