from __future__ import annotations

from registry import tools


@tools.tool("search")
async def search(ctx, query: str):
    """Search the corpus."""
    await ctx.ws.send_to_user(ctx.user_id, {"tool": "search", "query": query})
    return [f"hit for {query}"]


@tools.tool("cost_report", timeout=5)
async def cost_report(ctx, months: int = 1):
    """Sum up the costs."""
    await ctx.ws.send_to_user(ctx.run_id, {"tool": "cost_report", "months": months})
    return {"total": 12.5 * months}


@tools.tool("share")
async def share(ctx, recipient: str, note: str = ""):
    """Send a note to somebody."""
    return await ctx.ws.send_to_user(recipient, {"note": note, "ref": ctx.run_id})
