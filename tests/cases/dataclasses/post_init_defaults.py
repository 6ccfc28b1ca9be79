"""A field is filled in ``__post_init__`` from another one."""

from dataclasses import dataclass, field


@dataclass
class Job:
    run_id: str
    user_id: str | None = None
    reply_to: str = field(init=False)

    def __post_init__(self):
        self.reply_to = self.user_id or self.run_id


@dataclass
class Task:
    run_id: str
    user_id: str | None = None
    reply_to: str | None = field(init=False, default=None)

    def __post_init__(self):
        if self.user_id:
            self.reply_to = self.user_id


async def main(manager, run_id, user_id):
    job = Job(run_id, user_id)
    await manager.send_to_user(job.reply_to, {"n": 1})
    task = Task(run_id, user_id)
    if task.reply_to:
        await manager.send_to_user(task.reply_to, {"n": 2})
