from __future__ import annotations

from typing import Iterable, Iterator

from idents import is_run_id, strip_legacy_prefix
from records import LegacyRecord, Record


def index_owners(pairs: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    return {run: owner for run, owner in pairs if owner is not None}


class Migrator:
    def __init__(self, owners: dict[str, str]) -> None:
        self.owners = owners

    def migrate(self, record: LegacyRecord, strict: bool = True) -> Record:
        recipient = record.recipient
        if recipient is None:
            return Record(None, record.thread, body=record.body)
        recipient = strip_legacy_prefix(recipient)
        if not is_run_id(recipient):
            return Record(recipient, record.thread, body=record.body)
        run_id = recipient
        if strict:
            recipient = self.owners.get(run_id)
        else:
            recipient = self.owners.get(run_id, run_id)
        return Record(recipient, record.thread, run_id, record.body)

    def migrate_all(self, records: Iterable[LegacyRecord]) -> Iterator[Record]:
        for record in records:
            migrated = self.migrate(record)
            if migrated.user_id is None and migrated.run_id:
                migrated = migrated.with_user(migrated.run_id)
            yield migrated
