"""The records on the disk: one SQLite file, which several processes use at once.

Whatever is wrong with it, the store only gets silent: it finds nothing and
keeps nothing, and says why in one line.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import closing, suppress
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.cache.lock import locked
from netra_lint.cache.place import CacheError, prepare

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping

SCHEMA = 4
"""Counts up when the tables or what is packed in them change their form."""
APPLICATION = 0x4E54524C
PATIENCE = 1.0
"""Seconds to wait for another process that is writing."""
KEPT = 16
"""How many records are kept: those that were used last."""
LARGEST = 256 * 2**20
"""Bytes that all records together may take."""
DAY, STALE = 86_400, 30 * 86_400
_TABLES = """
CREATE TABLE records (
    id INTEGER PRIMARY KEY, name BLOB UNIQUE NOT NULL, used INTEGER NOT NULL,
    head BLOB NOT NULL, detail BLOB NOT NULL
);
CREATE TABLE texts (
    record INTEGER NOT NULL REFERENCES records ON DELETE CASCADE,
    path BLOB NOT NULL, data BLOB NOT NULL, PRIMARY KEY (record, path)
);
CREATE TABLE findings (
    record INTEGER NOT NULL REFERENCES records ON DELETE CASCADE,
    path BLOB NOT NULL, data BLOB NOT NULL, PRIMARY KEY (record, path)
) WITHOUT ROWID;
CREATE TABLE shortcuts (
    key BLOB PRIMARY KEY, record INTEGER NOT NULL REFERENCES records ON DELETE CASCADE
) WITHOUT ROWID;
"""


class Kept(NamedTuple):
    """A record as it is found.

    Attributes:
        number: what to ask by for the rest of it.
        head: what tells whether anything has changed.
    """

    number: int
    head: bytes


class Store:
    """Finds and keeps records.

    Args:
        folder: the cache's folder.

    Attributes:
        folder: the same.
        is_off: whether something went wrong, and nothing is found or kept from then on.
        trouble: what, or an empty string where there is nothing to tell.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.trouble = ""
        self.is_off = False
        self._path = os.path.join(folder, f"records-{SCHEMA}.db")

    def find(self, name: bytes) -> Kept | None:
        """Return the record of a name."""
        return self._found("SELECT id, head, used FROM records WHERE name = ?", name)

    def find_by(self, key: bytes) -> Kept | None:
        """Return the record that was given a key."""
        query = "SELECT id, head, used FROM records JOIN shortcuts ON record = id WHERE key = ?"
        return self._found(query, key)

    def add_key(self, key: bytes, name: bytes) -> None:
        """Let the record of a name, where there is one, be found by a key as well."""
        query = "INSERT OR REPLACE INTO shortcuts SELECT ?, id FROM records WHERE name = ?"
        self._change(query, key, name)

    def _found(self, query: str, key: bytes) -> Kept | None:
        for number, head, used in self._ask(query, key):
            if isinstance(head, bytes) and isinstance(number, int):
                if isinstance(used, int) and time.time() - used > DAY:
                    self._change("UPDATE records SET used = ? WHERE id = ?", _now(), number)
                return Kept(number, head)
        return None

    def detail(self, number: int) -> bytes:
        """Return what a record rests on; empty when it is gone."""
        for (detail,) in self._ask("SELECT detail FROM records WHERE id = ?", number):
            if isinstance(detail, bytes):
                return detail
        return b""

    def findings(self, number: int, path: bytes | None = None) -> list[bytes]:
        """Return what was found, in one file or in all."""
        query = "SELECT data FROM findings WHERE record = ?"
        if path is None:
            found = self._ask(f"{query} ORDER BY path", number)
        else:
            found = self._ask(f"{query} AND path = ?", number, path)
        return [data for (data,) in found if isinstance(data, bytes)]

    def text(self, number: int, path: bytes) -> bytes | None:
        """Return what was kept of the text of a file."""
        query = "SELECT data FROM texts WHERE record = ? AND path = ?"
        for (data,) in self._ask(query, number, path):
            if isinstance(data, bytes):
                return data
        return None

    def save(
        self,
        name: bytes,
        head: bytes,
        detail: bytes,
        findings: Mapping[bytes, bytes],
        texts: Mapping[bytes, bytes] | None = None,
    ) -> None:
        """Keep a record, in place of an older one of the same name."""

        def insert(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM records WHERE name = ?", (name,))
            row = (name, _now(), head, detail)
            query = "INSERT INTO records (name, used, head, detail) VALUES (?, ?, ?, ?)"
            number = connection.execute(query, row).lastrowid
            connection.executemany(
                "INSERT INTO findings VALUES (?, ?, ?)",
                [(number, path, data) for path, data in findings.items()],
            )
            connection.executemany(
                "INSERT INTO texts VALUES (?, ?, ?)",
                [(number, path, data) for path, data in (texts or {}).items()],
            )
            _drop_old(connection)

        self._write(insert)
        with suppress(OSError):
            for path in _stale_files(self.folder):
                os.remove(path)

    def refresh(self, number: int, head: bytes, detail: bytes = b"") -> None:
        """Note that a record still holds for files that have changed.

        Args:
            number: the record's.
            head: its new head.
            detail: what it rests on now; empty where that is the same.
        """
        values = (head, detail, detail, _now(), number)
        same = "CASE WHEN length(?) THEN ? ELSE detail END"
        query = f"UPDATE records SET head = ?, detail = {same}, used = ? WHERE id = ?"
        self._change(query, *values)

    def forget(self, number: int) -> None:
        """Drop a record that is damaged."""
        self._change("DELETE FROM records WHERE id = ?", number)

    # -- SQLite ---------------------------------------------------------------------------

    def _ask(self, query: str, *values: object) -> list[tuple[object, ...]]:
        if self.is_off or not _holds_something(self._path):
            return []
        import sqlite3

        try:
            with closing(self._connect()) as connection:
                return connection.execute(query, values).fetchall()
        except (sqlite3.Error, CacheError, OSError) as error:
            self.is_off = True
            self._note(error)
            return []

    def _change(self, query: str, *values: object) -> None:
        self._write(lambda connection: connection.execute(query, values))

    def _write(self, action: Callable[[sqlite3.Connection], object]) -> None:
        """Change something, all of it or nothing."""
        if self.is_off:
            return
        import sqlite3

        try:
            prepare(self.folder)
            with (
                locked(os.path.join(self.folder, "write.lock"), PATIENCE),
                closing(self._connect(create=True)) as connection,
            ):
                connection.execute("BEGIN IMMEDIATE")
                action(connection)
                connection.execute("COMMIT")
        except (sqlite3.Error, CacheError, OSError) as error:
            self._note(error)

    def _connect(self, create: bool = False) -> sqlite3.Connection:
        import sqlite3

        mode = "rwc" if create else "rw"
        connection = sqlite3.connect(
            f"file:{_quoted(self._path)}?mode={mode}",
            timeout=PATIENCE,
            isolation_level=None,
            uri=True,
        )
        try:
            self._check(connection, create)
        except BaseException:
            connection.close()
            raise
        return connection

    def _check(self, connection: sqlite3.Connection, create: bool) -> None:
        (whose,) = connection.execute("PRAGMA application_id").fetchone()
        if whose == APPLICATION:
            connection.execute("PRAGMA foreign_keys = ON")
            return
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if whose or tables:
            raise CacheError(f"{self._path} belongs to something else")
        if create:
            connection.execute("PRAGMA auto_vacuum = FULL")
            connection.executescript(
                f"BEGIN EXCLUSIVE; PRAGMA application_id = {APPLICATION}; {_TABLES} COMMIT;"
            )
            connection.execute("PRAGMA foreign_keys = ON")

    def _note(self, error: Exception) -> None:
        """Do without from now on, unless another process is busy with it for the moment."""
        import sqlite3

        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            return
        self.is_off = True
        self.trouble = f"the cache is not used: {error}"
        if type(error) is sqlite3.DatabaseError:
            # It is in our folder and of our name, but no database: the next run starts anew.
            with locked(os.path.join(self.folder, "write.lock"), PATIENCE), suppress(OSError):
                os.remove(self._path)


def _quoted(path: str) -> str:
    """Return a path as a part of an address."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _holds_something(path: str) -> bool:
    try:
        return os.stat(path).st_size > 0
    except OSError:
        return False


def _now() -> int:
    return int(time.time())


def _drop_old(connection: sqlite3.Connection) -> None:
    """Drop the records that nobody used for long, or that are too many or too large."""
    query = (
        "SELECT id, used, length(head) + length(detail) FROM records ORDER BY used DESC, id DESC"
    )
    total = 0
    for place, (number, used, size) in enumerate(connection.execute(query).fetchall()):
        total += size
        if place >= KEPT or _now() - used > STALE or (place and total > LARGEST):
            connection.execute("DELETE FROM records WHERE id = ?", (number,))


def _stale_files(folder: str) -> Iterable[str]:
    """Return the stores of other versions in a folder that were not written to for long."""
    for entry in os.scandir(folder):
        other = re.fullmatch(r"records-(\d+)\.db", entry.name)
        if other is None or int(other[1]) == SCHEMA:
            continue
        if time.time() - entry.stat().st_mtime > STALE:
            yield entry.path
