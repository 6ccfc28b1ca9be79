"""What tests of several parts are given."""

from __future__ import annotations

import pytest
from hypothesis import settings

from netra_lint.flow import analysis

# A merge is judged by the same examples each time; `--hypothesis-profile explore` takes others.
settings.register_profile("steady", derandomize=True)
settings.register_profile("explore", derandomize=False, print_blob=True)
settings.load_profile("steady")


@pytest.fixture
def analyses(monkeypatch):
    """One element for each analysis that takes place."""
    calls, real = [], analysis.analyze

    def analyze(*arguments, **more):
        calls.append(1)
        return real(*arguments, **more)

    monkeypatch.setattr(analysis, "analyze", analyze)
    return calls
