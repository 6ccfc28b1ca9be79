"""Tools register with a schema, and a dispatcher calls them with their arguments."""


class ToolRegistry:
    def __init__(self):
        self._tools = {}

    def tool(self, name, description=""):
        def decorate(function):
            self._tools[name] = {"call": function, "description": description}
            return function

        return decorate

    async def invoke(self, name, context, **arguments):
        entry = self._tools.get(name)
        if entry is None:
            raise KeyError(name)
        return await entry["call"](context, **arguments)


registry = ToolRegistry()


class ToolContext:
    def __init__(self, ws, owner, job):
        self.ws = ws
        self.owner = owner
        self.job = job


@registry.tool("search", description="look something up")
async def search(context, query):
    await context.ws.send_to_user(context.owner, {"query": query})
    return [query]


@registry.tool("summarize")
async def summarize(context, text):
    await context.ws.send_to_user(context.job, {"summary": text[:10]})
    return text


async def main(manager, run_id, user_id):
    context = ToolContext(manager, user_id, run_id)
    found = await registry.invoke("search", context, query="costs")
    await registry.invoke("summarize", context, text=found[0])
