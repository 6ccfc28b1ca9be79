"""A recipient goes through several normalisers before it is sent to."""


def stripped(value):
    return value.strip() if isinstance(value, str) else None


def not_run(value):
    return None if value is None or value.startswith("run_") else value


def or_operator(value):
    return value or "operator"


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


async def main(manager, run_id, user_id):
    raw = user_id or run_id
    await manager.send_to_user(or_operator(not_run(stripped(raw))), {"n": 1})
    await manager.send_to_user(or_operator(stripped(raw)), {"n": 2})
    clean = compose(stripped, not_run, or_operator)
    await manager.send_to_user(clean(raw), {"n": 3})
    careless = compose(stripped, or_operator)
    await manager.send_to_user(careless(raw), {"n": 4})
