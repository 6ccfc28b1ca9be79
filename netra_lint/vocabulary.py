"""Every word that the rules know, with Netra's defaults.

Names are matched by globs on their snake_case form, so that ``runId`` and
``agentRunId`` read as ``run_id`` and ``agent_run_id``.
Source of the defaults: Netra's WebSocket messaging guide (ID types and usage).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fnmatch import translate
from functools import lru_cache

RUN, THREAD, USER = "run", "thread", "user"
KINDS = (RUN, THREAD, USER)

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


@lru_cache(maxsize=65536)
def snake_case(name: str) -> str:
    """Return a name in lower snake_case without leading underscores.

    Args:
        name: any Python identifier or mapping key.

    Returns:
        The normalised name: ``agentRunId`` becomes ``agent_run_id``.
    """
    return _HUMP.sub("_", name).lower().replace("-", "_").lstrip("_")


@dataclass(frozen=True, slots=True)
class RoutingMethod:
    """A method that sends a message to a recipient.

    Attributes:
        name: the method's name.
        kind: the kind of id that it takes: ``thread`` or ``user``.
        position: the recipient's position among the call's arguments, from 0.
        keywords: the recipient's parameter names.
        ambiguous: whether other libraries have a method of that name too, so
            that a known class without a recipient parameter is no manager.
    """

    name: str
    kind: str
    position: int = 0
    keywords: tuple[str, ...] = ()
    ambiguous: bool = False


_RECIPIENT_WORDS = ("recipient", "recipient_id", "target", "target_id", "to")

DEFAULT_ROUTING = (
    RoutingMethod("send_to_thread", THREAD, 0, ("thread_id", *_RECIPIENT_WORDS)),
    RoutingMethod("send_to_user", USER, 0, ("user_id", *_RECIPIENT_WORDS)),
    RoutingMethod("send_message", USER, 0, ("user_id", *_RECIPIENT_WORDS), ambiguous=True),
)


@dataclass(frozen=True)
class Vocabulary:
    """The words of one project.

    Attributes:
        routing_methods: the sinks.
        run_id_names, thread_id_names, user_id_names: globs of names that hold such an id.
        run_id_functions, thread_id_functions, user_id_functions: globs of
            functions that make or fetch such an id.
        run_id_types, thread_id_types, user_id_types: annotations of such ids.
        run_id_prefixes, thread_id_prefixes, user_id_prefixes: how their strings start.
        run_id_validators: globs of predicates that are true of run ids only.
        recipient_validators: globs of predicates that are true of proper
            recipients only, or that raise for others.
        context_types: classes that carry all ids of one execution.
        agent_bases: classes that agents derive from.
    """

    routing_methods: tuple[RoutingMethod, ...] = DEFAULT_ROUTING
    run_id_names: tuple[str, ...] = ("run_id", "*_run_id")
    thread_id_names: tuple[str, ...] = ("thread_id", "*_thread_id")
    user_id_names: tuple[str, ...] = ("user_id", "*_user_id")
    run_id_functions: tuple[str, ...] = (
        "generate_run_id",
        "generate_*_run_id",
        "get_run_id",
        "get_*_run_id",
        "create_run_id",
        "create_*_run_id",
        "make_run_id",
        "make_*_run_id",
        "new_run_id",
        "new_*_run_id",
        "build_run_id",
        "fetch_run_id",
        "current_run_id",
    )
    thread_id_functions: tuple[str, ...] = (
        "generate_thread_id",
        "get_thread_id",
        "create_thread_id",
        "make_thread_id",
        "new_thread_id",
    )
    user_id_functions: tuple[str, ...] = (
        "generate_user_id",
        "get_user_id",
        "get_current_user_id",
        "make_user_id",
        "new_user_id",
    )
    run_id_types: tuple[str, ...] = ("RunID", "RunId")
    thread_id_types: tuple[str, ...] = ("ThreadID", "ThreadId")
    user_id_types: tuple[str, ...] = ("UserID", "UserId")
    run_id_prefixes: tuple[str, ...] = ("run_",)
    thread_id_prefixes: tuple[str, ...] = ("thread_",)
    user_id_prefixes: tuple[str, ...] = ("user_",)
    run_id_validators: tuple[str, ...] = ("is_run_id", "is_*_run_id", "looks_like_run_id")
    recipient_validators: tuple[str, ...] = (
        "is_user_id",
        "is_thread_id",
        "is_valid_user_id",
        "is_valid_thread_id",
        "is_valid_recipient",
        "is_recipient",
        "validate_user_id",
        "validate_thread_id",
        "validate_recipient",
    )
    context_types: tuple[str, ...] = ("*ExecutionContext", "*AgentContext")
    agent_bases: tuple[str, ...] = ("BaseExecutionInterface", "*Agent", "*AgentMixin")
    _memo: dict[tuple[str, str], str] = field(default_factory=dict, repr=False, compare=False)

    def kind_of_name(self, name: str) -> str:
        """Return the kind of id that a name says it holds, or an empty string."""
        return self._lookup("name", name)

    def kind_of_part(self, holder: str, name: str) -> str:
        """Return the kind of id that a part of something says it holds, or ``""``.

        Args:
            holder: what it is a part of, as it is called.
            name: the name of the part: the ``id`` of a ``run`` is a run id.
        """
        return self.kind_of_name(f"{holder}_id" if name == "id" and holder else name)

    def kind_of_function(self, name: str) -> str:
        """Return the kind of id that a function of this name makes or fetches, or ``""``."""
        return self._lookup("function", name)

    def kind_of_type(self, name: str) -> str:
        """Return the kind of id that an annotation's name declares, or ``""``."""
        for kind in KINDS:
            if name in getattr(self, f"{kind}_id_types"):
                return kind
        return ""

    def kind_of_text(self, text: str) -> str:
        """Return the kind of id that a string starts like, or ``""``."""
        for kind in KINDS:
            if text.startswith(self.prefixes(kind)):
                return kind
        return ""

    def prefixes(self, kind: str) -> tuple[str, ...]:
        """Return how the strings of one kind of id start."""
        found: tuple[str, ...] = getattr(self, f"{kind}_id_prefixes")
        return found

    def validator(self, name: str) -> str:
        """Return ``run`` or ``recipient`` for a known validator's name, else ``""``."""
        return self._lookup("validator", name)

    def routing_method(self, name: str) -> RoutingMethod | None:
        """Return the routing method of this name, if it is one."""
        for method in self.routing_methods:
            if method.name == name:
                return method
        return None

    def _lookup(self, table: str, name: str) -> str:
        key = (table, name)
        if key not in self._memo:
            self._memo[key] = self._match(table, snake_case(name))
        return self._memo[key]

    def _match(self, table: str, name: str) -> str:
        if table == "validator":
            if _any_glob(self.run_id_validators, name):
                return RUN
            return "recipient" if _any_glob(self.recipient_validators, name) else ""
        for kind in KINDS:
            if _any_glob(getattr(self, f"{kind}_id_{table}s"), name):
                return kind
        return ""


@lru_cache(maxsize=256)
def _compiled(globs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(translate(glob) for glob in globs) or r"(?!)")


def _any_glob(globs: tuple[str, ...], name: str) -> bool:
    return _compiled(globs).match(name) is not None
