"""Accounts, memberships and runs are in repositories; a use case puts them together."""

from repositories import AccountRepository, MembershipRepository, RunRepository
from usecases import NotifyOwner, NotifyTeam, PingRun


async def main(manager, run_id, other_run_id, user_key, thread_id):
    accounts = AccountRepository()
    accounts.save(user_key, email="a@example.org", room=thread_id)
    accounts.save("bob", email="b@example.org")
    runs = RunRepository()
    runs.save(run_id, owner=user_key, team="blue")
    memberships = MembershipRepository([("blue", user_key), ("blue", "bob"), ("red", "eve")])
    await NotifyOwner(manager, runs, accounts).execute(run_id)
    await NotifyOwner(manager, runs, accounts).execute(other_run_id)
    await NotifyTeam(manager, runs, memberships).execute(run_id)
    await PingRun(manager, runs).execute(run_id)
    await PingRun(manager, runs).execute(other_run_id)
