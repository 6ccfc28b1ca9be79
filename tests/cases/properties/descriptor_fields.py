"""Fields are descriptors that keep values in the instance, or compute them."""


class Text:
    def __init__(self, default=""):
        self.default = default

    def __set_name__(self, owner, name):
        self.name = f"_{name}"

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.name, self.default)

    def __set__(self, instance, value):
        setattr(instance, self.name, value)


class Alias:
    def __init__(self, path):
        self.path = path

    def __get__(self, instance, owner=None):
        return getattr(instance, self.path)


class Scope:
    execution = Text()
    owner = Text("anonymous")
    subject = Alias("execution")
    audience = Alias("owner")

    def __init__(self, execution, owner):
        self.execution = execution
        self.owner = owner


async def main(manager, run_id, user_id):
    scope = Scope(run_id, user_id)
    await manager.send_to_user(scope.owner, {"n": 1})
    await manager.send_to_user(scope.execution, {"n": 2})
    await manager.send_to_user(scope.audience, {"n": 3})
    await manager.send_to_user(scope.subject, {"n": 4})
    scope.owner = run_id
    await manager.send_to_user(scope.owner, {"n": 5})
