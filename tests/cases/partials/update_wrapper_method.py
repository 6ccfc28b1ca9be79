"""A partial of a method of another object, made in a loop."""

from functools import partial


class Mailer:
    def __init__(self, ws):
        self.ws = ws

    async def mail(self, to, subject, body=None):
        await self.ws.send_to_user(to, {"subject": subject, "body": body})


async def main(manager, run_id, user_id):
    mailer = Mailer(manager)
    mails = [partial(mailer.mail, who, run_id) for who in (user_id, "lobby")]
    for mail in mails:
        await mail(body={"n": 1})
    mails = [partial(mailer.mail, run_id, who) for who in (user_id, "lobby")]
    for mail in mails:
        await mail(body={"n": 2})
