import inspect


class Depends:
    def __init__(self, dependency=None):
        self.dependency = dependency


async def call(route):
    values = {}
    for name, parameter in inspect.signature(route).parameters.items():
        marks = [*getattr(parameter.annotation, "__metadata__", ()), parameter.default]
        mark = next(mark for mark in marks if isinstance(mark, Depends))
        made = (mark.dependency or parameter.annotation)()
        values[name] = next(made) if inspect.isgenerator(made) else made
    await route(**values)
