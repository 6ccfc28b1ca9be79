TOOLS = {}


def tool(function):
    TOOLS[function.__name__] = function
    return function


async def run_tool(name, ctx, **kwargs):
    try:
        function = TOOLS[name]
    except KeyError:
        return None
    return await function(ctx, **kwargs)
