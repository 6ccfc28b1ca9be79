"""An interface in one module, its implementations in others, a factory between."""

from delivery.factory import make_channel
from pipeline import Pipeline


async def main(manager, run_id, user_id):
    direct = Pipeline(make_channel("direct", manager, {run_id: user_id}))
    await direct.report(user_id)
    await direct.report(run_id)
    by_run = Pipeline(make_channel("lookup", manager, {run_id: user_id}))
    await by_run.report(run_id)
