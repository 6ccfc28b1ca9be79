"""The answer of a client that nothing is known of."""

import json


class FakeHttp:
    def __init__(self, answer):
        self.answer = answer

    async def get(self, path):
        return json.dumps(self.answer)


async def main(manager, run_id, user_key):
    http = FakeHttp({"owner": user_key or "nobody"})
    text = await http.get(f"/runs/{run_id}")
    await manager.send_to_user(json.loads(text)["owner"], {"run_id": run_id})
    digest = hash(run_id) % 7
    await manager.send_to_user(str(digest), {"n": 2})
    await manager.send_to_user(str(len(run_id)), {"n": 3})
