"""What functions show those who look for one thing only, as the cache asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from netra_lint.cache.bodies import FunctionNode
    from netra_lint.cache.validity import Shown
    from netra_lint.vocabulary import Vocabulary


def shown_with(words: Vocabulary) -> Shown:
    """Return what tells what a function shows, for one vocabulary."""

    def shown(
        view: str, node: FunctionNode, text: bytes, is_taker: Callable[[str], bool]
    ) -> object:
        # Only where a function was looked into for one thing, the analysis has to be loaded.
        from netra_lint.flow import views

        return views.shown(view, node, text, words, is_taker)

    return shown
