"""A name deleted and bound anew."""


def main(manager, run_id, user_id):
    target = run_id
    manager.send_to_thread(target, {"type": "early"})
    del target
    target = user_id
    return manager.send_to_user(target, {"type": "late"})
