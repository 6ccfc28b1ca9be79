"""Calls that Python refuses change nothing in what is found beside them."""

from __future__ import annotations

import pytest

from netra_lint.engine import Request, check
from tests.support import write

HEAD = """
import collections
import dataclasses
import functools
import itertools
import re
from collections import defaultdict
from functools import partial


class Job:
    def __init__(self, who):
        self.who = who


"""
TELL = """async def tell(manager, run_id):
    job, parts, given = Job(run_id), [run_id], {{"who": run_id}}
    {statement}
    await manager.send_to_user(job.who, {{}})
    await manager.send_to_user(parts[0], {{}})
    await manager.send_to_user(given["who"], {{}})
    await manager.send_to_user(broken, {{}})
"""
REFUSED = (
    "getattr(job)",
    "next()",
    "type()",
    "str()",
    "len()",
    "vars()",
    "super().who",
    "super(1, job).who",
    "dataclasses.replace()",
    "dataclasses.replace(1).who",
    "dataclasses.astuple()",
    "itertools.islice()",
    "itertools.starmap(print)",
    "partial()()",
    "re.compile().match(run_id)",
    "re.match('(', 'x') or 'x'",
    "parts.extend()",
    "parts.append()",
    "parts.insert(0)",
    "given.setdefault()",
    "given.update(1)",
    "given.pop()",
    "setattr(job)",
    "defaultdict()['who']",
    "''.join()",
    "'{who} {0}'.format()",
    "'x y'.split(None)[5]",
    "'x'.split(1)[0]",
    "f'{given}_x'.split('')",
    "f'{given}_x'.split('_', 'a')",
    "f'{given}_x'.split('_', None)[0]",
    "'abc'[::0]",
    "[run_id, 'x'][::0]",
    "[run_id, 'x']['a':]",
    "'abc'['a':]",
    "'a' / 'b'",
    "list(filter(lambda: 'x', ['y']))[0]",
    "list(map())",
    "min()",
    "max(key=len)",
    "dict(1, 2)",
    "dict([('a',)])['a']",
    "list(dict.fromkeys())",
    "job.who.startswith() or 'x'",
    "run_id.startswith() and 'x'",
    "'x' < 1 or 'x'",
    "isinstance(run_id) and 'x'",
    "isinstance(1, ()) or 'x'",
    "collections.namedtuple()()",
    "collections.namedtuple('Row')().who",
    "int('x') or 'x'",
    "functools.reduce()",
    "job()",
    "None()",
    "sum()",
)


@pytest.mark.parametrize("refused", REFUSED)
def test_refused(refused, tmp_path):
    source = HEAD + TELL.format(statement=f"broken = {refused}")
    write(tmp_path, {"example.py": source})
    found = check(Request(cwd=str(tmp_path), select=("NTR101",))).diagnostics
    first = source[: source.index("    await")].count("\n") + 1
    assert [each.location.row for each in found] == [first, first + 1, first + 2]
