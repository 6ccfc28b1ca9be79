"""Calls that Python refuses change nothing in what is found beside them."""

from __future__ import annotations

import ast

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
    "f'{given}|x'.split('|', 'a')[0]",
    "json.decoder()",
    "Job()",
    "Job(1, 2, 3).who",
    "vars(job)[who]",
    "job[0]",
    "[*given][5]",
    "pick(*parts, **parts)",
    "pick(**given, **given)",
)
STATEMENTS = (
    "break",
    "continue",
    "nonlocal nowhere; nowhere = run_id; return nowhere",
    "del job.nothing, nobody",
    "match run_id:\n        case _:\n            pass\n        case 'a':\n            pass",
    "match job:\n        case Job(one, two, three):\n            return three",
    "match job:\n        case Nothing(one) | (_ as one):\n            return one",
    "raise",
    "raise nothing from nobody",
    "return (yield from run_id)",
    "import nothing.at.all as nobody; nobody.send_to_user()",
    "from . import nothing, nobody; nothing.send_to_user(); nobody()",
    "from ...... import nothing; nothing.send_to_user('a')",
    "for job.who[0], *parts in run_id: pass",
    "with run_id as (who, [other, *rest]): return rest[0]",
    "manager.send_to_user(",
    "lambda run_id, run_id: 0",
    "try:\n        while True: pass\n    finally: job",
    "class Job(Job): who = Job",
    "class A(B): pass\n    class B(A): pass\n    B().send_to_user(run_id)",
    "who: 'RunId[' = job; return who",
    "global last; last = run_id; return last",
)
BROKEN = """

def broken(manager, job, run_id):
    manager.send_to_user(job, {{}})
    {statement}

"""


@pytest.mark.parametrize("refused", REFUSED)
def test_refused(refused, tmp_path):
    source = HEAD + TELL.format(statement=f"broken = {refused}")
    write(tmp_path, {"example.py": source})
    found = check(Request(cwd=str(tmp_path), select=("NTR101",))).diagnostics
    first = source[: source.index("    await")].count("\n") + 1
    assert [each.location.row for each in found] == [first, first + 1, first + 2]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_refused_statements(statement, tmp_path):
    source = HEAD + BROKEN.format(statement=statement) + TELL.format(statement="broken = 'a'")
    write(tmp_path, {"example.py": source})
    found = check(Request(cwd=str(tmp_path))).diagnostics
    first = source[: source.rindex("    job, parts")].count("\n") + 3
    told = [each for each in found if each.code in ("NTR001", "NTR101")]
    rows = {each.location.row for each in told if each.code == "NTR101"}
    unreadable = any(each.code == "NTR001" for each in told)
    assert rows == (set() if unreadable else {first, first + 1, first + 2})
    assert unreadable == (not _is_python(source))


def _is_python(source):
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True
