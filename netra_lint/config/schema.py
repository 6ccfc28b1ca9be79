"""Which keys a table may have, and what may stand in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from netra_lint.config.errors import ConfigError, one_of

Reader = Callable[[str, str, Any], Any]
"""Checks one value: (file, dotted key, value) to the value as the model holds it."""


def read_table(file: str, key: str, table: object, readers: Mapping[str, Reader]) -> dict[str, Any]:
    """Check a table's keys and values.

    Args:
        file: the configuration file's path, for messages.
        key: the table's dotted name, for messages.
        table: what stands there.
        readers: the allowed keys, each with the reader of its value.

    Returns:
        The values read, by their keys with underscores for hyphens.

    Raises:
        ConfigError: for an unknown key or a value of the wrong type.
    """
    if not isinstance(table, Mapping):
        raise wrong_type(file, key, "a table", table)
    for name in table:
        if name not in readers:
            raise ConfigError(
                f"{file}: unknown key `{name}` in [{key}]; {one_of(str(name), readers)}"
            )
    return {
        name.replace("-", "_"): readers[name](file, f"{key}.{name}", value)
        for name, value in table.items()
    }


def wrong_type(file: str, key: str, allowed: str, value: object) -> ConfigError:
    """Return the error for a value of the wrong type."""
    return ConfigError(f"{file}: `{key}` must be {allowed}, not {_describe(value)}")


def strings(file: str, key: str, value: object) -> tuple[str, ...]:
    """Read a list of non-empty strings.

    Raises:
        ConfigError: for anything else.
    """
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise wrong_type(file, key, "a list of non-empty strings", value)
    return tuple(value)


def string(file: str, key: str, value: object) -> str:
    """Read a non-empty string.

    Raises:
        ConfigError: for anything else.
    """
    if not isinstance(value, str) or not value:
        raise wrong_type(file, key, "a non-empty string", value)
    return value


def boolean(file: str, key: str, value: object) -> bool:
    """Read true or false.

    Raises:
        ConfigError: for anything else.
    """
    if not isinstance(value, bool):
        raise wrong_type(file, key, "true or false", value)
    return value


def natural(file: str, key: str, value: object) -> int:
    """Read an integer of at least 0.

    Raises:
        ConfigError: for anything else.
    """
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise wrong_type(file, key, "an integer from 0", value)
    return value


def choice(*allowed: str) -> Reader:
    """Return a reader of one word out of the allowed ones."""

    def read(file: str, key: str, value: object) -> str:
        if value not in allowed:
            words = " or ".join(f'"{word}"' for word in allowed)
            raise wrong_type(file, key, words, value)
        return str(value)

    return read


def _describe(value: object) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "a table"
    return repr(value)
