"""``netra-lint rule``."""

from __future__ import annotations

import json
from typing import Any

import click

from netra_lint import rules
from netra_lint.config import UserError, one_of
from netra_lint.rules import pages


@click.command(short_help="Explain a rule.")
@click.argument("code", required=False)
@click.option("--all", "everything", is_flag=True, help="List all rules.")
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", help="How to print."
)
def rule(code: str | None, everything: bool, output_format: str) -> int:
    """Explain the rule CODE, given by its code or name, or list all rules."""
    if (code is None) != everything:
        raise click.UsageError("give a rule, or --all")
    chosen = list(rules.names()) if code is None else [find(code)]
    if output_format == "json":
        click.echo(json.dumps([_described(each) for each in chosen], indent=2))
    elif code is None:
        for each in chosen:
            known = rules.load(each)
            click.echo(f"{each}  {known.name:<22} {pages.summary(known)}")
    else:
        click.echo(pages.page(rules.load(chosen[0])), nl=False)
    return 0


def find(word: str) -> str:
    """Return the code of a rule given by its code or name.

    Raises:
        UserError: when there is none.
    """
    known = rules.names()
    for code, name in known.items():
        if word.upper() == code or word.lower() == name:
            return code
    raise UserError(f"`{word}` is no rule; {one_of(word, known, known.values())}")


def _described(code: str) -> dict[str, Any]:
    known = rules.load(code)
    text = known.documentation
    return {
        "code": known.code,
        "name": known.name,
        "severity": known.severity.value,
        "default": known.default,
        "summary": text.summary,
        "why": text.why,
        "bad": text.bad,
        "good": text.good,
        "fix_safety": text.fix_safety,
        "options": dict(text.options),
        "url": known.url,
    }


COMMANDS = {"rule": rule}
