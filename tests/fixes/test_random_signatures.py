"""Any signature takes more parameters: behind the others, optional, and nothing else changes."""

from __future__ import annotations

import ast

from hypothesis import given, settings
from hypothesis import strategies as st

from netra_lint.fixes.edits import pieces, replace
from netra_lint.fixes.keywords import passed
from netra_lint.fixes.parameters import gained
from netra_lint.fixes.project import Project
from netra_lint.fixes.source import SourceFile
from netra_lint.vocabulary import Vocabulary

NAMES = {"thread": "thread_id", "user": "user_id"}
ENDINGS = ["", "=None", "=(1, 2)", "=f(')', \",\")", ": int", ": dict[str, int] = {}", '="),("']
DOCS = [
    "",
    '"""One line."""',
    '"""Text.\n\n    Args:\n        a: it.\n\n    Returns:\n        It.\n    """',
    '"""Text.\n\n    Parameters\n    ----------\n    a : int\n        It.\n    """',
    '"""Text.\n\n    :param a: It.\n    :returns: It.\n    """',
    "'''Args:\n        a (int): it\n            in full\n    '''",
    'r"""Args: none, really.\n    """',
]


@st.composite
def signatures(draw):
    """Return the text of a parameter list and its parts."""
    names = [f"p{number}" for number in range(draw(st.integers(0, 4)))]
    slash = draw(st.integers(0, len(names))) if names else 0
    parts = []
    optional = False
    for number, name in enumerate(names):
        ending = draw(st.sampled_from(ENDINGS))
        if optional and "=" not in ending:
            ending = "=0"
        optional = optional or "=" in ending
        parts.append(name + ending)
        if number + 1 == slash:
            parts.append("/")
    only = [f"k{number}" for number in range(draw(st.integers(0, 2)))]
    star = draw(st.booleans())
    parts += ["*rest"] if star else ["*"] if only else []
    parts += [name + draw(st.sampled_from(ENDINGS)) for name in only]
    keywords = draw(st.booleans())
    parts += ["**more"] if keywords else []
    return parts, draw(st.sampled_from(["flat", "rows", "comma", "hanging", "comment"]))


def laid_out(parts, layout):
    if not parts or layout == "flat":
        return ", ".join(parts)
    # Nothing but a parameter may stand before a trailing comma in older versions of Python.
    comma = "," if layout != "hanging" and parts[-1][0] != "*" else ""
    if layout == "comma":
        return ", ".join(parts) + comma
    if layout == "hanging":
        return "\n    " + ", ".join(parts) + "\n"
    note = "  # (of, it" if layout == "comment" else ""
    rows = [f"\n    {part}," for part in parts[:-1]]
    return "".join([*rows, f"\n    {parts[-1]}{comma}{note}\n"])


@settings(max_examples=300, deadline=None)
@given(signatures(), st.sampled_from(DOCS), st.booleans())
def test_parameters_are_added_to_any_signature(signature, doc, method):
    parts, layout = signature
    body = f"    {doc}\n    return 0\n" if doc else "    return 0\n"
    text = f"@mark(')', \"(\")\nasync def f({laid_out(parts, layout)}):\n{body}"
    if method:
        text = "class C:\n" + "".join(f"    {row}\n" if row else "\n" for row in text.split("\n"))
    source = SourceFile("/m.py", text.encode())
    function = next(n for n in ast.walk(source.tree) if isinstance(n, ast.AsyncFunctionDef))
    project = Project("/", ["/m.py"], Vocabulary(), {"/m.py": text.encode()})
    after = ast.parse(replace(text, pieces(source, gained(project, source, function, NAMES))))
    new = next(n for n in ast.walk(after) if isinstance(n, ast.AsyncFunctionDef))
    old, args = function.args, new.args
    added = [a for a in (*args.posonlyargs, *args.args, *args.kwonlyargs) if a.arg.endswith("_id")]
    assert [each.arg for each in added] == ["thread_id", "user_id"]
    assert all(each in args.kwonlyargs for each in added) == bool(old.vararg or old.kwonlyargs)
    assert [a.arg for a in args.posonlyargs] == [a.arg for a in old.posonlyargs]
    for each in added:
        (args.kwonlyargs if each in args.kwonlyargs else args.args).remove(each)
    del (args.kw_defaults if old.vararg or old.kwonlyargs else args.defaults)[-2:]
    assert ast.dump(args) == ast.dump(old)
    documented = any(word in doc for word in ("a: it", "a : int", ":param a", "a (int): it"))
    assert ("thread_id" in (ast.get_docstring(new) or "")) == documented
    strip = function.body[1:] if doc else function.body
    assert [ast.dump(n) for n in new.body[len(new.body) - len(strip) :]] == [
        ast.dump(n) for n in strip
    ]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(["a", "(b)", "{'x': 1,\n 'y': (2)}", "f(')')", "'),'"]), max_size=3),
    st.lists(st.sampled_from(["1", "(2)", "[3,\n 4]", "g(x=1)"]), max_size=2),
    st.sampled_from(["flat", "rows", "comma", "hanging", "comment"]),
)
def test_keywords_are_added_to_any_call(args, values, layout):
    parts = [*args, *(f"k{number}={value}" for number, value in enumerate(values))]
    text = f"x = target.call({laid_out(parts, layout)}) + 1\n"
    source = SourceFile("/m.py", text.encode())
    call = next(n for n in ast.walk(source.tree) if isinstance(n, ast.Call))
    words = ["thread_id=self.thread_id", "user_id=self.user_id"]
    new = replace(text, pieces(source, [passed(source, call, words)]))
    call.keywords += ast.parse(f"f({', '.join(words)})").body[0].value.keywords
    assert ast.dump(ast.parse(new)) == ast.dump(source.tree)


def parameters_added(text):
    source = SourceFile("/m.py", text.encode())
    function = next(n for n in ast.walk(source.tree) if isinstance(n, ast.FunctionDef))
    project = Project("/", ["/m.py"], Vocabulary(), {"/m.py": text.encode()})
    return replace(text, pieces(source, gained(project, source, function, NAMES)))


def test_a_comment_stays_with_its_parameter():
    text = "def f(\n    a,  # (the first\n    b=1{},  # its default\n):\n    pass\n"
    new = "\n    thread_id=None,\n    user_id=None"
    for comma in ("", ","):
        before = text.replace("{},", comma)
        after = text.replace("{}", "").replace("default\n", f"default{new}{comma}\n")
        assert parameters_added(before) == after


def test_words_in_comments_and_other_line_endings_in_strings_do_not_confuse():
    text = "@mark\n# some def( comment\ndef f(a='\u2028\f',\n      b=')\x1c'):\n    pass\n"
    assert parameters_added(text) == text.replace("'):", "', thread_id=None, user_id=None):")


def test_a_further_row_stands_below_the_others():
    text = "def f(aaaaaaaaaaaaaaaaaaaaaaaaaa, b,\n    cccccccccccccccccccccccccc, d{}):\n    pass\n"
    text = text.replace("d{}", f"{'d' * 40}{{}}")
    assert parameters_added(text.format("")) == text.format(",\n    thread_id=None, user_id=None")
