"""What the flow analysis tells the rules: hits, keyed by the call they stand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netra_lint.diagnostics import Step
    from netra_lint.flow.plans import Plan


@dataclass(frozen=True, slots=True)
class Span:
    """A source range; rows from 1, columns in characters from 0, end exclusive."""

    row: int
    column: int
    end_row: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Hit:
    """An id that reaches a place where it must not go.

    Attributes:
        code: the rule that it is for (``NTR101``, ``NTR102``, ``NTR103``).
        path: absolute path of the file with the call.
        call: the range of the whole call expression.
        argument: the range of the argument's expression.
        method: the called name, as written last (``send_to_user``).
        kind: the id's kind: ``run``, ``thread`` or ``user``.
        wanted: the kind that the parameter takes: ``thread``, ``user`` or ``any``.
        parameter: the name of the parameter that receives it, where known.
        text: the argument as a person would name it (``self.user_id or run_id``).
        origin: the source in words (``parameter `run_id` of `start` ``).
        steps: the flow from the source to the sink.
        given: parameters that the call leaves out, each with the expression to pass.
        doubt: why passing these could be wrong, or ``""``.
        plan: how ids get down to a send that has none at hand, where a caller has some.
        lacks: ids that may not be where the run id is read from: ``context.thread_id``.
    """

    code: str
    path: str
    call: Span
    argument: Span
    method: str
    kind: str
    wanted: str
    parameter: str
    text: str
    origin: str
    steps: tuple[Step, ...] = field(compare=False)
    given: tuple[tuple[str, str], ...] = ()
    doubt: str = ""
    plan: Plan | None = field(default=None, compare=False)
    lacks: tuple[str, ...] = field(default=(), compare=False)
