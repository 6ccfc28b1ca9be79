"""``python -m tests.oracle``: recall and false findings per construct."""

from __future__ import annotations

import sys

import click

from tests.oracle import tables
from tests.oracle.cases import cases, gaps
from tests.oracle.compare import judge


@click.group(invoke_without_command=True)
@click.option("--only", default="", help="Only cases whose name starts so.")
@click.option("--write", is_flag=True, help="Write docs/flows.md.")
@click.pass_context
def oracle(context: click.Context, only: str, write: bool) -> None:
    """Execute all cases, and compare what arrives with what is flagged."""
    if context.invoked_subcommand is not None:
        return
    verdicts = [(case, judge(case)) for case in cases(only)]
    table = tables.rows(verdicts)
    known = gaps()
    for line in tables.differences(verdicts):
        key = line.split()[1].rstrip(":")
        click.echo(f"{line}{'  (known gap)' if key in known else ''}")
    click.echo(tables.text(table))
    if write:
        tables.PAGE.parent.mkdir(exist_ok=True)
        tables.PAGE.write_text(tables.page(table), "utf-8")
    sys.exit(any(not v.agrees and case.key not in known for case, v in verdicts))


if __name__ == "__main__":
    oracle()
