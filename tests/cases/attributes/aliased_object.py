"""Two names for one object."""


class Ticket:
    def __init__(self, to):
        self.to = to


async def main(manager, run_id, user_id):
    ticket = Ticket(user_id)
    same = ticket
    same.to = run_id
    await manager.send_to_user(ticket.to, {"alias": True})
