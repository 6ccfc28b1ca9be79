"""`property(...)` called as a function, and a class-level descriptor."""


class Field:
    def __init__(self, key):
        self.key = key

    def __get__(self, instance, owner):
        return instance.values[self.key]

    def __set__(self, instance, value):
        instance.values[self.key] = value


class Record:
    who = Field("who")
    job = Field("job")

    def __init__(self, who, job):
        self.values = {}
        self.who = who
        self.job = job

    def _get_best(self):
        return self.values["job"] if not self.values["who"] else self.values["who"]

    best = property(_get_best)


async def main(manager, run_id, user_id):
    record = Record(user_id, run_id)
    await manager.send_to_user(record.who, {"n": 1})
    await manager.send_to_user(record.job, {"n": 2})
    await manager.send_to_user(record.best, {"n": 3})
