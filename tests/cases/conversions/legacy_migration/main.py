"""Records of an older release name users by runs; a migration puts them right, not all of them"""

from __future__ import annotations

from adapters import LegacySender, ModernSender
from migration import Migrator, index_owners
from records import LegacyRecord, Record


async def main(manager, run_id, old_run_id, user_id, thread_id):
    owners = index_owners([(run_id, user_id), (old_run_id, user_id)])
    migrator = Migrator(owners)
    modern, legacy = ModernSender(manager), LegacySender(manager)
    records = [
        LegacyRecord(recipient=run_id, thread=thread_id, body="a"),
        LegacyRecord(recipient=user_id, thread=None, body="b"),
        LegacyRecord(recipient=None, thread=thread_id, body="c"),
    ]
    for record in records:
        await legacy.send(record)
        await modern.send(migrator.migrate(record))
    for record in migrator.migrate_all(records):
        await modern.send_strict(record)
    broken = migrator.migrate(records[0], strict=False)
    await modern.send(broken)
    await modern.send_batch([Record.of(old_run_id), Record.of(user_id)])
