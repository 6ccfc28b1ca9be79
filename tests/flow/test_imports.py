"""Names that come from other modules, by every kind of import."""

from __future__ import annotations

import pytest

from tests.flow.support import assert_as_marked
from tests.support import write

GIVERS = """
    def same(value):
        return value


    def nobody(value):
        return "nobody"


    class Job:
        class Inner:
            def who(self, value):
                return value

        def __init__(self, run=""):
            self.run = run

        def who(self):
            return self.run


    _hidden = same
    Alias = Job
    InnerAlias = Job.Inner
    """
CASES = {
    "a star import of a star import": (
        """
        from stars import *


        async def main(manager, run_id):
            await manager.send_to_user(same(run_id), {})  # wrong
            await manager.send_to_user(nobody(run_id), {})
            await manager.send_to_user(Job(run_id).who(), {})  # wrong
        """,
        {"stars": "from givers import *\n"},
    ),
    "modules under other names": (
        """
        import givers
        import givers as others
        from givers import same as kept, Job as Work


        async def main(manager, run_id):
            await manager.send_to_user(givers.same(run_id), {})  # wrong
            await manager.send_to_user(others.nobody(run_id), {})
            await manager.send_to_user(kept(run_id), {})  # wrong
            await manager.send_to_user(Work(run_id).who(), {})  # wrong
            await manager.send_to_user(givers.Job.Inner().who(run_id), {})  # wrong
            await manager.send_to_user(others.Alias(run_id).who(), {})  # wrong
            await manager.send_to_user(givers.InnerAlias().who(run_id), {})  # wrong
        """,
        {},
    ),
    "modules that import each other": (
        """
        import first


        async def main(manager, run_id):
            await manager.send_to_user(first.one(run_id), {})  # wrong
        """,
        {
            "first": "import second\n\ndef one(value):\n    return second.two(value)\n\n"
            "def three(value):\n    return value\n",
            "second": "import first\n\ndef two(value):\n    return first.three(value)\n",
        },
    ),
    "a star import of itself": (
        """
        from around import *
        from around import same


        async def main(manager, run_id):
            await manager.send_to_user(same(run_id), {})  # wrong
        """,
        {"around": "from around import *\nfrom givers import same\n"},
    ),
    "an import inside a function, and one that may fail": (
        """
        try:
            from nowhere import same
        except ImportError:
            from givers import same


        async def main(manager, run_id):
            from givers import nobody as inside

            await manager.send_to_user(same(run_id), {})  # wrong
            await manager.send_to_user(inside(run_id), {})
        """,
        {},
    ),
    "values of other modules": (
        """
        import kept
        from kept import TABLE, fixed


        async def main(manager, run_id):
            kept.begin(run_id)
            await manager.send_to_user(kept.current, {})  # wrong
            await manager.send_to_user(fixed, {})
            TABLE["who"] = run_id
            await manager.send_to_user(kept.TABLE["who"], {})  # wrong
            kept.late = run_id
            await manager.send_to_user(kept.late, {})  # wrong
        """,
        {
            "kept": 'current = ""\nfixed = "nobody"\nTABLE = {}\n\n'
            "def begin(value):\n    global current\n    current = value\n"
        },
    ),
    "annotations that name classes of modules": (
        """
        import givers


        class Sub(givers.Job):
            pass


        async def tell(manager, job: givers.Job, other: "givers.Alias"):
            await manager.send_to_user(job.who(), {})  # wrong
            await manager.send_to_user(other.run, {})  # wrong


        async def main(manager, run_id):
            await tell(manager, Sub(run_id), givers.Job())
            await tell(manager, Sub("a"), givers.Job(run_id))
            await tell(manager, Sub("a"), givers.Job("b"))
        """,
        {},
    ),
}


@pytest.mark.parametrize(("program", "beside"), CASES.values(), ids=CASES)
def test_imports(program, beside, tmp_path):
    assert_as_marked(tmp_path, program, givers=GIVERS, **beside)


def test_packages(tmp_path):
    files = {
        "pack/__init__.py": "from .inner import same\nfrom . import inner as kept\n",
        "pack/inner.py": "from .deep import other\n\ndef same(value):\n    return value\n",
        "pack/deep/__init__.py": "def other(value):\n    return value\n",
    }
    program = """
        import pack
        import pack.deep
        import pack.deep as below
        from pack import inner, kept
        from pack.inner import other


        async def main(manager, run_id):
            await manager.send_to_user(pack.same(run_id), {})  # wrong
            await manager.send_to_user(pack.inner.same(run_id), {})  # wrong
            await manager.send_to_user(pack.deep.other(run_id), {})  # wrong
            await manager.send_to_user(below.other(run_id), {})  # wrong
            await manager.send_to_user(kept.same("a"), {})
            await manager.send_to_user(inner.same(run_id), {})  # wrong
            await manager.send_to_user(other(run_id), {})  # wrong
        """
    write(tmp_path, files)
    assert_as_marked(tmp_path, program, also=tuple(files))
