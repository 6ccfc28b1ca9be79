"""Subscriptions are indexed in both directions, saved as rows and read back."""

from index import SubscriptionIndex
from notifier import SubscriptionNotifier
from storage import dump, restore


async def main(manager, run_id, other_run_id, user_key, thread_id):
    index = SubscriptionIndex()
    index.subscribe(user_key, run_id)
    index.subscribe("bob", run_id)
    index.subscribe(user_key, other_run_id)
    notifier = SubscriptionNotifier(manager, index)
    await notifier.publish(run_id, {"n": 1})
    await notifier.summary(user_key)
    restored = restore(dump(index))
    await SubscriptionNotifier(manager, restored).publish(other_run_id, {"n": 2})
    index.unsubscribe(user_key, run_id)
    await notifier.publish(run_id, {"n": 3})
    await notifier.announce_topics()
