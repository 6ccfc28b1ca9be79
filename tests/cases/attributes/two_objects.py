"""Two objects of one class are kept apart."""


class Box:
    def __init__(self):
        self.content = None


async def main(manager, run_id, user_id):
    left, right = Box(), Box()
    left.content, right.content = run_id, user_id
    await manager.send_to_user(right.content, {"box": "right"})
    await manager.send_to_user(left.content, {"box": "left"})
