"""The command line."""

from netra_lint.cli.main import main

__all__ = ["main"]
