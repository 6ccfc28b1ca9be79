"""Trees whose bodies are parsed later are the trees that ``ast.parse`` gives."""

from __future__ import annotations

import ast
import random
import sysconfig
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra_lint.project.outline import Bodies, Body, Recent, parse

LONG = "\n".join(f"    value_{number} = call({number})" for number in range(12))


def outlined(content: bytes, recent: Recent | None = None) -> tuple[ast.Module, list[Exception]]:
    failed: list[Exception] = []
    bodies = Bodies(lambda: content, recent or Recent(10_000), failed.append)
    return parse(content, "file.py", bodies), failed


def whole(tree: ast.Module) -> str:
    for _ in ast.walk(tree):
        pass
    return ast.dump(tree, include_attributes=True)


def assert_same(text: str | bytes) -> None:
    content = text.encode() if isinstance(text, str) else text
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree, failed = outlined(content)
        assert whole(tree) == ast.dump(ast.parse(content), include_attributes=True)
    assert not failed


CASES = {
    "plain": f"def f(a):\n{LONG}\n\nx = 1\n",
    "no_final_newline": f"def f(a):\n{LONG}",
    "async_and_decorated": f"@wrap\nasync def f(a, *, b=2) -> int:\n{LONG}\n    return 1\n",
    "head_over_rows": f"def f(\n    a: int,  # one ( bracket\n    b=')',\n) -> int:\n{LONG}\n",
    "comment_after_head": f"def f(a):  # why: so\n{LONG}\n",
    "one_line": "def f(a): return (a,\n    'x' * 200,\n    'y' * 200)\n\ndef g(): pass\n",
    "methods": f"class A:\n    x = 1\n\n    def f(self):\n{LONG.replace('    ', '        ')}\n\n"
    f"    def g(self):\n{LONG.replace('    ', '        ')}\n",
    "branches": f"if x:\n    def f(self):\n{LONG.replace('    ', '        ')}\nelse:\n    f = 1\n",
    "string_at_the_margin": f'def f():\n    a = """\ndef g():\n  x\n"""\n{LONG}\n\nclass B: pass\n',
    "string_holds_code": f'CODE = """\ndef f():\n{LONG}\n    last"""\n\ndef g():\n{LONG}\n',
    "quotes_in_a_pattern": f'def f():\n    a = r\'"""\'\n{LONG}\n\ndef g():\n{LONG}\n',
    "comments_at_the_margin": f"def f():\n{LONG}\n# in it\n    y = 2  # end\n# after\n\nz = 1\n",
    "last_is_a_comment_in_a_string": f'def f():\n{LONG}\n    """\n    text\n    # no comment"""\n',
    "bracket_at_the_margin": f"def f():\n{LONG}\n    y = [\n1,\n]\n\nz = 3\n",
    "continued": f"def f():\n{LONG}\n    y = 1 + \\\n2\n\nz = 3\n",
    "semicolon": f"def f():\n{LONG}\n    y = 1;\n\nz = 3\n",
    "tabs": "def f():\n" + LONG.replace("    ", "\t") + "\n",
    "carriage_returns": f"def f():\n{LONG}\n".replace("\n", "\r\n"),
    "other_letters": f"def f():\n    ä = 'ö'\n{LONG}\n    return 'ü'\n",
    "handlers": f"try:\n    pass\nexcept E:\n    def f():\n{LONG.replace('    ', '        ')}\n",
    "match": "match x:\n    case 1:\n        def f():\n" + LONG.replace("    ", " " * 12) + "\n",
    "inner": f"def f():\n    def g():\n{LONG.replace('    ', '        ')}\n    return g\n",
}


@pytest.mark.parametrize("name", CASES)
def test_is_the_same_tree(name: str) -> None:
    assert_same(CASES[name])


def test_latin_letters_are_parsed_whole() -> None:
    assert_same(f"# coding: latin-1\ndef f():\n    x = 'ä'\n{LONG}\n".encode("latin-1"))


def test_real_files_give_the_same_trees() -> None:
    files = sorted(Path(sysconfig.get_paths()["stdlib"]).glob("*.py"))
    for path in random.Random(7).sample(files, 40):
        assert_same(path.read_bytes())


PIECES = st.sampled_from([
    "def f(a,\n      b=(1)):\n", "def g(): pass\n", "class A:\n", "    def m(self):\n", "x = 1\n",
    "        y = '''\n", "'''\n", '"""\n', "        # note\n", "# note\n", "\n", "if x:\n",
    "        return [1,\n", "2]\n", "    async def n(self):  # '''\n", f"{LONG}\n",
    LONG.replace("    ", "        ") + "\n",
])  # fmt: skip


@given(st.lists(PIECES, max_size=14))
def test_any_text_gives_the_same_tree_or_fails_alike(pieces: list[str]) -> None:
    content = "".join(pieces).encode()
    try:
        expected = ast.dump(ast.parse(content), include_attributes=True)
    except SyntaxError:
        return
    tree, failed = outlined(content)
    assert not failed
    assert whole(tree) == expected


def test_a_long_body_is_parsed_when_it_is_looked_at() -> None:
    tree, _ = outlined(CASES["plain"].encode())
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    body = function.body
    assert isinstance(body, Body)
    assert list.__len__(body) == 0
    assert body.may_hold(b"value_3")
    assert not body.may_hold(b"value_99")
    assert len(body) == 12
    assert isinstance(body[0], ast.Assign)
    assert body[0] in body
    assert next(reversed(body)) is body[-1]


def test_a_wrong_body_is_told() -> None:
    tree, failed = outlined(f"def f():\n{LONG}\n    y = = 1\n\nz = 1\n".encode())
    assert not failed
    assert isinstance(tree.body[0], ast.FunctionDef)
    assert [type(s) for s in tree.body[0].body] == [ast.Pass]
    assert isinstance(failed[0], SyntaxError)
    assert failed[0].lineno == 14


def test_bodies_of_long_ago_are_dropped() -> None:
    content = "\n".join(f"def f{n}():\n{LONG}\n" for n in range(5)).encode()
    tree, _ = outlined(content, Recent(2))
    expected = ast.dump(ast.parse(content), include_attributes=True)
    bodies = [s.body for s in tree.body if isinstance(s, ast.FunctionDef)]
    for body in bodies:
        assert len(body) == 12
    assert [list.__len__(body) for body in bodies] == [0, 0, 0, 12, 12]
    assert whole(tree) == expected
