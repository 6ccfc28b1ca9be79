"""What the command line does seldom: long checks, several files, odd files, misspelt commands."""

from __future__ import annotations

import io
import os
import sqlite3
import time

import pytest

from netra_lint.cache.place import FOLDER
from netra_lint.cache.store import DAY
from netra_lint.cli import main, progress
from netra_lint.cli.progress import Progress
from netra_lint.engine import Request, check
from netra_lint.engine.repair import fix
from netra_lint.project import disk
from netra_lint.rules import pages
from tests.support import BAD, module, run, write

REPAIRABLE = (
    "async def report(manager, run_id, thread_id, message):\n"
    "    await manager.send_to_user(run_id, message)\n"
)
UNAWAITED = "async def report(manager, user_id):\n    manager.send_to_user(user_id, {})\n"


class Terminal(io.StringIO):
    def isatty(self):
        return True


class TestProgress:
    def test_a_bar_appears_when_it_takes_long_and_is_ended(self, monkeypatch):
        terminal, now = Terminal(), [0.0]
        monkeypatch.setattr(progress, "monotonic", lambda: now[0])
        monkeypatch.setattr(progress.sys, "stderr", terminal)
        with Progress(enabled=True) as bar:
            bar(1, 10)
            assert terminal.getvalue() == ""
            now[0] = progress.AFTER + 0.1
            bar(5, 10)
            assert "50%" in terminal.getvalue()
            drawn = terminal.getvalue()
            bar(6, 10)
            assert terminal.getvalue() == drawn
            now[0] += progress.EVERY
            bar(9, 12)
            assert "75%" in terminal.getvalue()
        assert terminal.getvalue().endswith("\n")

    def test_none_where_it_is_not_wanted(self, monkeypatch):
        terminal = Terminal()
        monkeypatch.setattr(progress, "AFTER", -1.0)
        monkeypatch.setattr(progress.sys, "stderr", terminal)
        with Progress(enabled=False) as bar:
            bar(5, 10)
        assert terminal.getvalue() == ""


class TestCommands:
    def test_a_misspelt_command(self, tmp_path):
        done = run(module("netra_lint", "chekc"), tmp_path)
        assert done.returncode == 2
        assert "chekc" in done.stderr
        assert "Traceback" not in done.stderr

    def test_a_mistake_of_ours_does_not_pass_for_findings(self, monkeypatch, capsys):
        monkeypatch.setattr("netra_lint.engine.checking.check_options", lambda request: 1 / 0)
        assert main(["check", "--no-cache"]) == 2
        told = capsys.readouterr().err
        assert "ZeroDivisionError" in told
        assert told.splitlines()[-1].startswith(
            "netra-lint: error: this is a mistake of netra-lint"
        )

    def test_standard_input_that_is_closed_is_told(self, tmp_path):
        command = " ".join(module("netra_lint", "check", "-", "<&-"))
        done = run(["sh", "-c", command], tmp_path)
        assert done.returncode == 2
        assert done.stderr == "netra-lint: error: - cannot be read: standard input is closed\n"

    def test_nothing_to_check_is_not_said_to_be_clear(self, tmp_path):
        for command in ("check", "fix"):
            done = run(module("netra_lint", command), tmp_path)
            assert (done.returncode, done.stderr) == (0, "No Python files were found.\n")

    def test_a_finding_without_a_flow_tells_how_it_is_repaired(self, tmp_path):
        write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "a.py": UNAWAITED})
        done = run(module("netra_lint", "check", "--output-format", "full"), tmp_path)
        assert "NTR304" in done.stdout
        assert "explains this" in done.stdout
        assert "no automatic fix" not in done.stdout

    def test_fixes_are_shown_file_by_file(self, tmp_path):
        files = {"a.py": REPAIRABLE, "b.py": REPAIRABLE + UNAWAITED.replace("report", "other")}
        write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", **files})
        done = run(module("netra_lint", "fix", "--show-fixes"), tmp_path)
        shown = done.stdout + done.stderr
        first, second = shown.index("- a.py:"), shown.index("- b.py:")
        assert shown[first:second].count(" x NTR") == 1
        assert shown[second:].count(" x NTR") == 2

    def test_a_quiet_diff_of_a_file_without_a_last_line_end_can_be_applied(self, tmp_path):
        write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "a.py": REPAIRABLE.rstrip("\n")})
        done = run(module("netra_lint", "fix", "--diff", "-q"), tmp_path)
        assert "\\ No newline at end of file\n" in done.stdout
        assert done.stderr == ""
        (tmp_path / "it.patch").write_text(done.stdout, encoding="utf-8")
        assert run(["git", "apply", "-p0", "it.patch"], tmp_path).returncode == 0
        text = (tmp_path / "a.py").read_text(encoding="utf-8")
        assert "send_to_thread" in text
        assert not text.endswith("\n")

    def test_pages_of_rules_are_written_where_one_says(self, tmp_path):
        (tmp_path / "ntr999-gone.md").write_text("gone", encoding="utf-8")
        done = run(module("netra_lint.rules.pages", "."), tmp_path)
        assert done.returncode == 0, done.stderr
        assert sorted(path.name for path in tmp_path.iterdir()) == sorted(pages.all_pages())


class TestFiles:
    def test_a_file_that_vanishes_is_told_and_the_rest_goes_on(self, tmp_path):
        write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "bad.py": BAD})
        os.symlink(tmp_path / "nowhere.py", tmp_path / "gone.py")
        for cache in (False, True, True):
            found = check(Request(cwd=str(tmp_path), cache=cache)).diagnostics
            codes = {(os.path.basename(each.filename), each.code) for each in found}
            assert ("bad.py", "NTR101") in codes
            assert codes <= {("bad.py", "NTR101"), ("gone.py", "NTR001")}

    def test_what_cannot_be_read_is_told_after_repairs_too(self, tmp_path, monkeypatch):
        files = {"a.py": REPAIRABLE, "secret.py": BAD}
        write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", **files})

        def refusing(path):
            if path.endswith("secret.py"):
                raise PermissionError(13, "Permission denied")
            return disk.read(path)

        monkeypatch.setattr("netra_lint.project.sources.read", refusing)
        done = fix(Request(cwd=str(tmp_path)))
        assert [each.code for each in done.fixed] == ["NTR101"]
        (left,) = done.report.diagnostics
        assert (left.code, left.message) == ("NTR001", "cannot be read: Permission denied")

    def test_a_null_byte_is_one_finding(self, tmp_path):
        write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "bad.py": BAD})
        (tmp_path / "odd.py").write_bytes(b"send_to_user = '\0'\n" + BAD.encode())
        found = check(Request(cwd=str(tmp_path))).diagnostics
        assert sorted((os.path.basename(each.filename), each.code) for each in found) == [
            ("bad.py", "NTR101"),
            ("odd.py", "NTR001"),
        ]

    @pytest.mark.parametrize("encoding", ["rot13", "hex", "undefined", "idna", "utf-32", "none"])
    def test_an_encoding_for_no_python_is_no_crash(self, tmp_path, encoding):
        write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "bad.py": BAD})
        write(tmp_path, {"odd.py": f"# coding: {encoding}\n# \u00e9\n{BAD}"})
        for command in (["check"], ["fix"], ["fix", "--diff"]):
            done = run(module("netra_lint", *command), tmp_path)
            assert "Traceback" not in done.stderr
        assert "odd.py" in run(module("netra_lint", "check"), tmp_path).stdout


class TestRecords:
    @pytest.fixture
    def project(self, tmp_path):
        write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "bad.py": BAD})
        assert self._found(tmp_path) == ["NTR101"]
        return tmp_path

    @staticmethod
    def _found(folder):
        report = check(Request(cwd=str(folder), cache=True))
        return [each.code for each in report.diagnostics]

    @staticmethod
    def _changed(folder, statement, *values):
        (path,) = (folder / FOLDER).glob("records-*.db")
        with sqlite3.connect(path) as connection:
            connection.execute(statement, values)
            connection.commit()
            rows = connection.execute("SELECT used FROM records").fetchall()
        connection.close()
        return [row[0] for row in rows]

    def test_what_was_used_long_ago_is_noted_as_used(self, project):
        old = int(time.time() - 2 * DAY)
        assert set(self._changed(project, "UPDATE records SET used = ?", old)) == {old}
        assert self._found(project) == ["NTR101"]
        assert old not in self._changed(project, "UPDATE records SET used = used")

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE records SET head = 'text'",
            "UPDATE records SET detail = 7",
            "UPDATE texts SET data = NULL",
            "DELETE FROM texts",
        ],
    )
    def test_what_has_another_type_is_not_used(self, project, statement):
        self._changed(project, statement)
        assert self._found(project) == ["NTR101"]
        (project / "bad.py").write_text(BAD.replace("run_id", "user_id"), encoding="utf-8")
        assert self._found(project) == []


def test_a_notebook_is_not_said_to_be_clear(tmp_path):
    cell = '{"cell_type": "code", "source": ["await manager.send_to_user(run_id, {})"]}'
    write(tmp_path, {"book.ipynb": f'{{"cells": [{cell}], "nbformat": 4}}', "a.py": "x = 1\n"})
    (found,) = check(Request(paths=("book.ipynb",), cwd=str(tmp_path))).diagnostics
    assert found.code == "NTR001"
    assert "notebook" in found.message
    assert check(Request(cwd=str(tmp_path))).diagnostics == ()
