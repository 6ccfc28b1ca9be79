"""Reading one TOML table with its keys and types checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from netra_lint.config.errors import ConfigError, suggestion


@dataclass(frozen=True)
class Table:
    """A TOML table and where it stands, so that every error can name its place.

    Attributes:
        origin: the file.
        name: the table's dotted name.
        values: its contents.
    """

    origin: str
    name: str
    values: Mapping[str, Any]

    def fail(self, key: str, message: str) -> NoReturn:
        """Raise the error for a key of this table.

        Raises:
            ConfigError: always.
        """
        raise ConfigError(f"{self.origin}: [{self.name}] {key}: {message}")

    def only(self, allowed: Mapping[str, Any]) -> None:
        """Check that no other keys than the allowed ones are there.

        Args:
            allowed: the known keys.

        Raises:
            ConfigError: naming the file, the key and what is allowed.
        """
        for key in self.values:
            if key not in allowed:
                known = ", ".join(sorted(allowed))
                hint = suggestion(key, allowed)
                self.fail(key, f"unknown key{hint}; allowed are: {known}")

    def strings(self, key: str) -> tuple[str, ...]:
        """Return a key's list of strings, empty when it is absent.

        Raises:
            ConfigError: when it is anything else.
        """
        return self.check_strings(key, self.values.get(key, []))

    def check_strings(self, key: str, value: object) -> tuple[str, ...]:
        """Return a value as a tuple of non-empty strings.

        Raises:
            ConfigError: when it is anything else.
        """
        if not isinstance(value, list):
            self.fail(key, f"must be a list of strings, not {toml_type(value)}")
        for item in value:
            if not isinstance(item, str) or not item.strip():
                self.fail(key, f"must be a list of non-empty strings, but holds {item!r}")
        return tuple(value)

    def read(self, readers: Mapping[str, Callable[[Table, str], Any]]) -> dict[str, Any]:
        """Return the keys that are there, each through its reader, as field names.

        Args:
            readers: key to the function that reads and checks its value.

        Raises:
            ConfigError: for unknown keys and wrong values.
        """
        self.only(readers)
        return {field_name(key): readers[key](self, key) for key in self.values}


def field_name(key: str) -> str:
    """Return the field that a kebab-case key sets."""
    return key.replace("-", "_")


_TYPES = {
    bool: "a boolean",
    int: "an integer",
    float: "a float",
    str: "a string",
    dict: "a table",
    list: "a list",
}


def toml_type(value: object) -> str:
    """Return a value's type as TOML calls it, with its article."""
    return _TYPES.get(type(value), f"a {type(value).__name__}")
