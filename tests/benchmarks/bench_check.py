"""CPU time and memory of ``netra-lint check`` beside ``flake8 --select F``, in one run.

    python -m tests.benchmarks.bench_check [FOLDER] [--files N]

Without a folder, a tree is generated. CPU time is user and system of the
command and its children, from the operating system's accounting (getrusage);
peak memory is the largest resident set of one process, in MiB.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

CHECK = [sys.executable, "-m", "netra_lint", "check", "--no-cache", "-q", "--exit-zero"]
FLAKE8 = [sys.executable, "-m", "flake8", "--isolated", "--select", "F", "-j2", "--exit-zero"]
MODULE = '''"""Part {number} of a generated program."""

from pkg.mod{other:04} import Agent{other} as Parent


class Agent{number}:
    def __init__(self, manager, store):
        self.manager = manager
        self.store = store

    def total(self, values):
        result = 0
        for value in values:
            if value % 2:
                result += value * {number}
        return result

    async def forward{number}(self, recipient, message):
        await self.manager.send_to_user(recipient, message)

    async def step(self, run_id, user_id, message):
        recipient = {choice}
        await self.forward{number}(recipient, message)
'''


def generate(folder: Path, files: int) -> Path:
    """Write a package of modules, one in fifty of which sends to a run id."""
    package = folder / "pkg"
    package.mkdir()
    (folder / "pyproject.toml").write_text("[tool.netra-lint]\n")
    (package / "__init__.py").write_text("")
    filler = "".join(
        f"\n\ndef compute_{k}(a, b, c=0):\n    total = a * {k}\n    for item in b:\n"
        f"        total += item - c\n    return {{'total': total, 'count': len(b)}}\n"
        for k in range(35)
    )
    for number in range(files):
        choice = "run_id" if number % 50 == 0 else "user_id"
        text = MODULE.format(number=number, other=(number + 1) % files, choice=choice)
        (package / f"mod{number:04}.py").write_text((text if number % 5 == 0 else "") + filler)
    return folder


def measure(command: list[str], folder: Path) -> dict[str, float]:
    """Run a command below a process of its own and return what it took."""
    program = (
        "import json,resource,subprocess,sys;"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
        "u=resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(json.dumps({'cpu':u.ru_utime+u.ru_stime,'mib':u.ru_maxrss/1024}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout))


def report(folder: Path) -> float:
    """Print both measurements and return the ratio of their CPU times."""
    files = list(folder.rglob("*.py"))
    lines = sum(path.read_bytes().count(b"\n") for path in files)
    ours, theirs = measure([*CHECK, "."], folder), measure([*FLAKE8, "."], folder)
    ratio = theirs["cpu"] / ours["cpu"]
    print(f"{len(files)} files, {lines} lines")
    print(f"netra-lint check   {ours['cpu']:8.2f} s CPU  {ours['mib']:6.0f} MiB peak")
    print(f"flake8 --select F  {theirs['cpu']:8.2f} s CPU  {theirs['mib']:6.0f} MiB peak")
    print(f"ratio              {ratio:8.1f}")
    return ratio


def main() -> None:
    """Measure the tree that is given, or a generated one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--files", type=int, default=1000, help="files to generate")
    options = parser.parse_args()
    if options.folder:
        report(options.folder.resolve())
        return
    with tempfile.TemporaryDirectory() as folder:
        report(generate(Path(folder), options.files))


if __name__ == "__main__":
    main()
