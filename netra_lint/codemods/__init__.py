"""The repairs as commands for LibCST's own tool.

``python -m libcst.tool codemod --no-format -x netra_lint.codemods.ThreadFirst PATHS``, where
``-x`` says that the command is named in full, and ``--no-format`` keeps the tool from handing
whole files to black.
"""

from netra_lint.codemods.all_repairs import AllRepairs
from netra_lint.codemods.matching_kinds import MatchingKinds
from netra_lint.codemods.thread_context import ThreadContext
from netra_lint.codemods.thread_first import ThreadFirst

__all__ = ["AllRepairs", "MatchingKinds", "ThreadContext", "ThreadFirst"]
