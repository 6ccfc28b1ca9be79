"""Mail and queues of the standard library."""

import multiprocessing.connection
import queue
import smtplib


class QuietSMTP(smtplib.SMTP):
    def __init__(self):
        self.log = []

    def send_message(self, msg, from_addr=None, to_addrs=None):
        self.log.append(msg)


async def main(manager, run_id, user_id):
    QuietSMTP().send_message(run_id, "agent@example.org")
    box = queue.Queue()
    box.put(run_id)
    assert multiprocessing.connection is not None
    await manager.send_to_user(user_id, {"size": box.qsize()})
