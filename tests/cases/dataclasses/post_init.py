"""`__post_init__` and default factories."""

from dataclasses import dataclass, field


@dataclass
class Progress:
    run_id: str
    user: str
    audience: list = field(default_factory=list)

    def __post_init__(self):
        self.audience.append(self.run_id)
        self.topic = self.run_id


async def main(manager, run_id, user_id):
    progress = Progress(run_id, user_id)
    await manager.send_to_user(progress.user, {"n": 1})
    await manager.send_to_user(progress.topic, {"n": 2})
    for each in progress.audience:
        await manager.send_to_user(each, {"n": 3})
