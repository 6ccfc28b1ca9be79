"""``netra-lint``: the group of commands, and how errors end it."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from netra_lint import __version__
from netra_lint.config.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

ERROR, INTERRUPTED = 2, 130
_COMMANDS = {"check": "check", "clean": "clean", "fix": "check", "rule": "rule"}
"""The commands, each with the module that holds it, so that none is imported for another."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"netra_lint.cli.{_COMMANDS[cmd_name]}")
        found: click.Command = module.COMMANDS[cmd_name]
        return found


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", "-V", message="netra-lint %(version)s")
def cli() -> None:
    """Find, explain and repair mis-routed WebSocket messages."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what stands after the program's name; by default the process's own.

    Returns:
        The exit code: 0 clean, 1 findings, 2 error.
    """
    _never_fail_to_print()
    try:
        code = cli.main(arguments, "netra-lint", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 0
    except (UserError, click.ClickException) as error:
        return _fail(error)
    except click.Abort:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough; Python would complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:
        # A mistake of ours must not pass for findings, which Python's own exit code, 1, says.
        import traceback

        traceback.print_exc()
        click.echo("netra-lint: error: this is a mistake of netra-lint; please report it", err=True)
        return ERROR
    return code if isinstance(code, int) else 0


def _fail(error: Exception) -> int:
    text = error.format_message() if isinstance(error, click.ClickException) else str(error)
    click.echo(f"netra-lint: error: {' '.join(text.split())}", err=True)
    return ERROR


def _never_fail_to_print() -> None:
    """File names need not be valid text, nor the terminal know every character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
