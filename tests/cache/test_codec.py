"""Diagnostics come back as they were, whatever they hold."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra_lint.cache.codec import decode, encode
from netra_lint.cache.packing import DamagedError, dump, load
from netra_lint.diagnostics import Diagnostic, Location


@given(st.lists(st.builds(Diagnostic), max_size=3))
def test_diagnostics_come_back(found):
    assert decode(load(dump(encode(found)))) == found


def test_no_field_is_left_out():
    (data,) = encode([Diagnostic("C", "n", "m", "f", Location(1, 2), Location(3, 4))])
    # Both locations are one entry.
    assert len(data) == len(fields(Diagnostic)) - 1


@pytest.mark.parametrize("wrong", [None, 1, [1], [[]], [["C"]], {"a": 1}, [[None] * 11]])
def test_anything_else_is_damaged(wrong):
    with pytest.raises(DamagedError):
        decode(wrong)
