"""What every rule is: its name, its documentation and how it words a finding."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from netra_lint.diagnostics import Location, Severity, Step
from netra_lint.fixes.proposal import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra_lint.fixes.project import Project
    from netra_lint.flow.hits import Hit
    from netra_lint.flow.query import Flow
    from netra_lint.project.sources import Problem


@dataclass(frozen=True, slots=True)
class Documentation:
    """A rule's page, from which ``netra-lint rule`` and the docs are made.

    Attributes:
        summary: what it flags, in one sentence.
        why: what goes wrong otherwise.
        bad: code that it flags; the tests check that it does.
        good: the same code repaired; the tests check that nothing is flagged.
        fix_safety: whether it is repaired automatically, and what that could change.
        options: the settings that bear on it, each with what it does.
    """

    summary: str
    why: str
    bad: str
    good: str
    fix_safety: str
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Snippet:
    """The source of the place that a finding is about.

    Attributes:
        call: the text of the call expression, empty when there is none.
        argument: the text of the argument.
    """

    call: str = ""
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of one place.

    Attributes:
        message: one readable sentence.
        location: the start of the range to mark.
        end_location: the end of it, exclusive.
        row: the first row of the whole expression.
        flow: the steps from the source to the sink.
    """

    message: str
    location: Location
    end_location: Location
    row: int
    flow: tuple[Step, ...] = ()


class Rule(ABC):
    """One rule. A subclass in a file of its own is all that a new one takes.

    Attributes:
        code: for example ``NTR101``, as in the name of its file.
        name: for example ``run-id-recipient``, as in the name of its file.
        severity: how bad its findings are.
        default: whether it is on unless the user selects rules; ``default = False`` in the
            class's body is read from the file, without importing it.
        documentation: its page.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    default: ClassVar[bool] = True
    documentation: ClassVar[Documentation]

    @abstractmethod
    def judge(self, fact: Hit | Problem, snippet: Snippet) -> Finding:
        """Say what there is to say of one fact.

        Args:
            fact: what the analysis found.
            snippet: the source of that place.

        Returns:
            The finding.
        """

    def look(self, flow: Flow, targets: frozenset[str]) -> Iterable[Hit]:
        """Find what the rule is about, where the search for sends does not find it anyway.

        A rule that has this method is imported for every analysis: it must not
        import LibCST at its top.

        Args:
            flow: what can reach what, in the whole project.
            targets: absolute paths of the files to report on.

        Returns:
            The facts to judge.
        """
        return ()

    def repair(self, fact: Hit | Problem, project: Project) -> Proposal:
        """Say how one fact could be repaired; by default nothing is known.

        Args:
            fact: what the analysis found.
            project: the project's files, and what is known of names in them.

        Returns:
            A fix, or the reason why there is none.
        """
        return Proposal()

    @property
    def url(self) -> str:
        """Where the rule's page stands, relative to the project's repository."""
        return f"docs/rules/{self.code}.md"
