"""Functions given by keyword to something that is not known: a thread."""

import threading


def notify(hub, who):
    hub.send_to_user(who, {"n": 1})


def tell(hub, *, who):
    hub.send_to_user(who, {"n": 2})


async def main(manager, run_id, user_id):
    def right():
        notify(manager, user_id)

    def wrong():
        tell(manager, who=run_id)

    for each in (right, wrong):
        thread = threading.Thread(target=each)
        thread.start()
        thread.join()
