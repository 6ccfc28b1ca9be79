"""The flake8 plugin: the same findings, for the file that flake8 is looking at."""

from netra_lint.flake8_plugin.plugin import Plugin

__all__ = ["Plugin"]
