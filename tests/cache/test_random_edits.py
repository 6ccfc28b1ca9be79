"""Random edits to random files of a random project: what is kept always equals what is found.

The engine is asked in the same process, with a cache and without; the cache is
the real one, on the disk.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from netra_lint.cli.output.machine import described
from netra_lint.engine import Live, Request, Session, Stdin, check

NAMES = ("helper", "pick")
MODULES = ("alpha", "beta", "pkg/delta", "pkg/inner/epsilon", "tests/test_zeta")
RETURNED = (
    "run_id",
    "user_id",
    "helper(run_id, user_id)",
    "pick(user_id, run_id)",
    "Base().helper(run_id, user_id)",
    "Derived().pick(run_id, user_id)",
)
SENT = (
    "await manager.send_to_user({value}, {{}})",
    "await manager.send_to_thread({value}, {{}})",
    "await forward(manager, {value}, user_id)",
    "target = {value}\n    await manager.send_to_user(target, {{}})",
)
IMPORTS = (
    "from alpha import helper, pick, forward",
    "from beta import helper, Base, forward",
    "from pkg.delta import pick, Base, Derived",
    "from pkg.inner.epsilon import *",
    "from .delta import helper, pick",
    "from pkg import delta",
    "import beta\nhelper = beta.helper",
)
CLASSES = (
    "class Base:\n    def {name}(self, run_id, user_id):\n        return {value}\n",
    "class Derived(Base):\n    def {name}(self, run_id, user_id):\n        return {value}\n",
    "class Agent:\n"
    "    def __init__(self, manager, helper: Base):\n"
    "        self.manager = manager\n"
    "        self.helper = helper\n\n"
    "    async def execute(self, run_id, user_id):\n"
    "        target = self.helper.{name}(run_id, user_id)\n"
    "        await self.manager.send_to_user(target, {{}})\n",
)
FILLER = "".join(f"    filler_{n} = 'so that the body is long enough'\n" for n in range(5))
ASIDE = (
    "# a comment\n",
    "def unrelated(a, b):\n    total = a + b\n    return total\n",
    "def unrelated(a, b):\n    return [a, b]\n\n\ndef more(c):\n    return c\n",
    f"def unrelated(a, b):\n{FILLER}    return [a, b]\n",
    f"class Aside:\n    def pick(self, a):\n{FILLER.replace('    ', '        ')}        return a\n",
    "LIMIT = 3\n",
    "text = 'run_id'\n",
    "def broken(:\n",
)
MORE = (
    "import os\n",
    "from beta import helper\n",
    "LIMIT = 5\n",
    "helper = print\n",
    "def extra(first, second):\n    return first\n\n\n",
    f"def extra(first, second):\n{FILLER}    return first\n\n\n",
    f"def unrelated(first):\n{FILLER}    return first\n\n\n",
    f"def pick(user_id, run_id):\n{FILLER}    return user_id\n\n\n",
    "@property\n",
)
METHODS = (
    "    limit = 3\n",
    "    def more(self):\n        return 1\n\n",
    f"    def more(self):\n{FILLER.replace('    ', '        ')}        return 1\n\n",
    "    def pick(self, user_id, run_id):\n        return user_id\n\n",
    "    def __init__(self, *args):\n        self.manager = None\n\n",
)
CHAIN = [
    "from beta import helper\n\n\nasync def report(manager, run_id, user_id):\n"
    "    await manager.send_to_user(helper(run_id, user_id), {})\n",
    "from pkg.delta import pick\n\n\ndef helper(run_id, user_id):\n"
    "    return pick(user_id, run_id)\n",
    "from .inner.epsilon import Base\n\n\ndef pick(user_id, run_id):\n"
    "    return Base().pick(run_id, user_id)\n",
    "class Base:\n    def pick(self, run_id, user_id):\n        return run_id\n",
    "def test_it():\n    assert True\n",
    "class Other:\n    def run(self):\n        return 1\n",
]
PLAIN = "class Other:\n    def run(self):\n        return 1\n"
name = st.sampled_from(NAMES)


def of(choices):
    return st.sampled_from(choices)


@st.composite
def sources(draw):
    """A module: imports, a class, functions, and something that has no part in it."""
    if draw(st.integers(0, 5)) == 0:
        return PLAIN + draw(of(ASIDE))
    value = of(RETURNED)
    parts = [f"{draw(of(IMPORTS))}\n" for _ in range(draw(st.integers(1, 2)))]
    for _ in range(draw(st.integers(0, 2))):
        parts.append("\n\n" + draw(of(CLASSES)).format(name=draw(name), value=draw(value)))
    for each in draw(st.lists(name, unique=True)):
        filler = draw(of(["", FILLER]))
        parts.append(f"\n\ndef {each}(run_id, user_id):\n{filler}    return {draw(value)}\n")
    if draw(st.booleans()):
        body = draw(of(SENT)).format(value=draw(value))
        filler = draw(of(["", FILLER]))
        parts.append(f"\n\nasync def report(manager, run_id, user_id):\n{filler}    {body}\n")
    if draw(st.booleans()):
        body = draw(of(SENT)).format(value="recipient")
        parts.append(f"\n\nasync def forward(manager, recipient, user_id):\n    {body}\n")
    if draw(st.integers(0, 3)) == 0:
        parts.append("\n\n" + draw(of(ASIDE)))
    return "".join(parts)


class Edits(RuleBasedStateMachine):
    """A project that is edited, and looked at after each edit."""

    def __init__(self):
        super().__init__()
        self.root = Path(os.path.realpath(tempfile.mkdtemp()))
        (self.root / "pyproject.toml").write_text("[tool.netra-lint]\n")
        self.request = Request(cwd=str(self.root), cache=True, select=("NTR",))
        self.live = None

    def teardown(self):
        shutil.rmtree(self.root)

    @initialize(texts=st.one_of(st.just(CHAIN), st.lists(sources(), min_size=6, max_size=6)))
    def begin(self, texts):
        for module, text in zip((*MODULES, "plain"), texts, strict=True):
            self.write(module, text)
        self.live = Live(replace(self.request, cache=False))
        self.compare()

    def write(self, module, text):
        path = self.root / f"{module}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def files(self):
        return sorted(self.root.rglob("*.py"))

    def compare(self):
        cold = replace(self.request, cache=False)
        expected = [described(each) for each in check(cold).diagnostics]
        assert [described(each) for each in check(self.request).diagnostics] == expected
        # Once more, of what is surely kept now.
        assert [described(each) for each in check(self.request).diagnostics] == expected
        self.live.refresh()
        assert [described(each) for each in self.live.all_findings()] == expected

    @rule(module=st.sampled_from(MODULES), text=sources())
    def rewrite(self, module, text):
        self.write(module, text)
        self.compare()

    @rule(data=st.data(), new=of(RETURNED))
    def return_something_else(self, data, new):
        path = data.draw(st.sampled_from(self.files()))
        old = data.draw(of(RETURNED))
        path.write_text(path.read_text().replace(f"return {old}\n", f"return {new}\n", 1))
        self.compare()

    @rule(data=st.data(), text=of(CLASSES), name=name, value=of(RETURNED))
    def add_a_class(self, data, text, name, value):
        path = data.draw(st.sampled_from(self.files()))
        path.write_text(path.read_text() + "\n\n" + text.format(name=name, value=value))
        self.compare()

    @rule(
        data=st.data(),
        new=of(
            [
                "    number = 1\n",
                "        number = 1\n",
                "    # a remark\n",
                "    # of run_id\n",
                "    helper = None\n",
                "    user_id = run_id\n",
                "    global helper\n",
                "    same = lambda value: value\n",
                "    class Derived(Base):\n        pass\n",
                "    yield 1\n",
            ]
        ),
    )
    def edit_inside(self, data, new):
        path = data.draw(st.sampled_from(self.files()))
        lines = path.read_text().splitlines(keepends=True)
        inside = [n for n, line in enumerate(lines) if line.startswith("    ")]
        if inside:
            at = data.draw(st.sampled_from(inside))
            path.write_text("".join([*lines[:at], new, *lines[at:]]))
        self.compare()

    @rule(data=st.data(), text=of(MORE))
    def add_at_the_top_of_something(self, data, text):
        path = data.draw(st.sampled_from(self.files()))
        lines = path.read_text().splitlines(keepends=True)
        heads = [n for n, line in enumerate(lines) if line.startswith(("def", "class", "async"))]
        at = data.draw(st.sampled_from([*heads, len(lines)]))
        path.write_text("".join([*lines[:at], text, *lines[at:]]))
        self.compare()

    @rule(data=st.data(), new=of([", more=None)", ", *, run_id=None)", ")", " = 1)", ") -> str"]))
    def change_a_signature(self, data, new):
        path = data.draw(st.sampled_from(self.files()))
        lines = path.read_text().splitlines(keepends=True)
        heads = [n for n, line in enumerate(lines) if "def " in line and ")" in line]
        if heads:
            at = data.draw(st.sampled_from(heads))
            lines[at] = lines[at].replace(")", new, 1)
            path.write_text("".join(lines))
        self.compare()

    @rule(data=st.data(), text=of(METHODS))
    def add_a_method(self, data, text):
        path = data.draw(st.sampled_from(self.files()))
        lines = path.read_text().splitlines(keepends=True)
        heads = [n for n, line in enumerate(lines) if line.startswith("class")]
        if heads:
            at = data.draw(st.sampled_from(heads)) + 1
            path.write_text("".join([*lines[:at], text, *lines[at:]]))
        self.compare()

    @rule(data=st.data())
    def drop_a_function(self, data):
        path = data.draw(st.sampled_from(self.files()))
        parts = path.read_text().split("\n\n\n")
        if len(parts) > 1:
            del parts[data.draw(st.integers(0, len(parts) - 1))]
            path.write_text("\n\n\n".join(parts))
        self.compare()

    @rule(data=st.data())
    def drop_a_line(self, data):
        path = data.draw(st.sampled_from(self.files()))
        lines = path.read_text().splitlines(keepends=True)
        if lines:
            del lines[data.draw(st.integers(0, len(lines) - 1))]
            path.write_text("".join(lines))
        self.compare()

    @rule(data=st.data())
    def edit_one_line(self, data):
        path = data.draw(st.sampled_from(self.files()))
        lines = path.read_text().splitlines(keepends=True)
        at = data.draw(st.integers(0, len(lines)))
        new = data.draw(st.sampled_from(["", "\n", "# x\n", "    # y\n", "LIMIT = 4\n"]))
        path.write_text("".join([*lines[:at], new, *lines[at:]]))
        self.compare()

    @rule(data=st.data())
    def edit_to_the_same_size_at_the_same_time(self, data):
        path = data.draw(st.sampled_from(self.files()))
        before = path.stat()
        text = path.read_text()
        old, new = data.draw(
            st.sampled_from([("user_id)", "(run_id)"), ("(run_id", "(user_i"), ("alpha", "gamma")])
        )
        path.write_text(text.replace(old, new, 1))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        self.compare()

    @rule(data=st.data())
    def touch(self, data):
        os.utime(data.draw(st.sampled_from(self.files())))
        self.compare()

    @rule(module=st.sampled_from([*NAMES, *MODULES, "src/alpha", "pkg/gamma"]), text=sources())
    def add_a_module(self, module, text):
        self.write(module, text)
        self.compare()

    @rule(package=of(["pkg", "pkg/inner", "alpha", "beta", "pkg/delta", "tests", "."]))
    def add_or_remove_an_init(self, package):
        path = self.root / package / "__init__.py"
        if path.exists():
            path.unlink()
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text("")
        self.compare()

    @rule(data=st.data())
    def remove(self, data):
        path = data.draw(st.sampled_from(self.files()))
        if len(self.files()) > 1:
            path.unlink()
        self.compare()

    @rule(data=st.data(), module=st.sampled_from(MODULES))
    def rename(self, data, module):
        path = data.draw(st.sampled_from(self.files()))
        target = self.root / f"{module}.py"
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)
        self.compare()

    @rule(pattern=st.sampled_from(["alpha.py", "pkg/", "", "*.py\n!beta.py", "tests"]))
    def ignore(self, pattern):
        (self.root / ".gitignore").write_text(pattern + "\n")
        self.compare()

    @rule(data=st.data(), text=sources())
    def ask_about_one_file_as_an_editor_has_it(self, data, text):
        path = data.draw(st.sampled_from(self.files()))
        request = replace(self.request, paths=(), stdin=Stdin(str(path), text.encode()))
        cold = replace(request, cache=False)
        expected = [described(each) for each in check(cold).diagnostics]
        assert [described(each) for each in check(request).diagnostics] == expected
        self.live.update(str(path), text.encode())
        found = self.live.findings(str(path))
        self.live.update(str(path))
        if str(path) in self.live.files and (self.root / ".gitignore").exists() is False:
            assert [described(each) for each in found] == expected
        self.compare()

    @rule(data=st.data())
    def ask_about_one_file(self, data):
        path = data.draw(st.sampled_from(self.files()))
        known = Session(self.request).diagnostics(str(path), path.read_bytes())
        cold = replace(self.request, cache=False)
        assert known == Session(cold).diagnostics(str(path), path.read_bytes())


TestRandomEdits = Edits.TestCase
TestRandomEdits.settings = settings(
    max_examples=40,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
