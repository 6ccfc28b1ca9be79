"""Messages go through JSON and come back."""

import json


def encode(kind, **fields):
    return json.dumps({"kind": kind, "fields": fields})


def decode(raw):
    data = json.loads(raw)
    return data["kind"], data["fields"]


class Codec:
    def __init__(self):
        self.sent = []

    def pack(self, target, run_id):
        self.sent.append(json.dumps({"target": target, "run_id": run_id}))

    def unpack(self):
        for raw in self.sent:
            yield json.loads(raw)


async def main(manager, run_id, user_id):
    kind, fields = decode(encode("update", recipient=user_id, source=run_id))
    await manager.send_to_user(fields["recipient"], {"kind": kind})
    await manager.send_to_user(fields["source"], {"kind": kind})
    codec = Codec()
    codec.pack(user_id, run_id)
    for data in codec.unpack():
        await manager.send_to_user(data["target"], data)
        await manager.send_to_user(data["run_id"], data)
    copied = json.loads(json.dumps({"owner": {"id": user_id}, "run_id": run_id}))
    await manager.send_to_user(copied["owner"]["id"], copied)
    await manager.send_to_user(copied["run_id"], copied)
