from strategies import Delivery


class Dispatcher:
    def __init__(self, strategies, settings):
        self.strategies = strategies
        self.settings = settings

    async def dispatch(self, user_id, run_id, thread_id, message):
        strategy = self.strategies[self.settings.mode_of(user_id)]
        delivery = Delivery(run_id, user_id, thread_id, {**message, "run_id": run_id})
        if strategy.accepts(delivery):
            await strategy.send(delivery)
