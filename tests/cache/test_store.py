"""The file that holds the cache: damaged, foreign, read-only, shared, and cut off at any moment."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from netra_lint.cache import store as stores
from netra_lint.cache.lock import locked
from netra_lint.cache.packing import DamagedError, pack, unpack
from netra_lint.cache.place import FOLDER, CacheError, clean
from netra_lint.cache.store import Store
from netra_lint.engine import Request, check
from tests.support import BAD, GOOD, module, run, write

LINT = module("netra_lint", "check", "--output-format", "concise")


@pytest.fixture
def project(tmp_path):
    return write(
        tmp_path / "project",
        {"pyproject.toml": "[tool.netra-lint]\n", "bad.py": BAD, "good.py": GOOD},
    )


def records(project):
    (path,) = (project / FOLDER).glob("records-*.db")
    return path


def found(project):
    report = check(Request(cwd=str(project), cache=True))
    return [each.code for each in report.diagnostics], report.trouble


def test_the_folder_says_that_it_is_a_cache(project):
    assert found(project) == (["NTR101"], "")
    assert (project / FOLDER / ".gitignore").read_text().endswith("*\n")
    tag = (project / FOLDER / "CACHEDIR.TAG").read_text()
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55\n")


DAMAGE = {
    "empty": lambda path: path.write_bytes(b""),
    "garbage": lambda path: path.write_bytes(b"garbage" * 1000),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "cut off in its head": lambda path: path.write_bytes(path.read_bytes()[:50]),
    "zeros inside": lambda path: path.write_bytes(
        path.read_bytes()[:4096] + bytes(8192) + path.read_bytes()[12288:]
    ),
}


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_cache_is_left_alone_with_one_warning(project, how):
    found(project)
    DAMAGE[how](records(project))
    done = run(LINT, project)
    assert done.stdout.count("NTR101") == 1
    assert done.stderr.count("warning") <= 1
    assert "Traceback" not in done.stderr
    # The next run, or the one after it, has a whole cache again.
    run(LINT, project)
    assert found(project) == (["NTR101"], "")
    assert run(LINT, project).stderr.count("warning") == 0


def test_any_bit_that_flips_is_noticed(project):
    found(project)
    whole = records(project).read_bytes()
    chance = random.Random(1)
    for _ in range(60):
        at = chance.randrange(len(whole))
        broken = bytearray(whole)
        broken[at] ^= 1 << chance.randrange(8)
        records(project).write_bytes(bytes(broken))
        assert found(project)[0] == ["NTR101"]
        if not list((project / FOLDER).glob("records-*.db")):
            found(project)


def test_a_foreign_database_is_not_touched(project):
    folder = project / FOLDER
    folder.mkdir()
    path = folder / f"records-{stores.SCHEMA}.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mine (text)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    codes, trouble = found(project)
    assert codes == ["NTR101"]
    assert "belongs to something else" in trouble
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_made_costs_one_warning(project):
    (project / FOLDER).write_text("")
    done = run(LINT, project)
    assert done.returncode == 1
    assert done.stderr.count("warning: the cache is not used") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_costs_one_warning(project):
    (project / FOLDER).mkdir(mode=0o500)
    assert run(LINT, project).stderr.count("warning") == 1


def test_a_cache_of_another_version_is_nothing(project, monkeypatch):
    found(project)
    monkeypatch.setattr("netra_lint.cache.identity.program", lambda: "another")
    assert found(project) == (["NTR101"], "")
    with sqlite3.connect(records(project)) as connection:
        assert connection.execute("SELECT count(*) FROM records").fetchone() == (2,)


def test_an_older_form_is_removed_after_a_while(project):
    found(project)
    old = project / FOLDER / "records-0.db"
    old.write_bytes(b"old")
    write(project, {"bad.py": BAD + "\n"})
    found(project)
    assert old.exists()
    os.utime(old, (1, 1))
    write(project, {"bad.py": BAD + "\n\n"})
    found(project)
    assert not old.exists()


def test_old_records_are_dropped(tmp_path, monkeypatch):
    store = Store(str(tmp_path / "cache"))
    for number in range(stores.KEPT + 5):
        store.save(bytes([number]), b"head", b"detail", {b"path": b"data"})
    kept = [number for number in range(stores.KEPT + 5) if store.find(bytes([number]))]
    assert kept == list(range(5, stores.KEPT + 5))
    assert store.findings(store.find(bytes([kept[0]])).number) == [b"data"]
    monkeypatch.setattr(stores, "LARGEST", 30)
    store.save(b"last", b"head", b"detail", {})
    assert [number for number in kept if store.find(bytes([number]))] == kept[-2:]
    monkeypatch.setattr(stores, "STALE", -1)
    store.save(b"later", b"head", b"detail", {})
    assert store.find(b"last") is None
    assert not store.trouble


def test_packing_tells_what_is_not_whole():
    packed = pack(b"one", b"", b"three" * 100)
    assert unpack(packed, 3) == [b"one", b"", b"three" * 100]
    for wrong in (b"", packed[:-1], packed + b"x", b"x" + packed, None, "text"):
        with pytest.raises(DamagedError):
            unpack(wrong, 3)
    with pytest.raises(DamagedError):
        unpack(packed, 2)


def test_several_processes_share_one_analysis(project):
    code = (
        "import sys, netra_lint.flow.analysis as s; real = s.analyze\n"
        "def analyze(*a, **k):\n    print('analysed'); return real(*a, **k)\n"
        "s.analyze = analyze\n"
        "from netra_lint.cli import main\n"
        "sys.exit(main(['check', '--output-format', 'concise']))"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=project,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    outputs = [process.communicate(timeout=100) for process in processes]
    assert all("NTR101" in out and "warning" not in err for out, err in outputs)
    assert sum(out.count("analysed") for out, _ in outputs) == 1


def test_a_lock_is_taken_from_a_process_that_dies(tmp_path):
    path = tmp_path / "one.lock"
    code = (
        "import sys, time; from netra_lint.cache.lock import locked\n"
        "with locked(sys.argv[1], 1):\n    print('held', flush=True); time.sleep(100)"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout.readline() == "held\n"
    begin = time.monotonic()
    with locked(str(path), 0.2) as waited:
        assert waited
    assert time.monotonic() - begin < 10
    holder.kill()
    holder.wait()
    with locked(str(path), 50) as waited:
        pass
    assert time.monotonic() - begin < 40


WRITER = """\
import sys
from netra_lint.cache.store import Store
store = Store(sys.argv[1])
number = 0
print("ready", flush=True)
while True:
    number += 1
    text = b"%d" % number * 40000
    store.save(b"name", text, text, {b"path": text})
    if store.trouble:
        print(store.trouble, flush=True)
"""


def test_killed_at_any_moment_it_stays_whole(tmp_path):
    folder = str(tmp_path / "cache")
    chance = random.Random(2)
    for _ in range(12):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, folder], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.05, 0.3))
        writer.send_signal(signal.SIGKILL)
        assert writer.communicate()[0] == ""
        store = Store(folder)
        kept = store.find(b"name")
        if kept is not None:
            assert kept.head == store.detail(kept.number)
            assert store.findings(kept.number) == [kept.head]
        assert not store.trouble


def test_a_store_that_is_being_written_to_is_done_without(tmp_path, monkeypatch):
    monkeypatch.setattr(stores, "PATIENCE", 0.1)
    store = Store(str(tmp_path))
    store.save(b"name", b"head", b"detail", {})
    other = sqlite3.connect(next(tmp_path.glob("records-*.db")), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    begin = time.monotonic()
    busy = Store(str(tmp_path))
    assert busy.find(b"name") is None
    busy.save(b"name", b"new", b"new", {})
    assert time.monotonic() - begin < 5
    assert not busy.trouble
    other.execute("ROLLBACK")
    other.close()
    assert Store(str(tmp_path)).find(b"name").head == b"head"


def test_clean_removes_what_is_ours_and_nothing_else(project, tmp_path):
    found(project)
    (project / FOLDER / "notes.txt").write_text("mine")
    done = run(module("netra_lint", "clean"), project)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Removed the cache" in done.stderr
    assert [path.name for path in (project / FOLDER).iterdir()] == ["notes.txt"]
    assert not clean(str(tmp_path / "nowhere"))
    done = run(module("netra_lint", "clean", "nowhere"), project)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "nowhere: no such file or folder" in done.stderr


def test_clean_removes_the_whole_folder_and_caches_elsewhere(project, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    run([*LINT, "--cache-dir", str(elsewhere)], project)
    assert not (project / FOLDER).exists()
    run(module("netra_lint", "clean", "--cache-dir", str(elsewhere), "-q"), project)
    assert not elsewhere.exists()
    elsewhere.mkdir()
    run(module("netra_lint", "clean", "--cache-dir", str(elsewhere)), project)
    assert elsewhere.exists()
    run(LINT, project)
    run(module("netra_lint", "clean", "-q", "bad.py"), project)
    assert not (project / FOLDER).exists()


def test_nothing_is_written_without_a_cache(project):
    run([*LINT, "--no-cache"], project)
    assert not (project / FOLDER).exists()


def test_clean_says_what_it_cannot_remove(tmp_path, monkeypatch):
    write(tmp_path, {"records-1.db": "x"})
    monkeypatch.setattr(os, "remove", lambda path: (_ for _ in ()).throw(PermissionError(13, "no")))
    with pytest.raises(CacheError, match="no"):
        clean(str(tmp_path))
