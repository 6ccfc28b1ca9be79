"""Edits, the proof that they change nothing else, and writing files."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from netra_lint.diagnostics import Applicability, Edit, Fix, Location
from netra_lint.fixes import write as writing
from netra_lint.fixes.edits import Piece, compatible, overlap, replace
from netra_lint.fixes.source import SourceError, SourceFile
from netra_lint.fixes.verify import same_outside
from netra_lint.fixes.write import Change, WriteError, write


def edit(first: tuple[int, int], last: tuple[int, int], text: str = "x", name: str = "/a.py"):
    return Edit(name, Location(*first), Location(*last), text)


def fix(*edits: Edit) -> Fix:
    return Fix(Applicability.SAFE, "Do it", edits)


class TestOverlap:
    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (edit((1, 1), (1, 5)), edit((1, 5), (1, 9)), False),
            (edit((1, 1), (1, 5)), edit((1, 4), (1, 9)), True),
            (edit((1, 1), (3, 5)), edit((2, 1), (2, 2)), True),
            (edit((1, 1), (1, 1)), edit((1, 1), (1, 1), "y"), True),
            (edit((1, 1), (1, 5)), edit((1, 2), (1, 3), name="/b.py"), False),
        ],
    )
    def test_pairs(self, one, other, expected):
        assert overlap(one, other) is expected
        assert overlap(other, one) is expected

    def test_the_first_wins_and_shared_edits_go_together(self):
        shared, first, second = edit((9, 1), (9, 5)), edit((1, 1), (1, 5)), edit((2, 1), (2, 5))
        other = fix(edit((1, 2), (1, 3)))
        chosen = compatible([fix(shared, first), fix(shared, second), other])
        assert chosen == [fix(shared, first), fix(shared, second)]

    def test_a_fix_is_taken_whole_or_not_at_all(self):
        first = fix(edit((1, 1), (1, 5)))
        both = fix(edit((1, 2), (1, 3)), edit((1, 1), (1, 2), name="/b.py"))
        assert compatible([first, both]) == [first]


def proof(old: str, *changes: tuple[str, str]) -> bool:
    pieces, done = [], 0
    for before, after in changes:
        start = old.index(before, done)
        done = start + len(before)
        pieces.append(Piece(start, done, after))
    new = replace(old, pieces)
    return same_outside(
        SourceFile("/a.py", old.encode()), SourceFile("/a.py", new.encode()), pieces
    )


class TestProof:
    def test_an_expression(self):
        assert proof("x = [f(a), g(b)]\n", ("f(a)", "h(1) if z else 2"))

    def test_a_statement_that_becomes_several(self):
        assert proof("def f():\n    a()\n    b()\n", ("a()", "if z:\n        a()"))

    def test_the_last_statement(self):
        assert proof("class A:\n    def f(self):\n        a()\n", ("a()", "if z:\n            a()"))

    def test_an_attribute_and_an_argument(self):
        assert proof("m.send(run_id, 1)\n", ("send", "other"), ("run_id", "x"))

    def test_a_keyword(self):
        assert proof("m.send(user_id=run_id)\n", ("user_id", "thread_id"), ("run_id", "x"))

    def test_a_guard_with_an_else(self):
        old = "if a:\n    f()\nelse:\n    g()\n"
        assert proof(old, ("if a:\n    f()", "if b:\n    f()\nelif c:\n    h()"))

    def test_a_removed_line(self):
        assert proof("def f():\n    a = a\n    b()\n", ("    a = a\n", ""))

    def test_precedence_that_leaks_out(self):
        assert not proof("x = not f(a)\n", ("f(a)", "p if q else r"))

    def test_an_operator_that_leaks_out(self):
        assert not proof("x = f(a) + b\n", ("f(a)", "p or q"))

    def test_a_statement_that_swallows_the_next(self):
        assert not proof("a()\nb()\n", ("a()\n", "if z:\n    a()\n    "))

    def test_what_follows_in_another_branch(self):
        assert not proof(
            "def f():\n    a()\n    b()\n", ("a()\n    b", "if z:\n        a()\n        b")
        )

    def test_a_string_that_swallows_the_rest(self):
        with pytest.raises(SourceError):
            proof("a()\nb = 1\n", ("a()", "'''"))


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "a.py"
    path.write_bytes(b"old")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class TestWriting:
    def test_keeps_the_mode(self, file):
        file.chmod(0o751)
        write([Change(str(file), b"old", b"new")])
        assert file.read_bytes() == b"new"
        assert stat.S_IMODE(file.stat().st_mode) == 0o751
        assert names(file.parent) == ["a.py"]

    def test_keeps_a_link(self, file, tmp_path):
        link = tmp_path / "sub" / "link.py"
        link.parent.mkdir()
        link.symlink_to(file)
        write([Change(str(link), b"old", b"new")])
        assert link.is_symlink()
        assert file.read_bytes() == b"new"

    def test_refuses_what_was_changed_meanwhile(self, file):
        with pytest.raises(WriteError, match="changed meanwhile"):
            write([Change(str(file), b"other", b"new")])
        assert file.read_bytes() == b"old"

    def test_what_has_its_new_bytes_already_is_left(self, file, tmp_path):
        link = tmp_path / "link.py"
        link.symlink_to(file)
        write([Change(str(file), b"old", b"new"), Change(str(link), b"old", b"new")])
        assert (file.read_bytes(), link.is_symlink()) == (b"new", True)
        other = tmp_path / "b.py"
        other.write_bytes(b"changed")
        with pytest.raises(WriteError):
            write([Change(str(file), b"old", b"new"), Change(str(other), b"old", b"new")])
        assert file.read_bytes() == b"new"

    def test_refuses_a_read_only_file(self, file):
        file.chmod(0o444)
        with pytest.raises(WriteError, match="read-only"):
            write([Change(str(file), b"old", b"new")])
        assert file.read_bytes() == b"old"

    def test_a_folder_that_takes_no_file(self, file, monkeypatch):
        def refuse(*_, **__):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(writing.tempfile, "mkstemp", refuse)
        with pytest.raises(WriteError, match=r"a\.py: cannot be written: Permission denied"):
            write([Change(str(file), b"old", b"new")])

    def test_a_file_that_is_gone(self, tmp_path):
        with pytest.raises(WriteError, match="No such file"):
            write([Change(str(tmp_path / "none.py"), b"", b"new")])

    def test_all_or_none(self, file, tmp_path):
        other = tmp_path / "b.py"
        other.write_bytes(b"changed")
        changes = [Change(str(file), b"old", b"new"), Change(str(other), b"old", b"new")]
        with pytest.raises(WriteError):
            write(changes)
        assert (file.read_bytes(), other.read_bytes()) == (b"old", b"changed")
        assert names(tmp_path) == ["a.py", "b.py"]

    @pytest.mark.parametrize("error", [OSError(5, "broken"), KeyboardInterrupt()])
    def test_the_first_is_taken_back_when_the_second_fails(
        self, file, tmp_path, monkeypatch, error
    ):
        other = tmp_path / "b.py"
        other.write_bytes(b"old")
        real, calls = os.replace, []

        def second_fails(source, target):
            calls.append(target)
            if len(calls) == 2:
                raise error
            real(source, target)

        monkeypatch.setattr(writing.os, "replace", second_fails)
        with pytest.raises((WriteError, KeyboardInterrupt)):
            write([Change(str(file), b"old", b"new"), Change(str(other), b"old", b"new")])
        assert (file.read_bytes(), other.read_bytes()) == (b"old", b"old")
        assert names(tmp_path) == ["a.py", "b.py"]
