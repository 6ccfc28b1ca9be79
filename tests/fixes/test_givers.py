"""Chains through objects of which only their makers tell what they are."""

from __future__ import annotations

import pytest

from tests.fixes.test_threading import repaired

SENDING = (
    "class Notifier:\n"
    "    def __init__(self, manager):\n        self.manager = manager\n\n"
    "    async def tell(self, run_id, m):\n"
    "        await self.manager.send_to_user(run_id, m)\n\n\n"
    "class Silent:\n"
    "    async def tell(self, run_id, m):\n        return None\n"
)
WORKING = (
    "from sending import Notifier, Silent\n\n\n"
    "class Worker:\n"
    "    def __init__(self, notifier=None, manager=None):\n        {kept}\n\n"
    "    async def work(self, run_id, thread_id, user_id):\n"
    "        {call}(run_id, {{}})\n\n"
    "    async def again(self, run_id, thread_id, user_id):\n"
    "        {call}(run_id, {{}})\n"
)
MAKING = (
    "from sending import Notifier\nfrom working import Worker\n\n\n"
    "def made(manager, other):\n    notifier = Notifier(manager)\n"
    "    return Worker(notifier), Worker(manager=manager), Worker(Notifier(manager)), other(1)\n"
)
PLAIN = "await self.notifier.tell"
WAYS = {
    "made where none is given": ("self.notifier = notifier or Notifier(manager)", PLAIN),
    "made on a condition": ("self.notifier = Notifier(manager) if manager else None", PLAIN),
    "declared": ("self.notifier: Notifier = notifier", PLAIN),
    "given by its makers": ("self.notifier = notifier", PLAIN),
    "kept under two names": ("self.other = self.notifier = notifier", PLAIN),
    "kept in a part": (
        "self.parts = self; self.notifier = notifier",
        "await self.parts.notifier.tell",
    ),
    "handed on in a variable": (
        "self.notifier = notifier",
        "found = self.notifier; await found.tell",
    ),
}


@pytest.mark.parametrize(("kept", "call"), WAYS.values(), ids=WAYS)
def test_ids_are_passed_to_what_objects_send(kept, call, tmp_path):
    files = {
        "sending.py": SENDING,
        "working.py": WORKING.format(kept=kept, call=call),
        "making.py": MAKING,
    }
    texts = repaired(tmp_path, files)
    assert "tell(self, run_id, m, thread_id=None, user_id=None)" in texts["sending.py"]
    passed = "tell(run_id, {}, thread_id=thread_id, user_id=user_id)"
    assert " ".join(texts["working.py"].split()).count(passed) == 2
    assert texts["making.py"] == MAKING
