"""Names that hold an execution's own ids, as against somebody else's.

``thread_id`` and ``user_id`` are the ids of what runs; ``owner_user_id`` may be
anybody's. What is passed on must be the former.
"""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import TYPE_CHECKING

from netra_lint.vocabulary import KINDS, THREAD, USER, snake_case

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra_lint.flow.program import ClassInfo
    from netra_lint.vocabulary import Vocabulary

ROUTES = (THREAD, USER)
"""The kinds of ids that a message can be sent to."""

_SAME = frozenset({
    "chat", "current", "session", "ws", "websocket", "conversation", "request", "active",
    "effective", "resolved", "final", "agent",
})  # fmt: skip
"""What may stand before an execution's own id without making it another one."""

_NOT_ROUTING = re.compile(
    r"Error|Exception|Failure|Log|Audit|Metric|Telemetry|Trace|Trac(?:er|ing)|Span|Validation"
    r"|Permission|Security|Auth|Quota|Cost|Billing|Query|Record|Cache|Analy[sz]|Perf|Fallback"
)
_CARRIERS = re.compile(r"(?:^|_)(?:context|ctx|state)$|^kwargs$")


def own_kind(words: Vocabulary, name: str) -> str:
    """Return the kind of id that a name holds, if it is an execution's own.

    Args:
        words: the vocabulary.
        name: a variable, parameter or attribute.

    Returns:
        ``run``, ``thread`` or ``user``; ``""`` for ``owner_user_id`` and for no id.
    """
    kind = words.kind_of_name(name)
    if not kind or snake_case(name) in own_names(words):
        return kind
    prefix, _, rest = snake_case(name).partition("_")
    return kind if prefix in _SAME and rest in own_names(words) else ""


@lru_cache(maxsize=16)
def _own(globs: tuple[str, ...]) -> frozenset[str]:
    return frozenset(glob for glob in globs if not set(glob) & set("*?["))


def own_names(words: Vocabulary) -> frozenset[str]:
    """Return the names that hold an execution's own ids."""
    return frozenset().union(*(_own(getattr(words, f"{kind}_id_names")) for kind in KINDS))


@lru_cache(maxsize=16)
def _spelt(names: frozenset[str]) -> tuple[bytes, ...]:
    camel = {re.sub(r"_(\w)", lambda found: found[1].upper(), name) for name in names}
    upper = {name.upper() for name in names} | {name[:1].upper() + name[1:] for name in camel}
    return tuple(sorted(name.encode() for name in names | camel | upper))


def spellings(words: Vocabulary) -> tuple[bytes, ...]:
    """Return how own ids are spelt in a text: ``thread_id``, ``threadId``, ..."""
    return _spelt(own_names(words))


def pattern(words: Vocabulary, kinds: Iterable[str] = ROUTES) -> re.Pattern[bytes]:
    """Return the pattern of a name that holds an own id of some kinds, in any spelling."""
    globs = tuple(sorted(n for k in kinds for n in _own(getattr(words, f"{k}_id_names"))))
    return _pattern(globs)


@lru_cache(maxsize=16)
def _pattern(names: tuple[str, ...]) -> re.Pattern[bytes]:
    parts = (re.escape(name).replace("_", "_?") for name in names)
    return re.compile(rb"(?i)(?<![a-z0-9])_*(?:" + "|".join(parts).encode() + rb")\b")


def starts_of_passing(words: Vocabulary) -> list[bytes]:
    """Return the words one of which begins whatever `passing` finds."""
    globs = (_own(getattr(words, f"{kind}_id_names")) for kind in ROUTES)
    return [word for names in globs for word in _spelt(names)]


def passing(words: Vocabulary) -> re.Pattern[bytes]:
    """Return the pattern of what may pass an id as another one: by position, or by a keyword."""
    globs = (_own(getattr(words, f"{kind}_id_names")) for kind in ROUTES)
    thread, user = (b"|".join(map(re.escape, _spelt(names))) for names in globs)
    place = rb"(?:%s)\b[\"'\])]*\s*[,)]" % (thread + b"|" + user)
    word = rb"(?:%s)\s*=[^,=\n]*(?:%s)\b"
    return re.compile(b"|".join([place, word % (thread, user), word % (user, thread)]))


def is_context(words: Vocabulary, cls: ClassInfo) -> bool:
    """Whether a class carries the ids of one execution, by its name or by what it holds."""
    if _NOT_ROUTING.search(cls.name):
        return False
    if any(fnmatchcase(cls.name, glob) for glob in words.context_types):
        return True
    kinds = {own_kind(words, name) for name in fields(cls)} - {""}
    return cls.name.endswith("Context") and len(kinds) > 1


def fields(cls: ClassInfo) -> frozenset[str]:
    """Return the names that a class declares, or that its initialiser takes."""
    found = {name for base in cls.mro for name in base.annotations}
    start = cls.find("__init__")
    return frozenset(found | set(start.every_param if start is not None else ()))


def is_aside(name: str) -> bool:
    """Whether a class or function only reports: errors, logs, measurements."""
    return _NOT_ROUTING.search("".join(p.capitalize() for p in name.split("_"))) is not None


def may_carry(name: str) -> bool:
    """Whether something is called like an object that carries all ids."""
    return _CARRIERS.search(snake_case(name)) is not None
