"""Files as they come: line endings, tabs, encodings, form feeds, very long functions."""

from __future__ import annotations

import ast

import pytest

from netra_lint.engine import Request, Stdin
from netra_lint.engine.repair import fix

HEAD = "async def report(manager, run_id, thread_id, user_id, message):\n"
SEND = "    await manager.send_to_user(run_id, message)\n"
FIXED = (
    "    if thread_id:\n"
    "        await manager.send_to_thread(thread_id, message)\n"
    "    elif user_id:\n"
    "        await manager.send_to_user(user_id, message)\n"
)


def repaired(folder, content: bytes) -> bytes:
    path = str(folder / "a.py")
    done = fix(Request(paths=(), cwd=str(folder), stdin=Stdin(path, content)))
    assert done.fixed
    return done.after[path]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_endings(tmp_path, newline):
    before, after = ((HEAD + part).replace("\n", newline).encode() for part in (SEND, FIXED))
    assert repaired(tmp_path, before) == after


def test_line_endings_of_a_moved_message(tmp_path):
    send = "    await manager.send_to_user(run_id, {\n        'a': '''x\n y''',\n    })\n"
    before = (HEAD + send).replace("\n", "\r\n").encode()
    after = repaired(tmp_path, before)
    assert after.count(b"\n") == after.count(b"\r\n")
    assert b"payload = {\r\n        'a': '''x\r\n y''',\r\n    }\r\n" in after


def test_mixed_line_endings_elsewhere_stay(tmp_path):
    before = b"a = 1\r\nb = 2\n" + (HEAD + SEND).encode() + b"c = 3\r\n"
    after = repaired(tmp_path, before)
    assert after.startswith(b"a = 1\r\nb = 2\n" + HEAD.encode())
    assert after.endswith(b"c = 3\r\n")


def test_byte_order_mark(tmp_path):
    before = b"\xef\xbb\xbf" + (HEAD + SEND).encode()
    assert repaired(tmp_path, before) == b"\xef\xbb\xbf" + (HEAD + FIXED).encode()


def test_declared_encoding(tmp_path):
    head = "# -*- coding: latin-1 -*-\nname = 'é'\n"
    text = SEND.replace("message)", "'ä', 'é')")
    after = repaired(tmp_path, (head + HEAD + text).encode("latin-1"))
    assert after.decode("latin-1").startswith(head + HEAD + "    if thread_id:\n")
    assert "send_to_thread(thread_id, 'ä', 'é')" in after.decode("latin-1")


@pytest.mark.parametrize("encoding", ["unicode_escape", "idna"])
def test_an_encoding_that_would_write_other_bytes_is_left(tmp_path, encoding):
    content = f"# coding: {encoding}\n{HEAD}{SEND}".encode()
    request = Request(paths=(), cwd=str(tmp_path), stdin=Stdin(str(tmp_path / "a.py"), content))
    done = fix(request)
    assert [found.code for found in done.report.diagnostics] == ["NTR101"]
    assert "encod" in done.report.diagnostics[0].unfixable
    assert done.after == {}


def test_wide_characters_before_the_call(tmp_path):
    before = HEAD + "    x = '漢字😀'; await manager.send_to_user(run_id, message)\n"
    after = repaired(tmp_path, before.encode()).decode()
    assert "    x = '漢字😀'\n    if thread_id:\n" in after
    ast.parse(after)


def test_no_final_newline(tmp_path):
    assert repaired(tmp_path, (HEAD + SEND).rstrip().encode()) == (HEAD + FIXED).rstrip().encode()


def test_form_feeds(tmp_path):
    before = "\f\nx = 1\n\f\n" + HEAD + "\f" + SEND + "\f\ny = 2\n"
    after = repaired(tmp_path, before.encode()).decode()
    assert after == "\f\nx = 1\n\f\n" + HEAD + "\f" + FIXED + "\f\ny = 2\n"


def test_trailing_blanks_and_comments_stay(tmp_path):
    before = HEAD + "    x = 1   \n    # tell  \n" + SEND + "  # odd\n\n\n"
    after = repaired(tmp_path, before.encode()).decode()
    assert after == HEAD + "    x = 1   \n    # tell  \n" + FIXED + "  # odd\n\n\n"


def test_tabs_and_blanks_mixed(tmp_path):
    before = HEAD + "\tif message:\n\t    await manager.send_to_user(run_id, message)\n"
    after = repaired(tmp_path, before.encode()).decode()
    assert "\t    if thread_id:\n\t        await manager.send_to_thread" in after


def test_a_function_of_5000_lines(tmp_path):
    filler = "".join(f"    x{number} = {number}\n" for number in range(2500))
    before = HEAD + filler + SEND + filler
    assert repaired(tmp_path, before.encode()).decode() == HEAD + filler + FIXED + filler


def test_many_sends_in_one_file(tmp_path):
    before = HEAD + SEND * 40
    assert repaired(tmp_path, before.encode()).decode() == HEAD + FIXED * 40


def test_a_literal_brace_in_a_nested_f_string(tmp_path):
    text = SEND.replace("message)", "f'{{{message!r}}} {f\"{message:>{4}}\"}')")
    after = repaired(tmp_path, (HEAD + text).encode()).decode()
    assert "payload = f'{{{message!r}}} {f\"{message:>{4}}\"}'\n" in after


def test_statements_in_a_class_body_and_at_the_top_are_left(tmp_path):
    before = b"run_id = thread_id = None\nmanager.send_to_user(run_id, {})\n"
    path = str(tmp_path / "a.py")
    done = fix(Request(paths=(), cwd=str(tmp_path), stdin=Stdin(path, before)))
    assert not done.after
