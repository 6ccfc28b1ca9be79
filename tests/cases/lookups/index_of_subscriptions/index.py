from collections import defaultdict


class SubscriptionIndex:
    def __init__(self):
        self._by_run = defaultdict(set)
        self._by_user = defaultdict(set)

    def subscribe(self, user_id, run_id):
        self._by_run[run_id].add(user_id)
        self._by_user[user_id].add(run_id)

    def unsubscribe(self, user_id, run_id):
        self._by_run[run_id].discard(user_id)
        self._by_user[user_id].discard(run_id)

    def subscribers(self, run_id):
        return frozenset(self._by_run.get(run_id, ()))

    def runs(self, user_id):
        return sorted(self._by_user.get(user_id, ()))

    def topics(self):
        return [run_id for run_id, users in self._by_run.items() if users]

    def pairs(self):
        for user_id, runs in self._by_user.items():
            for run_id in sorted(runs):
                yield user_id, run_id
