"""Tools register by their function's name and are run by name."""

from tools import run_tool


async def main(manager, run_id, user_id):
    ctx = {"ws": manager, "job": run_id, "owner": user_id}
    await run_tool("draw_chart", ctx, points=[1, 2])
    await run_tool("clear_chart", ctx)
    await run_tool("send_mail", ctx, text="hi")
