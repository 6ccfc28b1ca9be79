"""Running a program with real ids, once for each combination of its inputs."""

from __future__ import annotations

import asyncio
import gc
import importlib.util
import inspect
import itertools
import sys
import warnings
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from netra_lint.vocabulary import snake_case
from tests.oracle.cases import CASES, FIXTURES
from tests.oracle.recorder import USER_ID, Arrival, Recorder, Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType, ModuleType

SECONDS = 10
INPUTS: dict[str, tuple[Any, ...]] = {
    "user_id": (USER_ID, None),
    "thread_id": ("thread_8842", None),
    "user_key": (USER_ID, ""),
    "flag": (True, False),
    "verbose": (True, False),
    "count": (0, 1, 3),
    "mode": ("user", "thread", "run"),
}


@dataclass
class Outcome:
    """What happened in all environments together.

    Attributes:
        arrivals: the ids that reached a recipient of another kind.
        runs: how many environments ended without an exception.
        clean_sites: the sends that went to a right recipient.
        errors: the exceptions of the other environments.
        rows: the rows that were executed, where they were asked for.
    """

    arrivals: set[Arrival] = field(default_factory=set)
    runs: int = 0
    clean_sites: set[Site] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)
    rows: set[tuple[str, int]] = field(default_factory=set)

    @property
    def clean(self) -> int:
        """How many sends only ever went to a right recipient."""
        return len(self.clean_sites - {arrival.sites[0] for arrival in self.arrivals})


def run_id(number: int) -> str:
    """Return a run id as Netra makes them: ``run_`` and a UUID."""
    return f"run_{UUID(int=0x3F2A00000000400080000000000000000 % 2**128 + number)}"


def environments(parameters: list[str]) -> Iterator[dict[str, Any]]:
    """Yield every combination of what the parameters may hold, by their names."""
    choices = [_choices(name, index) for index, name in enumerate(parameters)]
    for values in itertools.product(*choices):
        yield dict(zip(parameters, values, strict=True))


def _choices(name: str, index: int) -> tuple[Any, ...]:
    if snake_case(name).endswith("run_id"):
        return (run_id(index),)
    return INPUTS["flag" if name.startswith("flag_") else name]


def execute(root: Path, entry: Path, files: list[Path], trace: bool = False) -> Outcome:
    """Run ``main`` of a program in each environment.

    Args:
        root: the folder that its modules are imported from.
        entry: the file with ``main``.
        files: all files of the program.
        trace: whether to note which rows are executed.

    Returns:
        The arrivals of all environments.
    """
    outcome = Outcome()
    paths = frozenset(map(str, files))
    signature = inspect.signature(load(root, entry).main)
    names = [name for name in signature.parameters if name != "manager"]
    for values in environments(names):
        recorder = Recorder(paths)
        try:
            with _tracing(paths, outcome.rows if trace else None):
                _run(load(root, entry), {"manager": recorder, **values})
            outcome.runs += 1
        except Exception as error:
            outcome.errors.append(f"{type(error).__name__}: {error}")
        outcome.arrivals.update(recorder.arrivals)
        outcome.clean_sites.update(recorder.clean)
    return outcome


@contextmanager
def _tracing(paths: frozenset[str], rows: set[tuple[str, int]] | None) -> Iterator[None]:
    def note(frame: FrameType, event: str, _: Any) -> Any:
        path = frame.f_code.co_filename
        if path not in paths:
            return None
        rows.add((path, frame.f_lineno))
        return note

    before = sys.gettrace()
    if rows is not None:
        sys.settrace(note)
    try:
        yield
    finally:
        if rows is not None:
            sys.settrace(before)


def _run(module: ModuleType, values: dict[str, Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sys.set_coroutine_origin_tracking_depth(8)
        gc.freeze()  # the recorder looks for coroutines among what is made from here on
        try:
            asyncio.run(_main(module, values))
        finally:
            sys.set_coroutine_origin_tracking_depth(0)
            gc.unfreeze()


async def _main(module: ModuleType, values: dict[str, Any]) -> None:
    asyncio.get_running_loop().set_task_factory(values["manager"].make_task)
    result = module.main(**values)
    if inspect.isawaitable(result):
        await asyncio.wait_for(result, SECONDS)


def load(root: Path, entry: Path) -> ModuleType:
    """Import a program's entry, with all modules of a project beside it."""
    with importing_from(root):
        name = f"program_{entry.stem}"
        spec = importlib.util.spec_from_file_location(name, entry)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        _import_rest(module)
    return module


def _import_rest(module: ModuleType) -> None:
    """Imports inside functions run later; they need the modules still to be there."""
    entry = Path(str(module.__file__))
    root = entry.parent
    if entry.name in ("main.py", "scenario.py"):
        for path in sorted(root.rglob("*.py")):
            name = ".".join(path.relative_to(root).with_suffix("").parts)
            importlib.import_module(name.removesuffix(".__init__"))


@contextmanager
def importing_from(root: Path) -> Iterator[None]:
    """Import modules from a folder, and forget those of any program before."""
    for name in [name for name, module in sys.modules.items() if _is_program(module)]:
        del sys.modules[name]
    before, dont = list(sys.path), sys.dont_write_bytecode
    sys.path.insert(0, str(root))
    sys.dont_write_bytecode = True
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path[:], sys.dont_write_bytecode = before, dont


_PROGRAMS = [CASES, FIXTURES]


def programs_live_in(folder: Path) -> None:
    """Let modules from another folder be forgotten between programs as well."""
    if folder not in _PROGRAMS:
        _PROGRAMS.append(folder)


def _is_program(module: object) -> bool:
    path = getattr(module, "__file__", None)
    return isinstance(path, str) and any(path.startswith(f"{root}/") for root in _PROGRAMS)
