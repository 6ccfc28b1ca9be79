"""Which test functions tell nothing of run ids, so that little in them can go wrong.

Most code that calls what sends are tests, in the order of ten for each caller
in the program. A run id in such a test is one that the test makes or names, so
a test that has no word of run ids is only asked what it sends to itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow.program import FunctionInfo
from netra_lint.project.outline import Body
from netra_lint.project.screen import holds_tests
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from netra_lint.project.modules import ModuleInfo
    from netra_lint.vocabulary import Vocabulary


class Quiet:
    """Tells the test functions that have no word of run ids.

    Args:
        words: the words of the project.
    """

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._routing = frozenset(method.name.encode() for method in words.routing_methods)
        self._known: dict[FunctionInfo, bool] = {}
        self._are_of_run_ids: dict[bytes, bool] = {}

    def is_quiet(self, root: object) -> bool:
        """Return whether something is such a function, or stands in one."""
        if not isinstance(root, FunctionInfo):
            return False
        known = self._known.get(root)
        if known is None:
            known = self._known[root] = self._is_quiet(root)
        return known

    def may_send(self, root: FunctionInfo | ModuleInfo) -> bool:
        """Return whether a function's text has the name of a routing method."""
        body = root.node.body if isinstance(root, FunctionInfo) else None
        return not isinstance(body, Body) or bool(self.of_routing(body.words()))

    def _is_quiet(self, root: FunctionInfo) -> bool:
        if root.outer is not None:
            return self.is_quiet(root.outer)
        body = root.node.body
        if not holds_tests(root.path) or not isinstance(body, Body):
            return False
        heads = {param.encode() for param in root.every_param}
        return not self.of_run_ids(heads | body.words())

    def of_routing(self, words: set[bytes]) -> frozenset[bytes]:
        """Return those of some words that routing methods are called."""
        return self._routing & words

    def of_run_ids(self, words: set[bytes]) -> frozenset[bytes]:
        """Return those of some words that run ids are called."""
        return frozenset(filter(self._is_of_run_ids, words))

    def _is_of_run_ids(self, word: bytes) -> bool:
        known = self._are_of_run_ids.get(word)
        if known is None:
            known = self._are_of_run_ids[word] = self._tells(word.decode("utf-8", "replace"))
        return known

    def _tells(self, word: str) -> bool:
        words = self._words
        kinds = words.kind_of_name, words.kind_of_function, words.kind_of_type, words.kind_of_text
        return any(kind(word) == RUN for kind in kinds)
