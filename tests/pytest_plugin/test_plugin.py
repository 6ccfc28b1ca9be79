"""The plugin in real runs of pytest."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

import netra_lint.pytest_plugin.activation
import netra_lint.pytest_plugin.contexts  # noqa: F401 - inner runs forget what they import
from tests.support import module, run, write

if TYPE_CHECKING:
    from pathlib import Path

MANAGER = """
class Hub:
    async def send_to_user(self, user_id, message):
        return True

    async def tell(self, message, whom):
        return True
"""
WRONG = """
import asyncio
from netra_lint.runtime import WebSocketManager

def test_wrong():
    manager = WebSocketManager()
    asyncio.run(manager.send_to_user("run_1", {}))
"""
HUB = """
import asyncio
from hub import Hub

def test_hub():
    asyncio.run(Hub().send_to_user("run_1", {}))
"""


QUIET = ("-p", "no:hypothesispytest", "-o", "asyncio_default_fixture_loop_scope=function")


def inner(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """Run pytest on a test's own files."""
    return pytester.runpytest(*QUIET, *arguments)


def marked(code: str, marker: str) -> str:
    return f"import pytest\nimport hub\npytestmark = pytest.mark.{marker}\n{code}"


@pytest.fixture(autouse=True)
def hub(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(hub=MANAGER)
    pytester.syspathinsert()
    sys.modules.pop("hub", None)


def test_it_does_nothing_until_used(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(WRONG)
    inner(pytester).assert_outcomes(passed=1)


def test_the_marker_makes_a_wrong_route_fail(pytester: pytest.Pytester) -> None:
    path = pytester.makepyfile(marked(WRONG, "routing_guard"))
    result = inner(pytester, "--strict-markers")
    result.assert_outcomes(failed=1)
    line = path.read_text().splitlines().index('    asyncio.run(manager.send_to_user("run_1", {}))')
    result.stdout.fnmatch_lines(
        ["*1 wrong route:*", f"*{path.name}:{line + 1}: NTR101 `send_to_user`*'run_1'*test_wrong*"]
    )
    assert "pytest_plugin/__init__.py" not in result.stdout.str()


def test_the_ini_option_guards_all_tests(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nnetra_routing_guard = true\n")
    unguarded = WRONG.replace(
        "def test_wrong", "@pytest.mark.routing_guard(enabled=False)\ndef test_off"
    )
    pytester.makepyfile(f"import pytest\n{WRONG}\n{unguarded}")
    inner(pytester).assert_outcomes(failed=1, passed=1)


@pytest.mark.parametrize(
    "marker", ["routing_guard(managers=[hub.Hub])", "routing_guard(True, [hub.Hub])"]
)
def test_the_marker_names_managers(pytester: pytest.Pytester, marker: str) -> None:
    pytester.makepyfile(marked(HUB, marker))
    result = inner(pytester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*NTR101*"])


@pytest.mark.parametrize(
    ("marker", "told"),
    [
        ("routing_guard(manager=[hub.Hub])", "*unexpected keyword argument 'manager'"),
        ("routing_guard([hub.Hub])", "*enabled is True or False, not *"),
        ("routing_guard(managers=hub.Hub)", "*routing_guard(enabled=True, managers=*iterable"),
        ("routing_guard(managers=[int])", "*<class 'int'> is no manager*"),
    ],
)
def test_a_wrong_marker_is_told(pytester: pytest.Pytester, marker: str, told: str) -> None:
    pytester.makepyfile(marked(HUB, marker))
    result = inner(pytester)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([told])
    assert "activation.py" not in result.stdout.str()


def test_a_wrong_ini_option_is_told(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nnetra_routing_guard = perhaps\n")
    pytester.makepyfile(HUB)
    result = inner(pytester)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*invalid truth value 'perhaps'*"])


def test_the_ini_option_names_managers(pytester: pytest.Pytester) -> None:
    options = "netra_routing_guard = true\nnetra_guarded_managers =\n    hub:Hub\n"
    pytester.makeini(f"[pytest]\n{options}")
    pytester.makepyfile(HUB)
    inner(pytester).assert_outcomes(failed=1)


@pytest.mark.parametrize("name", ["hub:Missing", "missing:Hub", "not a name"])
def test_a_wrong_manager_is_told(pytester: pytest.Pytester, name: str) -> None:
    pytester.makeini(f"[pytest]\nnetra_routing_guard = true\nnetra_guarded_managers = {name}\n")
    pytester.makepyfile(HUB)
    result = inner(pytester)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"netra_guarded_managers: {name}: *"])


def test_classes_are_given_back_after_each_test(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import asyncio
        import hub
        import pytest

        @pytest.mark.routing_guard(managers=[hub.Hub])
        def test_guarded():
            asyncio.run(hub.Hub().send_to_user("run_1", {}))

        def test_after():
            asyncio.run(hub.Hub().send_to_user("run_1", {}))
        """
    )
    inner(pytester).assert_outcomes(failed=1, passed=1)


def test_guard_needs_no_marker(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import asyncio
        from unittest.mock import AsyncMock
        from netra_lint.runtime import guard

        def test_mock():
            manager = guard(AsyncMock())
            asyncio.run(manager.send_to_user("run_1", {}))
            manager.send_to_user.assert_awaited_once_with("run_1", {})

        def test_after():
            asyncio.run(AsyncMock().send_to_user("run_1", {}))
        """
    )
    result = inner(pytester)
    result.assert_outcomes(failed=1, passed=1)
    result.stdout.fnmatch_lines(["*test_mock*", "*NTR101*"])


def test_a_guard_of_ones_own_stays_open(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import asyncio
        from unittest.mock import AsyncMock
        import pytest
        from netra_lint.runtime import RoutingGuard, guard

        @pytest.fixture(scope="module")
        def manager():
            with RoutingGuard() as own:
                yield own.watch(AsyncMock())

        def test_one(manager):
            pass

        def test_two(manager):
            asyncio.run(manager.send_to_user("run_1", {}))
        """
    )
    result = inner(pytester)
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*RoutingError: 1 wrong route:*"])


def test_the_guards_fixture_can_be_asked(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import asyncio
        import pytest
        from netra_lint.runtime import ExecutionContext, RoutingError

        def test_it(routing_guard, websocket_manager):
            with routing_guard.within(ExecutionContext("run_1", user_id="user_1")):
                asyncio.run(websocket_manager.send_to_user(None, {}))
            assert [one.code for one in routing_guard.violations] == ["NTR201"]
            with pytest.raises(RoutingError):
                routing_guard.verify()

        @pytest.mark.routing_guard
        def test_with_the_marker(routing_guard, websocket_manager):
            asyncio.run(websocket_manager.send_to_thread("user_1", {}))
            assert [one.code for one in routing_guard.violations] == ["NTR102"]
            routing_guard.violations.clear()
        """
    )
    inner(pytester).assert_outcomes(passed=2)


def test_a_test_that_fails_by_itself_shows_the_routes_as_well(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(marked(WRONG + "    assert 'delivered' == 'lost'\n", "routing_guard"))
    result = inner(pytester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*assert 'delivered' == 'lost'*", "*Wrong routes*", "*NTR101*"])


def test_a_wrong_route_of_a_fixture_counts(pytester: pytest.Pytester) -> None:
    fixture = """
import asyncio, pytest
from netra_lint.runtime import WebSocketManager
pytestmark = pytest.mark.routing_guard

def send():
    asyncio.run(WebSocketManager().send_to_user("run_1", {}))

@pytest.fixture
def early():
    send()

@pytest.fixture
def late():
    yield
    send()

def test_early(early):
    pass

def test_late(late):
    pass
"""
    pytester.makepyfile(fixture)
    inner(pytester).assert_outcomes(failed=1, passed=1, errors=1)


def test_the_projects_own_words_count(pytester: pytest.Pytester) -> None:
    pytester.makepyprojecttoml(
        """
        [tool.netra-lint.vocabulary]
        run-id-prefixes = ["exec-"]

        [[tool.netra-lint.vocabulary.routing-methods]]
        name = "tell"
        kind = "user"
        position = 1
        keywords = ["whom"]
        """
    )
    wrong = HUB.replace('send_to_user("run_1", {})', 'tell({}, whom="exec-1")')
    pytester.makepyfile(marked(wrong, "routing_guard(managers=[hub.Hub])"))
    result = inner(pytester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*NTR101 `tell` sends to the run id 'exec-1'*"])


def test_a_wrong_configuration_is_told(pytester: pytest.Pytester) -> None:
    pytester.makepyprojecttoml("[tool.netra-lint]\nunknown-key = 1\n")
    pytester.makepyfile(marked(WRONG, "routing_guard"))
    result = inner(pytester)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*unknown-key*"])


ASYNC = """
import pytest
from netra_lint.runtime import assert_delivered, assert_not_delivered
{mark}

async def test_delivery(websocket_manager, websocket_client, execution_context):
    context = execution_context(agent_name="worker")
    assert context.run_id.startswith("run_") and context.agent_name == "worker"
    other = execution_context(thread_id=None)
    assert other.thread_id is None
    assert len({{context.run_id, other.run_id}}) == len({{context.user_id, other.user_id}}) == 2
    await websocket_manager.connect(websocket_client, context.user_id, context.thread_id)
    assert await websocket_manager.send_to_thread(context.thread_id, {{"type": "done"}})
    assert await websocket_client.receive(timeout=1) == {{"type": "done"}}
    assert websocket_client.messages == [{{"type": "done"}}]
    assert_delivered(websocket_client, {{"type": "done"}}, times=1)
    assert_not_delivered(websocket_client, {{"type": "failed"}})

@pytest.mark.routing_guard
async def test_guard(websocket_manager):
    await websocket_manager.send_to_user("run_1", {{}})
"""


@pytest.mark.parametrize(
    ("mark", "plugin", "other"),
    [
        ("pytestmark = pytest.mark.asyncio", "asyncio", "anyio"),
        (
            "pytestmark = pytest.mark.anyio\n"
            "@pytest.fixture\ndef anyio_backend():\n    return 'asyncio'",
            "anyio",
            "asyncio",
        ),
    ],
    ids=["asyncio", "anyio"],
)
def test_asyncio_and_anyio(pytester: pytest.Pytester, mark: str, plugin: str, other: str) -> None:
    pytester.makepyfile(ASYNC.format(mark=mark))
    result = inner(pytester, "-p", f"no:{other}")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*test_guard*", "*NTR101*"])


PROBE = """
import json, sys

def pytest_unconfigure(config):
    print("LOADED " + json.dumps(sorted(sys.modules)))
"""


def test_loading_it_imports_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"conftest.py": PROBE, "test_x.py": "def test_x():\n    pass\n"})
    plugins = [f"-pno:{name}" for name in ("asyncio", "anyio", "hypothesispytest", "pytest_cov")]
    done = run(module("pytest", "-q", "-s", *plugins), tmp_path)
    (line,) = [one for one in done.stdout.splitlines() if one.startswith("LOADED ")]
    loaded = set(json.loads(line.removeprefix("LOADED ")))
    assert "netra_lint.pytest_plugin" in loaded
    ours = {name for name in loaded if name.startswith("netra_lint.")}
    assert ours == {"netra_lint.pytest_plugin"}
    assert not loaded & {"libcst", "flake8", "click", "redis"}


def test_the_runtime_is_usable_alone(tmp_path: Path) -> None:
    code = (
        "import sys, netra_lint.runtime\n"
        "tops = {name.split('.')[0] for name in sys.modules}\n"
        "print(sorted(tops - sys.stdlib_module_names - set(dir())), sorted("
        "name for name in sys.modules if name.startswith('netra_lint.')))"
    )
    done = run([sys.executable, "-c", code], tmp_path)
    foreign = {"libcst", "flake8", "click", "pytest", "_pytest", "redis", "pathspec"}
    assert "netra_lint.runtime.manager" in done.stdout, done.stderr
    assert not [name for name in foreign if f"'{name}'" in done.stdout]
    others = [name for name in done.stdout.split("'") if name.startswith("netra_lint.")]
    assert all(name.startswith("netra_lint.runtime") for name in others)


def test_the_linter_does_not_load_the_runtime(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": "async def f(m, run_id):\n    await m.send_to_user(run_id, 1)\n"})
    code = (
        "import sys\nfrom netra_lint.cli import main\n"
        "try:\n    main(['check', '.'])\nfinally:\n"
        "    print(sorted(m for m in sys.modules if 'runtime' in m or 'pytest' in m))"
    )
    done = run([sys.executable, "-c", code], tmp_path)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
