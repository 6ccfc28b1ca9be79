"""The middle class overrides; the youngest calls it and its grandparent's."""


class A:
    def who(self, job, owner):
        return job


class B(A):
    def who(self, job, owner):
        return owner or "operator"


class C(B):
    async def go(self, ws, job, owner):
        await ws.send_to_user(self.who(job, owner), {"n": 1})
        await ws.send_to_user(super().who(job, owner), {"n": 2})
        await ws.send_to_user(A.who(self, job, owner), {"n": 3})
        await ws.send_to_user(super(B, self).who(job, owner), {"n": 4})


async def main(manager, run_id, user_id):
    await C().go(manager, run_id, user_id)
