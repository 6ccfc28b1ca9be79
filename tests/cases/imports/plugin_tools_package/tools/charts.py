from .base import tool


@tool
async def draw_chart(ctx, points):
    await ctx["ws"].send_to_user(ctx["job"], {"points": points})


@tool
async def clear_chart(ctx):
    if ctx["owner"]:
        await ctx["ws"].send_to_user(ctx["owner"], {"points": []})
