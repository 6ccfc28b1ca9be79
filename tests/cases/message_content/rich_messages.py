"""Run ids in messages of all kinds."""

import json


class Message:
    def __init__(self, run_id, **fields):
        self.run_id = run_id
        self.fields = fields

    def to_dict(self):
        return {"run_id": self.run_id, **self.fields}


async def main(manager, run_id, user_id):
    await manager.send_to_user(user_id, Message(run_id, step=1).to_dict())
    await manager.send_to_user(user_id, json.dumps({"run_id": run_id}))
    message = Message(run_id, to=user_id)
    await manager.send_to_user(message.fields["to"], message)
    await manager.send_to_user(message.to_dict()["run_id"], {"n": 4})
