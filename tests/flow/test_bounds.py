"""What must end, and what must not be looked at, however a project is written."""

from __future__ import annotations

import pytest

from netra_lint.engine import Request, check
from netra_lint.flow.machine import Machine, OutOfBudget
from netra_lint.flow.solve import Solver
from netra_lint.flow.values import Obj
from netra_lint.project.modules import Modules
from netra_lint.project.sources import Sources
from netra_lint.vocabulary import Vocabulary
from tests.support import write

MADE_OF_EACH_OTHER = """
    from dataclasses import dataclass

    @dataclass
    class Video:
        owner: str

    @dataclass
    class Transcript:
        owner: str

    class Library:
        def __init__(self, manager):
            self.kept = []
            self.manager = manager

        def video(self, fields):
            self.kept.append(Video(**fields))

        def transcript(self, fields):
            self.kept.append(Transcript(**fields))

        def complete(self):
            for each in self.kept:
                self.video(each)
                self.transcript(each)

        async def tell(self, run_id):
            for each in self.kept:
                await self.manager.send_to_user(each.owner, {})
            await self.manager.send_to_user(run_id, {})
    """
CONNECTIONS = """
    class Feed:
        def __init__(self, connection):
            self.connection = connection

        def forward(self, change):
            self.connection.{send}

        def watch(self, hub):
            hub.listen(self.forward)
    """


def rows_in(folder, files):
    write(folder, files)
    return [found.location.row for found in check(Request(cwd=str(folder))).diagnostics]


def solved(folder, source):
    path = str(write(folder, {"feed.py": source}) / "feed.py")
    solver = Solver(Modules(str(folder), [path], Sources()), [path], Vocabulary())
    solver.solve()
    return solver


def test_records_that_are_made_of_each_other(tmp_path):
    assert rows_in(tmp_path, {"library.py": MADE_OF_EACH_OTHER}) == [31]


class TestWhoIsLookedFor:
    def test_those_who_call_what_sends_through_an_object(self, tmp_path):
        source = CONNECTIONS.format(send="send_message(self.owner, change)")
        assert "forward" in solved(tmp_path, source).names

    def test_nobody_for_a_call_that_has_too_few_arguments_for_a_send(self, tmp_path):
        source = CONNECTIONS.format(send="send_message(change)")
        assert "forward" not in solved(tmp_path, source).names

    def test_not_what_is_called_like_everything_else(self, tmp_path):
        files = {f"other{n}.py": "def forward(change):\n    return change\n" for n in range(101)}
        write(tmp_path, files)
        feed = write(tmp_path, {"feed.py": CONNECTIONS.format(send='send_message("all", change)')})
        paths = [str(feed / name) for name in [*files, "feed.py"]]
        solver = Solver(Modules(str(tmp_path), paths, Sources()), paths, Vocabulary())
        solver.solve()
        assert "forward" not in solver.names


def test_what_is_nested_too_deep_is_unknown(tmp_path):
    machine = Machine(solved(tmp_path, "x = 1\n").known)

    def deeper(count):
        return deeper(count + 1)

    with pytest.raises(OutOfBudget):
        machine.keep({}, "question", deeper, {}, 0)
    assert machine.keep({}, "next", lambda: 3, {}) == 3


SUBCLASSES = """
    class Row:
        def __init_subclass__(cls, *, manager=None):
            super().__init_subclass__()
            for base in reversed(cls.__mro__):
                manager.children.extend(base.children)
            manager.send_to_user(cls.run_id, {})
    """


def test_a_class_of_which_nothing_is_known_is_asked_for_what_is_above_it(tmp_path):
    assert rows_in(tmp_path, {"rows.py": SUBCLASSES}) == [7]


WRAPPED = """
    def wrapped(parts, rows):
        for row in rows:
            parts = [parts, row]
        return parts
    """


def test_a_list_that_a_loop_wraps_again_and_again(tmp_path):
    solver = solved(tmp_path, WRAPPED)
    known = solver.known
    (module,) = (known.modules.module(path) for path in known.files)
    (function,) = known.classes.functions_of(module)
    frame = known.open(function)
    (given,) = frame.facts.returns
    lists = solver.machine.eval(given[0], frame)
    assert [atom for atom in lists if isinstance(atom, Obj) and atom.shape == "list"]
    assert not solver.carried._is_function(lists)


def test_a_receiver_that_takes_too_long_is_known_by_its_method(tmp_path, monkeypatch):
    """What a call is given counts, even where nobody can tell what it is called on."""
    monkeypatch.setattr("netra_lint.flow.solve.TEST_BUDGETS", (6, 6))
    program = """
        from hub import Hub

        async def test_progress(run_id):
            await Hub().managers()[0].send_to_thread(run_id, {})

        async def test_message(run_id):
            await Hub().managers()[0].send_message(run_id, {})

        async def test_message_of_manager(run_id):
            ws_manager = Hub().managers()[0]
            await ws_manager.send_message(run_id, {})

        async def test_mocked(run_id):
            mock_manager = Hub().managers()[0]
            await mock_manager.send_to_thread(run_id, {})
        """
    hub = """
        class Manager:
            async def send_to_thread(self, thread_id, message):
                await self.socket.send(thread_id, message)

            async def send_message(self, user_id, message):
                await self.socket.send(user_id, message)

        class Hub:
            def managers(self):
                return [self.first(), self.second()]

            def first(self):
                return self.second()

            def second(self):
                return Manager()
        """
    assert rows_in(tmp_path, {"test_agent.py": program, "hub.py": hub}) == [5, 12]


COMMON = """
    class Progress:
        def __init__(self, manager):
            self.manager = manager

        async def handle(self, target):
            await self.manager.send_to_user(target, {})

    class Router:
        def __init__(self, manager):
            self.handlers = {"progress": Progress(manager)}

        async def route(self, kind, context):
            await self.handlers[kind].handle(context.key)

    async def main(manager, context):
        context.key = f"run_{context.number}"
        await Router(manager).route("progress", context)
    """


@pytest.mark.parametrize(("calls", "rows"), [(1, [14]), (4, [])])
def test_a_common_name_is_looked_for_where_few_call_it(tmp_path, monkeypatch, calls, rows):
    """Many files may hold a word like `handle`; what counts is how many call it."""
    monkeypatch.setattr("netra_lint.flow.callers.MANY", 3)
    monkeypatch.setattr("netra_lint.flow.callers.CALLING", 2)
    others = {f"other_{number}.py": "def handle(): ...\n" for number in range(5)}
    others |= {f"caller_{number}.py": "def go(it): it.handle()\n" for number in range(1, calls)}
    assert rows_in(tmp_path, {"router.py": COMMON, **others}) == rows


def test_a_send_of_which_much_has_to_be_told_is_looked_at_longer(tmp_path, monkeypatch):
    """What a program's own send is given is told, but not asked of all who may call it."""
    monkeypatch.setattr("netra_lint.flow.solve.Solver.ask_in", _few_steps_at_first)
    program = """
        class Bridge:
            def __init__(self, manager, threads):
                self.manager, self.threads = manager, threads

            def thread_of(self, run_id):
                found = self.threads.get(run_id) or self.threads.get(run_id.strip())
                return found or self.threads.get("any") or run_id

            async def failed(self, run_id):
                await self.manager.send_to_thread(self.thread_of(run_id), {})
        """
    assert rows_in(tmp_path / "own", {"bridge.py": program}) == [11]
    assert rows_in(tmp_path / "of_tests", {"test_bridge.py": program}) == []


def test_a_call_that_gives_what_is_called_like_a_run_id_is_looked_at_longer(tmp_path, monkeypatch):
    """Where it takes long to tell what is called, a run id that it is given is worth it."""
    monkeypatch.setattr("netra_lint.flow.solve.Solver.ask_in", _few_steps_at_first)
    program = """
        class Notices:
            def __init__(self, manager, names):
                self.manager = names.get("other") or names.get("any") or manager

            async def told(self, user_id):
                await self.manager.send_to_user(user_id, {})

        class Agent:
            def __init__(self, manager, names):
                self.notices = (names.get("a") or names.get("b") or Notices)(manager, names)

            async def act(self):
                await self.notices.told(f"run_{id(self)}")
        """
    assert rows_in(tmp_path, {"agent.py": program}) == [14]


def _few_steps_at_first(solver, frame, budget=0):
    solver.machine.ask(1_000 if budget else 12)
