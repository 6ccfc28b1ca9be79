from collections import OrderedDict
from types import SimpleNamespace

manager = None
runs = OrderedDict()
last = SimpleNamespace(run_id=None, user_id=None)


def register(run_id, user_id, thread_id):
    runs[run_id] = (user_id, thread_id)
    last.run_id, last.user_id = run_id, user_id


def forget(run_id):
    runs.pop(run_id, None)
    if last.run_id == run_id:
        last.run_id = last.user_id = None


def owner_of(run_id):
    user_id, _ = runs.get(run_id, (None, None))
    return user_id


def room_of(run_id):
    return runs[run_id][1]
