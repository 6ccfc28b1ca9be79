"""Random chains of functions, in files of any sort: ids come through, and all else stays."""

from __future__ import annotations

import asyncio
import contextlib
import io
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyflakes import api, reporter

from netra_lint.engine import Request
from netra_lint.engine.repair import fix, save

SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
SENDS = [
    "await manager.send_to_user(run_id, {'n': n})",
    "return await manager.send_to_thread(run_id, {'n': n})",
    "done = await manager.send_message(run_id, {\n        'n': n,\n    })\n    print(done)",
    "if n:\n        await manager.send_to_user(run_id, n)  # tell",
    "if hasattr(manager, 'send_message'):\n        await manager.send_message(run_id, n)\n"
    "    elif hasattr(manager, 'send_to_thread'):\n        await manager.send_to_thread(run_id, n)",
]
SIGNATURES = [
    "manager, run_id, n",
    "manager, run_id: str, n: int",
    "manager, run_id, n, *rest",
    "manager, run_id, n, **more",
    "\n    manager,\n    run_id,  # which (of all\n    n,\n",
    "manager, run_id,\n        n=f')',",
    "manager, run_id, n, /",
]
CALLS = [
    "manager, run_id, 1",
    "\n        manager,\n        run_id,\n        1,  # one (\n    ",
    "manager, run_id,\n           (1)",
    "manager, run_id, {'(': 1}['('],",
]
USES = ["await {}", "return await {}", "x = [await {}]\n    print(x)", "if await {}:\n        pass"]
TOPS = [
    ("manager, run_id, thread_id, user_id", {"thread_id", "user_id"}),
    ("manager, run_id, thread_id", {"thread_id"}),
    ("manager, run_id, user_id: str", {"user_id"}),
]
DOCS = ["", '"""Say.\n\n    Args:\n        n: how many.\n    """', "'''é (:'''"]
JUNK = [
    "é = 'ä ) def ('",
    "\f",
    "x =  {  'a':1 }   # odd",
    "if 1 :\n\tpass",
    "s = '''\n  def f(manager, run_id):\n\t'''",
    "y = f'{f\"{1:>{4}}\"} {{'",
    "",
]
SORTS = [
    ("", "utf-8"),
    ("\ufeff", "utf-8"),
    ("# -*- coding: latin-1 -*-\n", "latin-1"),
    ("", "utf-8"),
]


@dataclass(frozen=True)
class Written:
    """The files of a chain, with the lines that no repair may touch."""

    files: dict[str, bytes]
    kept: dict[str, list[bytes]]
    held: set[str]


@st.composite
def chains(draw) -> Written:
    """Return two to five functions, each of which calls the next, in as many files."""
    files, kept = {}, {}
    depth = draw(st.integers(2, 5))
    signature, held = draw(st.sampled_from(TOPS))
    for number in range(depth):
        head, encoding = draw(st.sampled_from(SORTS))
        newline = draw(st.sampled_from(["\n", "\n", "\r\n"]))
        own = signature if number == 0 else draw(st.sampled_from(SIGNATURES))
        doc = draw(st.sampled_from(DOCS))
        if number + 1 == depth:
            body = draw(st.sampled_from(SENDS))
        else:
            call = f"step{number + 1}({draw(st.sampled_from(CALLS))})"
            body = draw(st.sampled_from(USES)).format(call)
            if number and "n" not in body:
                body = f"print(n)\n    {body}"
        rows = [f"async def step{number}({own}):", *([f"    {doc}"] if doc else []), f"    {body}"]
        if draw(st.booleans()):
            rows = [row.replace("    ", "\t") for row in rows]
        before = draw(st.lists(st.sampled_from(JUNK), max_size=3))
        after = draw(st.lists(st.sampled_from(JUNK), max_size=3))
        if number + 1 < depth:
            before = [f"from m{number + 1} import step{number + 1}", *before]
        text = head + "\n".join([*before, *rows, *after]) + draw(st.sampled_from(["", "\n"]))
        name = f"m{number}.py"
        files[name] = text.replace("\n", newline).encode(encoding)
        kept[name] = [
            "\n".join(part).replace("\n", newline).encode(encoding) for part in (before, after)
        ]
    return Written(files, kept, held)


def complaints(content: bytes) -> set[str]:
    out = io.StringIO()
    api.check(content, "module.py", reporter.Reporter(out, out))
    return {line.split(":", 3)[-1].strip() for line in out.getvalue().splitlines()}


def threaded(written: Written) -> dict[str, bytes]:
    """Repair the files on disk; nothing may be left, and a second run may do nothing."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "pyproject.toml").write_text("[tool.netra-lint]\n", encoding="utf-8")
        for name, content in written.files.items():
            Path(folder, name).write_bytes(content)
        request = Request(cwd=folder)
        done = fix(request, unsafe=True)
        assert not done.report.diagnostics, done.report.diagnostics
        assert save(done) == []
        assert not fix(request, unsafe=True).after
        return {name: Path(folder, name).read_bytes() for name in written.files}


class Manager:
    """Notes whom it sends to."""

    def __init__(self):
        self.sent = []

    async def send_to_thread(self, thread_id, message):
        self.sent.append(thread_id)

    async def send_to_user(self, user_id, message):
        self.sent.append(user_id)

    send_message = send_to_user


def delivered(files: dict[str, bytes], held: set[str]) -> list[str]:
    """Run a chain, and return whom it sent to."""
    modules, manager = {}, Manager()
    with patch.dict(sys.modules), contextlib.redirect_stdout(io.StringIO()):
        for name in sorted(files, reverse=True):
            modules[name] = sys.modules[name.removesuffix(".py")] = ModuleType(name)
            exec(compile(files[name], name, "exec"), vars(modules[name]))
        ids = {name: f"{name}_1" for name in held}
        asyncio.run(modules["m0.py"].step0(manager, "run_1", **ids))
    return manager.sent


@SETTINGS
@given(chains())
def test_ids_come_through_any_chain(written):
    after = threaded(written)
    assert delivered(written.files, written.held) == ["run_1"]
    assert delivered(after, written.held) == [f"{min(written.held)}_1"]
    for name, content in after.items():
        old = written.files[name]
        assert content != old
        assert complaints(content) <= complaints(old), content
        front, back = written.kept[name]
        assert content.startswith(old[: old.index(front) + len(front)])
        assert content.endswith(old[old.rindex(back) :])
        assert (b"\r\n" in content) == (b"\r\n" in old)
        if b"\r\n" in old:
            assert content.count(b"\n") == content.count(b"\r\n")
        comments = [part for part in (b"# which (of all", b"# one (", b"# tell") if part in old]
        assert all(part in content for part in comments)
