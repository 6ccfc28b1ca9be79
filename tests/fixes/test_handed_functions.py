"""Ids get to functions that are handed on and called by others, and through dictionaries."""

from __future__ import annotations

import pytest

from netra_lint.engine import Request, check
from tests.fixes.test_threading import repaired
from tests.support import write

SENDING = """\
class Bell:
    def __init__(self, manager):
        self.manager = manager

    async def ring(self, run_id, text):
        await self.manager.send_to_user(run_id, {"text": text})

    @property
    def ringing(self):
        return self.ring
"""
RUNNING = "from calling import run\nfrom sending import Bell\n\n\n"
START = "async def start(bell: Bell, run_id, thread_id, user_id):\n"
PASSED = "thread_id=thread_id, user_id=user_id"
HANDED = {
    "by position": ("await run(run_id, bell.ring)", f"run(run_id, partial(bell.ring, {PASSED}))"),
    "by keyword": (
        "await run(run_id, done=bell.ring)",
        f"run(run_id, done=partial(bell.ring, {PASSED}))",
    ),
    "with what it is called with": (
        "await run(bell.ring, run_id, 'on')",
        f"run(partial(bell.ring, {PASSED}), run_id, 'on')",
    ),
    "in a row that gets too long": (
        f"await run(run_id, '{'on' * 20}', bell.ring)",
        f"partial(bell.ring, {PASSED}))",
    ),
}


@pytest.mark.parametrize(("call", "passed"), HANDED.values(), ids=HANDED)
def test_a_function_that_is_handed_on_is_bound_to_the_ids(call, passed, tmp_path):
    files = {"sending.py": SENDING, "running.py": f"{RUNNING}{START}    {call}\n"}
    texts = repaired(tmp_path, files)
    assert "thread_id=None, user_id=None" in texts["sending.py"]
    assert passed in " ".join(texts["running.py"].split())
    assert texts["running.py"].startswith("from functools import partial\n\nfrom calling")


SUBMITS = {
    "work, run_id": f"pool.submit(partial(bell.ring, {PASSED}), run_id)",
    "work, *given, **more": f"pool.submit(bell.ring, run_id, {PASSED})",
}


@pytest.mark.parametrize(("takes", "passed"), SUBMITS.items(), ids=list(SUBMITS))
def test_what_is_called_like_a_library_is_asked_what_it_takes(takes, passed, tmp_path):
    pool = f"class Pool:\n    async def submit(self, {takes}):\n        await work(run_id)\n\n\n"
    start = START.replace("bell: Bell", "bell: Bell, pool: Pool")
    source = f"{RUNNING}{pool}{start}    await pool.submit(bell.ring, run_id)\n"
    texts = repaired(tmp_path, {"sending.py": SENDING, "running.py": source})
    assert f"await {passed}" in " ".join(texts["running.py"].split())


def test_a_function_is_bound_on_the_way_as_well(tmp_path):
    middle = "async def relay(bell: Bell, run_id):\n    await run(run_id, bell.ring)\n\n\n"
    files = {
        "sending.py": SENDING,
        "running.py": f"{RUNNING}{middle}{START}    await relay(bell, run_id)\n",
    }
    text = " ".join(repaired(tmp_path, files)["running.py"].split())
    assert "async def relay(bell: Bell, run_id, thread_id: str | None = None" in text
    assert f"await relay(bell, run_id, {PASSED})" in text
    assert f"await run(run_id, partial(bell.ring, {PASSED}))" in text


TAKING = """\
class Bell:
    def __init__(self, manager):
        self.manager = manager

    async def ring(self, run_id, text, thread_id=None, user_id=None):
        if thread_id:
            await self.manager.send_to_thread(thread_id, text)
        elif user_id:
            await self.manager.send_to_user(user_id, text)
"""
CALLING = "async def run(run_id, done):\n    await done(run_id, 'done')\n"


def test_a_function_that_takes_the_ids_is_bound_where_others_call_it_without(tmp_path):
    call = f"    await bell.ring(run_id, 'on', {PASSED})\n    await run(run_id, bell.ring)\n"
    files = {"sending.py": TAKING, "calling.py": CALLING, "running.py": f"{RUNNING}{START}{call}"}
    write(tmp_path, {"pyproject.toml": "", **files})
    (found,) = check(Request(cwd=str(tmp_path))).diagnostics
    assert found.unfixable == "who calls it may have other ids for it"
    assert found.message == (
        "`thread_id` and `user_id` are lost here: `bell.ring` is handed on without them, "
        "and `ring` sends to nobody without them"
    )
    texts = repaired(tmp_path, files)
    assert texts["sending.py"] == TAKING
    assert f"await run(run_id, partial(bell.ring, {PASSED}))" in texts["running.py"]


HEADS = {
    "import functools\n": ("import functools\n", "functools.partial"),
    "from functools import partial as bind\n": ("from functools import partial as bind\n", "bind"),
    "from functools import cache\n": ("from functools import cache, partial\n", "partial"),
    "from __future__ import annotations\n": (
        "from __future__ import annotations\n\nfrom functools import partial\n\nfrom calling",
        "partial",
    ),
    '"""Runs."""\n\nimport asyncio\nfrom typing import Any\n\n': (
        '"""Runs."""\n\nimport asyncio\nfrom functools import partial\nfrom typing import Any\n',
        "partial",
    ),
    "import asyncio\n\n": ("import asyncio\nfrom functools import partial\n\n", "partial"),
}


@pytest.mark.parametrize(("head", "after"), HEADS.items(), ids=list(HEADS))
def test_the_import_stands_where_it_belongs(head, after, tmp_path):
    gap = "\n" if "future" in head else ""
    call = "    await run(run_id, bell.ring)\n"
    files = {"sending.py": SENDING, "running.py": f"{head}{gap}{RUNNING}{START}{call}"}
    text = repaired(tmp_path, files)["running.py"]
    assert text.startswith(after[0])
    assert f"await run(run_id, {after[1]}(bell.ring," in text


LEFT = {
    "nothing says whose run it is called for": "await run(bell.ring)",
    "the ids are handed on beside it": "await run(run_id, thread_id, bell.ring)",
    "it is taken back again": "await run(run_id, bell.ring)\n    bell.remove(run_id, bell.ring)",
    "what it gives is handed on": "await run(run_id, bell.ringing)",
    "the run is another": "for job in bell.jobs:\n        await run(job.run_id, bell.ring)",
    "others may be spread into it": "await run(run_id, bell.ring, **bell.options)",
}


@pytest.mark.parametrize("call", LEFT.values(), ids=LEFT)
def test_a_function_that_may_be_called_for_others_is_left(call, tmp_path):
    source = f"{RUNNING}{START}    {call}\n"
    write(tmp_path, {"pyproject.toml": "", "sending.py": SENDING, "running.py": source})
    assert check(Request(cwd=str(tmp_path), select=("NTR202",))).diagnostics == ()


def test_something_else_of_the_name_is_left(tmp_path):
    source = (
        f"{RUNNING}def partial(n):\n    return n\n\n\n{START}    await run(run_id, bell.ring)\n"
    )
    write(tmp_path, {"pyproject.toml": "", "sending.py": SENDING, "running.py": source})
    (found,) = check(Request(cwd=str(tmp_path), select=("NTR202",))).diagnostics
    assert found.unfixable == "`partial` is something else in the file"


SPREAD = {
    "a variable": "given = {'run_id': run_id, 'text': 'on'}\n    await bell.ring(**given)",
    "a declared one": "given: dict = dict(run_id=run_id)\n    await bell.ring(**given, text='on')",
    "there": "await bell.ring(text='on', **{'run_id': run_id})",
}


@pytest.mark.parametrize("call", SPREAD.values(), ids=SPREAD)
def test_ids_are_passed_beside_what_is_written_out(call, tmp_path):
    files = {"sending.py": SENDING, "running.py": f"{RUNNING}{START}    {call}\n"}
    assert f", {PASSED})" in " ".join(repaired(tmp_path, files)["running.py"].split())


OPEN = {
    "it has ids": "given = {'run_id': run_id, 'user_id': user_id}\n    await bell.ring(**given)",
    "something is put in": "given = {'run_id': run_id}\n    given.update(bell.more)\n"
    "    await bell.ring(**given)",
    "something else is in it": "await bell.ring(**{**bell.more, 'run_id': run_id})",
}


@pytest.mark.parametrize("call", OPEN.values(), ids=OPEN)
def test_a_dictionary_that_may_have_ids_is_left(call, tmp_path):
    source = f"{RUNNING}{START}    {call}\n"
    write(tmp_path, {"pyproject.toml": "", "sending.py": SENDING, "running.py": source})
    assert check(Request(cwd=str(tmp_path), select=("NTR202",))).diagnostics == ()
