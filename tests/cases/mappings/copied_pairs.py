"""Mappings are copied pair by pair: filtered, converted, put in order, filled by a loop."""


class Record:
    def __init__(self, user_id, run_id=None, **more):
        self.user_id = user_id
        self.run_id = run_id
        self.more = more


def exported(source, labels):
    return {
        "user_id": str(source.user_id), "run_id": str(source.run_id), "state": source.state,
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "labels": labels,
    }  # fmt: skip


class Source:
    def __init__(self, user_id, run_id):
        self.user_id = user_id
        self.run_id = run_id
        self.state = "done"


async def filtered(manager, source):
    pairs = exported(source, ["x"])
    record = Record(**{k: v for k, v in pairs.items() if k in ("user_id", "run_id", "state")})
    await manager.send_to_user(record.user_id, {"n": 1})
    await manager.send_to_user(record.run_id, {"n": 2})


async def converted(manager, source):
    texts = {name: str(value) for name, value in sorted(exported(source, []).items())}
    await manager.send_to_user(texts["user_id"], {"n": 3})
    await manager.send_to_user(texts["run_id"], {"n": 4})


async def of_pairs(manager, source):
    kept = dict((k, v) for k, v in exported(source, []).items() if v)
    await manager.send_to_user(kept["user_id"], {"n": 5})
    await manager.send_to_user(kept["run_id"], {"n": 6})


async def filled(manager, row):
    copy = {}
    for key, value in row.items():
        if value is not None:
            copy[key] = value
    await manager.send_to_user(copy["user_id"], {"n": 7})
    await manager.send_to_user(copy["run_id"], {"n": 8})


async def turned_round(manager, source):
    names = {str(value): key for key, value in exported(source, []).items()}
    whose = next(text for text, name in names.items() if name == "user_id")
    await manager.send_to_user(whose, {"n": 9})


async def main(manager, run_id, user_id):
    source = Source(user_id, run_id)
    await filtered(manager, source)
    await converted(manager, source)
    await of_pairs(manager, source)
    await filled(manager, {"user_id": user_id, "run_id": run_id, "note": None})
    await turned_round(manager, source)
