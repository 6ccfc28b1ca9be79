"""How soon a project in memory answers after an edit, and whether its memory grows.

    python -m tests.benchmarks.bench_live FOLDER [--edits N] [--many N] [--seed N] [--cpu]

Each edit is one to a file drawn at random: a comment, a statement or a log line inside a function,
another parameter, a function at the end. After it the findings of the file are asked for; then it
is taken back. The files are of two groups: all of the project, and those that its findings rest on
(which were read or parsed, not only searched). `--many` edits follow, for the memory.

Nothing is written to the folder: the edits are as an editor has them. `--cpu` measures CPU time in
place of wall time, for machines that have other things to do.
"""

from __future__ import annotations

import argparse
import ast
import random
import re
import statistics
import time
from pathlib import Path

from netra_lint.engine import Live, Request

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def comment(rng, text):
    """A comment on a line of its own, anywhere."""
    lines = text.split(b"\n")
    at = rng.randrange(len(lines))
    indent = re.match(rb"[ \t]*", lines[at])[0]
    return b"\n".join([*lines[:at], indent + b"# an aside", *lines[at:]])


def inside(rng, text, line):
    """A line before some statement of some function; None where there is no function."""
    found = functions(text)
    if not found:
        return None
    before = rng.choice(rng.choice(found).body)
    lines = text.split(b"\n")
    at = before.lineno - 1
    return b"\n".join([*lines[:at], b" " * before.col_offset + line, *lines[at:]])


def functions(text):
    """The functions of a file whose bodies stand on lines of their own."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return []
    found = [node for node in ast.walk(tree) if isinstance(node, FUNCTIONS)]
    return [node for node in found if node.body[0].lineno > node.lineno]


def statement(rng, text):
    """A statement that does nothing to ids."""
    return inside(rng, text, b'counted = len("some text")')


def log(rng, text):
    """A log line."""
    return inside(rng, text, b'logger.info("come here")')


def signature(rng, text):
    """One more parameter, with a default; None where the head is not plain."""
    found = [n for n in functions(text) if not (n.args.vararg or n.args.kwarg or n.args.kwonlyargs)]
    if not found:
        return None
    node, lines = rng.choice(found), text.split(b"\n")
    for at in range(node.lineno - 1, node.body[0].lineno - 1):
        end = re.search(rb"\)(\s*->.*)?:\s*$", lines[at])
        if end is not None and not lines[at][: end.start()].rstrip().endswith((b"(", b",")):
            new = lines[at][: end.start()] + b", verbose=False" + lines[at][end.start() :]
            changed = b"\n".join([*lines[:at], new, *lines[at + 1 :]])
            return changed if functions(changed) else None
    return None


def function(rng, text):
    """A function at the end."""
    added = b"\n\n\ndef added_here(number):\n    total = number + 1\n    return total\n"
    return text.rstrip(b"\n") + added


KINDS = (comment, statement, log, signature, function)


def resident():
    """The process's memory now, in MiB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


class Watch:
    """Measures edits of one project."""

    def __init__(self, live, clock):
        self.live, self.clock = live, clock

    def edit(self, path, text):
        """Edit a file, ask for its findings, and take the edit back.

        Returns:
            The milliseconds from the edit to the findings.
        """
        begin = self.clock()
        self.live.update(path, text)
        self.live.findings(path)
        took = (self.clock() - begin) * 1000
        self.live.update(path)
        self.live.findings(path)
        return took


def told(name, times):
    """Print how times are distributed."""
    ordered = sorted(times)
    at = [ordered[min(len(ordered) - 1, int(share * len(ordered)))] for share in (0.5, 0.9, 0.99)]
    soon = sum(each <= 200 for each in times) / len(times)
    median, most, nearly_all = at
    print(
        f"{name:<32} {len(times):5} edits   median {median:7.1f} ms   p90 {most:7.1f} ms"
        f"   p99 {nearly_all:8.1f} ms   within 200 ms {soon:6.1%}",
        flush=True,
    )


def distribution(watch, name, files, edits, rng):
    """Measure each kind of edit on files of one group."""
    every = []
    for kind in KINDS:
        times = []
        for _ in range(edits):
            path = rng.choice(files)
            changed = kind(rng, Path(path).read_bytes())
            if changed is not None:
                times.append(watch.edit(path, changed))
        if times:
            told(f"{name}: {kind.__name__}", times)
        every += times
    told(f"{name}: any", every)


def memory(watch, files, many, rng):
    """Edit on, and print the memory now and then."""
    print(f"{'after the analyses':<32} {resident():6.0f} MiB", flush=True)
    for number in range(1, many + 1):
        path = rng.choice(files)
        watch.edit(path, comment(rng, Path(path).read_bytes()))
        if number % max(1, many // 10) == 0:
            print(f"{f'after {number} more edits':<32} {resident():6.0f} MiB", flush=True)


def run(folder, edits=60, many=0, seed=1, clock=time.perf_counter):
    """Measure one project."""
    rng, root = random.Random(seed), str(Path(folder).resolve())
    begin = clock()
    live = Live(Request(paths=(root,), cwd=root))
    number = len(live.all_findings())
    print(f"{len(live.files)} files, {number} findings in {clock() - begin:.1f} s")
    watch = Watch(live, clock)
    detail = live._known[0].detail
    distribution(watch, "all files", live.files, edits, rng)
    distribution(watch, "files that count", sorted({*detail.read, *detail.bodies}), edits, rng)
    if many:
        memory(watch, live.files, many, rng)
    texts = [(path, function(rng, Path(path).read_bytes())) for path in sorted(detail.read)[:3]]
    slow = [watch.edit(*each) for each in texts]
    if slow:
        print(f"{'a whole analysis again':<32} {statistics.median(slow):7.1f} ms")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--edits", type=int, default=60, help="edits of each kind and group")
    parser.add_argument("--many", type=int, default=0, help="further edits, for the memory")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cpu", action="store_true", help="measure CPU time")
    options = parser.parse_args()
    clock = time.process_time if options.cpu else time.perf_counter
    run(options.folder, options.edits, options.many, options.seed, clock)


if __name__ == "__main__":
    main()
