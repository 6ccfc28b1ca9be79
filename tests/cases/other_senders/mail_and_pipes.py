"""Mail and pipes of the standard library."""

import contextlib
import multiprocessing
import smtplib
from email.message import EmailMessage


class Mailer:
    def __init__(self):
        self.server = smtplib.SMTP()

    def mail(self, run_id):
        message = EmailMessage()
        message["Subject"] = run_id
        with contextlib.suppress(Exception):
            self.server.send_message(message, run_id)


async def main(manager, run_id, user_id):
    Mailer().mail(run_id)
    here, there = multiprocessing.Pipe()
    here.send(run_id)
    received = there.recv()
    await manager.send_to_user(user_id, {"received": received})
