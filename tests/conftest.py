"""What tests of several parts are given."""

from __future__ import annotations

import pytest

from netra_lint.flow import solve


@pytest.fixture
def analyses(monkeypatch):
    """One element for each analysis that takes place."""
    calls, real = [], solve.analyze

    def analyze(*arguments, **more):
        calls.append(1)
        return real(*arguments, **more)

    monkeypatch.setattr(solve, "analyze", analyze)
    return calls
