from index import SubscriptionIndex


def dump(index):
    return [{"user": user_id, "run": run_id} for user_id, run_id in index.pairs()]


def restore(rows):
    index = SubscriptionIndex()
    for row in rows:
        index.subscribe(row["user"], row["run"])
    return index
