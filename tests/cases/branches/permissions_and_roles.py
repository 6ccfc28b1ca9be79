"""Who may hear of a run depends on roles and permissions; owners, watchers, nobody."""

from dataclasses import dataclass, field
from enum import Flag, auto


class Permission(Flag):
    NONE = 0
    READ = auto()
    NOTIFY = auto()
    ADMIN = READ | NOTIFY


@dataclass
class Grant:
    subject: str
    permission: Permission


@dataclass
class RunAccess:
    run_id: str
    owner: str
    grants: list[Grant] = field(default_factory=list)

    def grant(self, subject: str, permission: Permission) -> None:
        self.grants.append(Grant(subject, permission))

    def allowed(self, permission: Permission):
        yield self.owner
        for grant in self.grants:
            if permission in grant.permission and grant.subject != self.run_id:
                yield grant.subject

    def subjects(self):
        return [grant.subject for grant in self.grants]

    def owner_or_none(self):
        return self.owner if self.owner and not self.owner.startswith("run_") else None


class AccessNotifier:
    def __init__(self, ws):
        self.ws = ws

    async def owner_only(self, access: RunAccess, message):
        owner = access.owner_or_none()
        if owner is None:
            return
        await self.ws.send_to_user(owner, {"run": access.run_id, **message})

    async def owner_checked(self, access: RunAccess, user_id, message):
        if user_id != access.owner:
            return
        await self.ws.send_to_user(user_id, {"run": access.run_id, **message})

    async def all_subjects(self, access: RunAccess, message):
        for subject in access.subjects():
            await self.ws.send_to_user(subject, message)

    async def readers(self, access: RunAccess, message):
        for subject in access.allowed(Permission.READ):
            if subject.startswith("thread_"):
                await self.ws.send_to_thread(subject, message)
            elif subject:
                await self.ws.send_to_user(subject, message)


async def main(manager, run_id, other_run_id, user_key, thread_id):
    access = RunAccess(run_id, user_key)
    access.grant("bob", Permission.READ)
    access.grant("eve", Permission.NONE)
    notifier = AccessNotifier(manager)
    await notifier.owner_only(access, {"n": 1})
    await notifier.owner_checked(access, user_key, {"n": 2})
    if thread_id:
        access.grant(thread_id, Permission.READ)
    await notifier.readers(access, {"n": 3})
    odd = RunAccess(run_id, user_key)
    odd.grant(run_id, Permission.ADMIN)
    await notifier.owner_only(odd, {"n": 4})
    await notifier.all_subjects(odd, {"n": 5})
