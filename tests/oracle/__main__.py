"""``python -m tests.oracle``: recall and false findings per construct."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tests.oracle import mutated, random_programs, tables
from tests.oracle.cases import cases, fixtures, gaps
from tests.oracle.compare import Verdict, judge

if TYPE_CHECKING:
    from tests.oracle.recorder import Arrival


@click.group(invoke_without_command=True)
@click.option("--only", default="", help="Only cases whose name starts so.")
@click.option("--write", is_flag=True, help="Write docs/flows.md.")
@click.pass_context
def oracle(context: click.Context, only: str, write: bool) -> None:
    """Execute all cases, and compare what arrives with what is flagged."""
    if context.invoked_subcommand is not None:
        return
    verdicts = [(case, judge(case)) for case in cases(only)]
    projects = [(case, judge(case)) for case in fixtures() if case.key.startswith(only)]
    table = tables.rows(verdicts)
    known = gaps()
    for line in tables.differences(verdicts + projects):
        key = line.split()[1].rstrip(":")
        click.echo(f"{line}{'  (known gap)' if key in known else ''}")
    click.echo(tables.text(table))
    if write:
        tables.PAGE.parent.mkdir(exist_ok=True)
        tables.PAGE.write_text(tables.page(table), "utf-8")
    sys.exit(any(not v.agrees and case.key not in known for case, v in verdicts + projects))


@oracle.command("random")
@click.option("--count", default=200, help="How many programs.")
@click.option("--seed", default=0, help="Where chance starts.")
@click.option("--shrink", default=5, help="How many small disagreeing programs to look for.")
def random_command(count: int, seed: int, shrink: int) -> None:
    """Compose random programs, and compare them the same way."""
    seen = set()
    for number in range(shrink):
        found = random_programs.smallest(max(10, count // shrink), seed + number + 1)
        if found is not None and str(found[0]) not in seen:
            seen.add(str(found[0]))
            click.echo(f"{found[0]}\n{_sides(found[1])}\n{'-' * 72}")
    click.echo(random_programs.measure(count, seed))
    sys.exit(bool(seen))


@oracle.command("mutants")
@click.option("--only", default="", help="Only of cases whose name starts so.")
@click.option("--each", default=2, help="How many of each case.")
@click.option("--seed", default=0, help="Where chance starts.")
def mutants_command(only: str, each: int, seed: int) -> None:
    """Put a run id in place of another id in cases, and compare them the same way."""
    chance = random.Random(seed)
    whole = found = 0
    for case in cases(only):
        known = len(judge(case).missed)
        for mutant in mutated.mutants(case, each, chance):
            verdict = mutant.judged()
            found += len(verdict.true)
            whole += len(verdict.true) + len(verdict.missed)
            if verdict.outcome.runs and len(verdict.missed) > known:
                click.echo(f"{mutant}\n{_sides(verdict)}")
    click.echo(f"{found} of {whole} wrong sends found")


def _sides(verdict: Verdict) -> str:
    lines = [f"MISSED {_places(arrival)}" for arrival in verdict.missed]
    lines += [f"FALSE  {Path(hit.path).name}:{hit.call.row}" for hit in verdict.false]
    return "\n".join(lines)


def _places(arrival: Arrival) -> str:
    return " <- ".join(f"{Path(site.path).name}:{site.row}" for site in arrival.sites)


if __name__ == "__main__":
    oracle()
