"""What the project does not show is as its annotations and names say."""

from __future__ import annotations

from textwrap import dedent

import pytest

from netra_lint.engine import Request, check
from tests.support import write

MARK = "# wrong"
CASES = {
    "annotated variables": """
        from acme import *

        class Job:
            def __init__(self, run_id, owner):
                self.run_id = run_id
                self.owner = owner

        async def one(manager):
            first: RunId = fetch()
            await manager.send_to_user(first, {})  # wrong
            second: UserId = fetch()
            await manager.send_to_user(second, {})
            job: Job = fetch()
            await manager.send_to_user(job.run_id, {})  # wrong
            await manager.send_to_user(job.owner, {})
            name: str = fetch()
            await manager.send_to_user(name, {})
            told: UserId = job.run_id
            await manager.send_to_user(told, {})  # wrong
        """,
    "annotated results and parameters": """
        from acme import *

        class Job:
            run_id: str

        def found() -> RunId:
            return fetch()

        def owner() -> UserId:
            return fetch()

        def job() -> Job:
            return fetch()

        def get_run_id():
            return fetch()

        def get_user_id():
            return fetch()

        async def tell(manager, name: RunId, other: UserId, thing: Job):
            await manager.send_to_user(other, {})
            await manager.send_to_user(name, {})  # wrong
            await manager.send_to_user(thing.run_id, {})  # wrong

        async def one(manager):
            await manager.send_to_user(found(), {})  # wrong
            await manager.send_to_user(owner(), {})
            await manager.send_to_user(job().run_id, {})  # wrong
            await manager.send_to_user(get_run_id(), {})  # wrong
            await manager.send_to_user(get_user_id(), {})
            await tell(manager, fetch(), fetch(), fetch())
        """,
    "names of what comes from outside": """
        from acme import *

        async def one(manager, request, data):
            run_id = fetch()
            await manager.send_to_user(run_id, {})  # wrong
            await manager.send_to_user(store.user_id, {})
            await manager.send_to_user(fetch()["run_id"], {})  # wrong
            await manager.send_to_user(fetch().get("run_id"), {})  # wrong
            await manager.send_to_user(fetch().get(data), {})
            await manager.send_to_user(request.state.run_id, {})  # wrong
            await manager.send_to_user(store.get_run_id(), {})  # wrong
            await manager.send_to_user(request.build().run_id, {})  # wrong
            await manager.send_to_user(request.a.b.c.d.e.f(), {})
        """,
    "copies that a model makes": """
        from pydantic import BaseModel

        class Job(BaseModel):
            who: str
            title: str = ""

        async def one(manager, run_id):
            job = Job(who=run_id, title="a")
            await manager.send_to_user(job.model_copy().who, {})  # wrong
            await manager.send_to_user(job.model_copy().title, {})
            await manager.send_to_user(job.model_copy(update={"title": run_id}).title, {})  # wrong
            await manager.send_to_user(job.model_copy(update={"who": "b"}).who, {})
            await manager.send_to_user(job.model_copy(update={"title": "b"}).who, {})  # wrong
            await manager.send_to_user(job.copy().who, {})  # wrong
            await manager.send_to_user(job.model_dump()["who"], {})  # wrong
            await manager.send_to_user(job.model_dump()["title"], {})
            await manager.send_to_user(job.model_dump().get("who"), {})  # wrong
            await manager.send_to_user(Job(**job.model_dump()).who, {})  # wrong
        """,
    "named kinds of texts": """
        from typing import NewType, cast

        RunId = NewType("RunId", str)
        Name = NewType("Name", str)

        async def one(manager, run_id, job):
            await manager.send_to_user(RunId(job.name), {})
            await manager.send_to_user(Name(run_id), {})  # wrong
            await manager.send_to_user(cast(str, run_id), {})  # wrong
            await manager.send_to_user(cast("Name", job.name), {})
        """,
    "functions that unknown ones call": """
        from acme import later, pool

        async def tell(manager, name):
            await manager.send_to_user(name, {})

        async def keep(manager, name):
            await manager.send_to_user(name, {})

        def one(manager, run_id, user_id):
            later(tell, manager, run_id)  # wrong
            pool.submit(keep, manager, user_id)
        """,
}


@pytest.mark.parametrize("source", CASES.values(), ids=CASES)
def test_outside(source, tmp_path):
    text = dedent(source)
    write(tmp_path, {"example.py": text})
    found = check(Request(cwd=str(tmp_path), select=("NTR101",))).diagnostics
    marked = [at for at, line in enumerate(text.splitlines(), 1) if line.endswith(MARK)]
    assert [each.location.row for each in found] == marked
