from tools.base import tool


@tool
async def send_mail(ctx, text):
    to = ctx.get("owner")
    await ctx["ws"].send_to_user(to, {"mail": text})
