"""Reads ``[tool.netra-lint.vocabulary]``: words that extend the defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from netra_lint.config.errors import ConfigError
from netra_lint.config.schema import (
    Reader,
    boolean,
    choice,
    natural,
    read_table,
    string,
    strings,
    wrong_type,
)
from netra_lint.vocabulary import THREAD, USER, RoutingMethod, Vocabulary

_ROUTING_READERS: dict[str, Reader] = {
    "name": string,
    "kind": choice(THREAD, USER),
    "position": natural,
    "keywords": strings,
    "ambiguous": boolean,
}


def read_vocabulary(file: str, key: str, value: object) -> Vocabulary:
    """Read the vocabulary's table.

    Args:
        file: the configuration file's path, for messages.
        key: the table's dotted name, for messages.
        value: what stands there.

    Returns:
        The default vocabulary with the given words added.

    Raises:
        ConfigError: for unknown keys and wrong types.
    """
    given = read_table(file, key, value, word_readers())
    return extend(Vocabulary(), given)


def extend(vocabulary: Vocabulary, words: dict[str, Any]) -> Vocabulary:
    """Return the vocabulary with more words; a routing method replaces its namesake.

    Args:
        vocabulary: the words so far.
        words: tuples of words by the vocabulary's field names.

    Returns:
        A new vocabulary.
    """
    changes: dict[str, Any] = {
        name: _methods(vocabulary.routing_methods, more)
        if name == "routing_methods"
        else tuple(dict.fromkeys((*getattr(vocabulary, name), *more)))
        for name, more in words.items()
    }
    return replace(vocabulary, **changes, _memo={})


def word_readers() -> dict[str, Reader]:
    """Return the allowed keys of the vocabulary, each with its reader."""
    names = [field.name for field in fields(Vocabulary) if not field.name.startswith("_")]
    readers: dict[str, Reader] = {name.replace("_", "-"): strings for name in names}
    readers["routing-methods"] = _routing_methods
    return readers


def _methods(
    known: tuple[RoutingMethod, ...], more: tuple[RoutingMethod, ...]
) -> tuple[RoutingMethod, ...]:
    return tuple({method.name: method for method in (*known, *more)}.values())


def _routing_methods(file: str, key: str, value: object) -> tuple[RoutingMethod, ...]:
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise wrong_type(file, key, "a list of tables", value)
    return tuple(_routing_method(file, key, item) for item in value)


def _routing_method(file: str, key: str, item: object) -> RoutingMethod:
    table = read_table(file, key, item, _ROUTING_READERS)
    for name in ("name", "kind"):
        if name not in table:
            raise ConfigError(f"{file}: each table of `{key}` needs the key `{name}`")
    return RoutingMethod(**table)
