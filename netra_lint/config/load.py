"""Reads a configuration file."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Any

from netra_lint.config.errors import ConfigError
from netra_lint.config.model import Config
from netra_lint.config.schema import Reader, choice, read_table, strings, wrong_type

_SECTION = "tool.netra-lint"


def find_section(path: str) -> bool:
    """Tell whether a pyproject.toml holds our section.

    Only a file that names the tool at all is parsed.

    Args:
        path: the file; one that does not exist or cannot be read holds none.

    Returns:
        Whether ``[tool.netra-lint]`` stands in it. A file that names the tool
        but is no TOML counts as one that holds it, so that reading it, and
        not looking for it, says what is wrong.
    """
    try:
        with open(path, "rb") as stream:
            content = stream.read()
    except OSError:
        return False
    if b"netra-lint" not in content:
        return False
    try:
        return _section(_parse(path, content)) is not None
    except ConfigError:
        return True


def load_config(path: str) -> Config:
    """Read a configuration file.

    Args:
        path: a pyproject.toml with ``[tool.netra-lint]``, or a TOML file of
            another name with the same keys at its top.

    Returns:
        The settings, defaults where the file says nothing.

    Raises:
        ConfigError: when the file cannot be read, is no TOML, lacks the
            section, or holds unknown keys or wrong types.
    """
    try:
        with open(path, "rb") as stream:
            document = _parse(path, stream.read())
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from error
    return _config(path, document)


def _config(path: str, document: dict[str, Any]) -> Config:
    section = _section(document)
    if section is None and os.path.basename(path) == "pyproject.toml":
        raise ConfigError(f"{path}: has no section [{_SECTION}]")
    # A file of our own may hold the keys at its top, where their name is the key alone.
    table = document if section is None else section
    return Config(path=path, **read_table(path, _SECTION, table, _readers()))


def _section(document: dict[str, Any]) -> Any:
    tool = document.get("tool")
    return tool.get("netra-lint") if isinstance(tool, Mapping) else None


def _parse(path: str, content: bytes) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        return tomllib.loads(content.decode("utf-8"))
    except ValueError as error:
        raise ConfigError(f"{path}: is no valid TOML: {error}") from error


def _readers() -> dict[str, Reader]:
    from netra_lint.config.words import read_vocabulary

    lists = ("select", "extend-select", "ignore", "exclude", "extend-exclude")
    readers: dict[str, Reader] = dict.fromkeys(lists, strings)
    return {
        **readers,
        "per-file-ignores": _per_file_ignores,
        "dropped-context": choice("routing", "all"),
        "vocabulary": read_vocabulary,
    }


def _per_file_ignores(
    file: str, key: str, value: object
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, Mapping):
        raise wrong_type(file, key, "a table of patterns, each with a list of rules", value)
    return tuple(
        (str(pattern), strings(file, f'{key}."{pattern}"', codes))
        for pattern, codes in value.items()
    )
