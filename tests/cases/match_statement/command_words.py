"""Words of a command, split and matched."""


def parse(line):
    match line.split(":"):
        case ["notify", who]:
            return who
        case ["notify", who, *_]:
            return who
        case [_, *_]:
            return "help"
    return "nobody"


async def main(manager, run_id, user_key):
    await manager.send_to_user(parse(f"notify:{user_key}"), {"n": 1})
    await manager.send_to_user(parse(f"status:{run_id}"), {"n": 2})
    await manager.send_to_user(parse("notify:" + run_id), {"n": 3})
