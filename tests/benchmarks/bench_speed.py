"""The speed of netra-lint beside its peers, figure by figure.

    python -m tests.benchmarks.bench_speed FIGURE... [--tree FOLDER] [--runs N] [--plot FILE]

Figures are `cold`, `warm`, `edit`, `live`, `flake8`, `flake8-all`, `fix`, `start` and `growth`;
without one, all. Without a tree, one is generated. The tree is copied first, since files of it are
edited.

Each figure runs the two commands alternately, N times, and prints the medians of CPU time (user
and system of the process and its children, from the operating system's accounting), of wall time
and of the largest resident set, with the ratio to the peer. `growth` measures a quarter, a half
and the whole of the tree; `--plot` draws it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.bench_check import generate
from tests.benchmarks.plot import draw

LINT = [sys.executable, "-m", "netra_lint"]
QUIET = ["-q", "--exit-zero"]
RUFF = ["-m", "ruff", "check", "--select", "F", "-q", "--exit-zero", "--isolated"]
ROOT = Path(__file__).parents[2]
WITHOUT = "import sys; sys.argv[0] = 'flake8'; " + (
    "import flake8.plugins.finder as f; real = f._find_importlib_plugins; "
    "f._find_importlib_plugins = lambda: (p for p in real() if p.package != 'netra-lint'); "
    "from flake8.main.cli import main; sys.exit(main())"
)
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""Compiled modules are kept, as pip keeps those of what it installs: the peers have theirs."""
ENVIRONMENT["PYTHONPATH"] = str(ROOT)
WITH = "import sys; sys.argv[0] = 'flake8'; from flake8.main.cli import main; sys.exit(main())"


class Cost(NamedTuple):
    """What a command took: seconds, seconds, MiB."""

    cpu: float
    wall: float
    mib: float


def measure(command: list[str], folder: Path) -> Cost:
    """Run a command below a process of its own, so that only its own children count."""
    program = (
        "import json, resource, subprocess, sys, time;"
        "begin = time.perf_counter();"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "wall = time.perf_counter() - begin;"
        "u = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(json.dumps([u.ru_utime + u.ru_stime, wall, u.ru_maxrss / 1024]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *command],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    return Cost(*json.loads(done.stdout))


class Bench:
    """Runs the figures on one tree.

    Attributes:
        tree: a copy of the tree.
        runs: how often each command is run.
    """

    def __init__(self, tree: Path, runs: int) -> None:
        self.tree, self.runs = tree, runs

    def pair(
        self, name: str, ours: list[str], peer: list[str], before=lambda: None
    ) -> tuple[Cost, Cost]:
        """Run two commands alternately, and print and return the medians."""
        found: list[tuple[Cost, Cost]] = []
        for _ in range(self.runs):
            before()
            mine = measure(ours, self.tree)
            found.append((mine, measure(peer, self.tree)))
        mine, other = (
            Cost(*map(statistics.median, zip(*each, strict=True)))
            for each in zip(*found, strict=True)
        )
        print(
            f"{name:<34} {mine.cpu:7.2f} s CPU {mine.wall:7.2f} s wall {mine.mib:5.0f} MiB"
            f"   peer {other.cpu:7.2f} s CPU {other.wall:7.2f} s wall"
            f"   ratio {mine.cpu / other.cpu:5.2f} CPU {mine.wall / other.wall:5.2f} wall",
            flush=True,
        )
        return mine, other

    def check(self, *options: str) -> list[str]:
        """Return the command of a check."""
        return [*LINT, "check", *QUIET, *options]

    def ruff(self, *options: str) -> list[str]:
        """Return the command of ruff."""
        return [sys.executable, *RUFF, *options]

    def cold(self) -> tuple[Cost, Cost]:
        """All rules without a cache, beside ruff without one."""
        return self.pair("cold", self.check("--no-cache"), self.ruff("--no-cache"))

    def fill(self) -> None:
        """Make the cache, and let the files' times come to rest."""
        measure(self.check(), self.tree)
        time.sleep(2.5)
        measure(self.check(), self.tree)

    def warm(self) -> tuple[Cost, Cost]:
        """An unchanged tree with a cache, beside ruff without and with one."""
        self.fill()
        self.pair("warm, ruff with its cache", self.check(), self.ruff())
        return self.pair("warm, ruff without one", self.check(), self.ruff("--no-cache"))

    def edit(self) -> None:
        """One changed file after the other, each first in a comment, then in a new function."""
        self.fill()
        files = sorted(self.tree.rglob("*.py"))
        chosen = iter(files[:: max(1, len(files) // (2 * self.runs))])

        def change(text: str) -> None:
            with open(next(chosen), "a", encoding="utf-8") as stream:
                stream.write(text)

        for name, text in (
            ("a comment in one file", "\n# a comment\n"),
            ("a function in one file", "\n\ndef added(number):\n    return number + 1\n"),
        ):
            self.pair(name, self.check(), self.ruff("--no-cache"), lambda text=text: change(text))

    def live(self) -> None:
        """A project in memory: the time to the findings of a file after an edit to it."""
        command = [sys.executable, "-m", "tests.benchmarks.bench_live", str(self.tree)]
        subprocess.run(command, cwd=ROOT, check=True)

    def flake8(self) -> None:
        """One file that cannot matter and one with findings, with and without the plugin."""
        self.fill()
        plain = next(p for p in sorted(self.tree.rglob("*.py")) if not _may_matter(p))
        done = subprocess.run(
            [*LINT, "check", "--output-format", "json", "--exit-zero"],
            cwd=self.tree,
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=True,
        )
        marked = json.loads(done.stdout)[0]["filename"]
        for name, path in (("plain file", str(plain)), ("file with findings", marked)):
            self._flake8(f"flake8, {name}", path)

    def flake8_all(self) -> None:
        """The whole tree in two processes, with and without the plugin."""
        self.fill()
        self._flake8("flake8 -j2 on all, warm", "-j2", ".")

    def _flake8(self, name: str, *arguments: str) -> None:
        ours = [sys.executable, "-c", WITH, "--isolated", *arguments]
        self.pair(name, ours, [sys.executable, "-c", WITHOUT, "--isolated", *arguments])

    def fix(self) -> None:
        """A repair of a fresh copy, beside a check of it; both without a cache."""
        with tempfile.TemporaryDirectory() as other:
            copy = Path(other) / "tree"
            ours = [*LINT, "fix", "--no-cache", *QUIET, str(copy)]
            self.pair(
                "fix, beside check",
                ours,
                self.check("--no-cache"),
                lambda: _copied(self.tree, copy),
            )
            changed = [
                path
                for path in self.tree.rglob("*.py")
                if path.read_bytes() != (copy / path.relative_to(self.tree)).read_bytes()
            ]
            print(f"{'':<34} {len(changed)} files were changed")

    def start(self) -> None:
        """The version, beside what importing click alone takes."""
        click = [sys.executable, "-c", "import click"]
        self.pair("start", [*LINT, "--version"], click)

    def growth(self, plot: Path | None) -> None:
        """A quarter, a half and the whole of the tree."""
        files = sorted(self.tree.rglob("*.py"))
        points: list[tuple[float, Cost, Cost, Cost]] = []
        for share in (4, 2, 1):
            with tempfile.TemporaryDirectory() as folder:
                bench = Bench(Path(folder), self.runs)
                for path in files[::share]:
                    target = Path(folder) / path.relative_to(self.tree)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(path, target)
                lines = sum(path.read_bytes().count(b"\n") for path in files[::share])
                print(f"1/{share} of the tree, {lines} lines")
                points.append((lines / 1e6, *bench.cold(), bench.warm()[0]))
        if plot is not None:
            draw(
                plot,
                [point[0] for point in points],
                {
                    "netra-lint, first run": [point[1].wall for point in points],
                    "netra-lint, with its cache": [point[3].wall for point in points],
                    "ruff --select F, no cache": [point[2].wall for point in points],
                },
            )


def _may_matter(path: Path) -> bool:
    from netra_lint.project.screen import may_matter
    from netra_lint.vocabulary import Vocabulary

    return may_matter(path.read_bytes(), Vocabulary())


def _copied(tree: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(tree, target, symlinks=True, ignore=shutil.ignore_patterns(".netra_lint_cache"))


FIGURES = ("cold", "warm", "edit", "live", "flake8", "flake8-all", "fix", "start", "growth")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("figures", nargs="*", metavar="FIGURE")
    parser.add_argument("--tree", type=Path, help="a project; by default one is generated")
    parser.add_argument("--files", type=int, default=2000, help="files to generate")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--plot", type=Path, help="draw the growth into this SVG file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        if options.tree:
            _copied(options.tree.resolve(), tree)
        else:
            tree.mkdir()
            generate(tree, options.files)
        bench = Bench(tree, options.runs)
        for figure in options.figures or FIGURES:
            if figure == "growth":
                bench.growth(options.plot)
            else:
                getattr(bench, figure.replace("-", "_"))()


if __name__ == "__main__":
    main()
