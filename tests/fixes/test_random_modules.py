"""Random modules around random sends: nothing else changes, and a second run changes nothing."""

from __future__ import annotations

import ast
import io
import tempfile
import tokenize
from pathlib import Path

import libcst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesmith import from_node
from pyflakes import api, reporter

from netra_lint.engine import Request, Stdin
from netra_lint.engine.repair import fix
from netra_lint.fixes.edits import Piece
from netra_lint.fixes.source import SourceFile
from netra_lint.fixes.verify import same_outside

SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
RECIPIENTS = [
    "run_id",
    "context.run_id",
    "user_id or run_id",
    "user_id if user_id else run_id",
    "getattr(self, 'user_id', run_id)",
    "f'{run_id}'",
    "target",
    "params['run_id']",
]
MESSAGES = [
    "{}",
    "message",
    "self.build(1)",
    "{'a': 1,\n  'b': '''x\n  y'''}",
    "(  # why\n  message)",
]
EXTRAS = ["", ", retry=True", ", *extra", ", self.next()"]
METHODS = ["send_to_user", "send_message", "send_to_thread"]
MANAGERS = ["manager", "self.manager", "get_manager()", "(await managers())"]
SHAPES = [
    "await {call}",
    "result = await {call}",
    "return await {call}",
    "x: bool = (await {call})",
    "if await {call}: pass",
    "if not (await {call}):\n    pass\nelse:\n    other()",
    "asyncio.create_task({call})",
    "task = asyncio.create_task({call})",
    "await asyncio.gather({call}, other())",
    "await asyncio.wait_for({call}, 5)",
    "return [await {call} for each in items]",
    "log(await {call}, key=await {call})",
    "other(); await {call}; other()",
    "if run_id:\n    await {call}",
    "if run_id:\n    await {call}\nelse:\n    other()",
    "if flag:\n    pass\nelif run_id:\n    await {call}  # tell",
    "try:\n    await {call}\nexcept ValueError:\n    raise\nfinally:\n    other()",
    "if thread_id:\n    await {call}\nelif user_id:\n    await {call}\nelse:\n    await {call}",
    "if not thread_id:\n    return None\nawait {call}",
    "while True:\n    await {call}\n    break",
    "with open('x') as stream:\n    await {call}",
    "match flag:\n    case 1:\n        await {call}\n    case _:\n        pass",
    "assert await {call}, 'lost'",
    "yield {call}",
    "x = y = await {call}",
    "send = lambda: {call}",
    "if hasattr(manager, 'send_message'):\n    await {call}\nelif flag:\n    await {call}",
]
PARAMETERS = [
    "thread_id",
    "user_id",
    "thread_id: str",
    "user_id: str",
    "thread_id=None",
    "context",
    "context: ExecutionContext",
    "context=None",
]
PRELUDES = [
    "",
    "target = user_id or run_id",
    "target = run_id",
    "thread_id = find()",
    "del user_id",
]
HEADS = [
    "",
    "import logging\nlogger = logging.getLogger(__name__)\n",
    "from __future__ import annotations\n",
]


@st.composite
def calls(draw) -> str:
    parts = [
        draw(st.sampled_from(each)) for each in (MANAGERS, METHODS, RECIPIENTS, MESSAGES, EXTRAS)
    ]
    manager, method, recipient, message, extra = parts
    keyword = draw(st.sampled_from(["", "", "user_id="]))
    if keyword and not extra.startswith(", *") and "next" not in extra:
        return f"{manager}.{method}({keyword}{recipient}, message={message}{extra})"
    return f"{manager}.{method}({recipient}, {message}{extra})"


@st.composite
def modules(draw) -> str:
    """A module with one method that sends in several ways."""
    indent = draw(st.sampled_from(["    ", "  ", "\t"]))
    given_names = draw(st.lists(st.sampled_from(PARAMETERS), max_size=3))
    plain = {each.split("=")[0].split(":")[0]: each for each in given_names}
    ordered = sorted(plain.values(), key=lambda each: "=" in each)
    names = ["self", "manager", "run_id", "message", "items", "params", "flag", *ordered]
    lines = [f"async def go({', '.join(names)}):"]
    body = [draw(st.sampled_from(PRELUDES))] if draw(st.booleans()) else []
    for _ in range(draw(st.integers(1, 3))):
        shape = draw(st.sampled_from(SHAPES))
        body.append(shape.replace("{call}", draw(calls())))
    for block in body:
        lines += [indented(line, indent) for line in block.split("\n") if line]
    text = "\n".join(
        [draw(st.sampled_from(HEADS)), "class Agent:", *(indent + x for x in lines), ""]
    )
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def indented(line: str, indent: str) -> str:
    blank = len(line) - len(line.lstrip())
    return indent + indent * (blank // 4) + line[blank:]


def parses(text: str) -> bool:
    try:
        compile(text, "module.py", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def repaired(text: str) -> tuple[str, int]:
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "module.py")
        request = Request(paths=(), cwd=folder, stdin=Stdin(path, text.encode()))
        done = fix(request, unsafe=True)
        return done.after.get(path, text.encode()).decode(), len(done.fixed)


def complaints(text: str) -> set[str]:
    out = io.StringIO()
    api.check(text, "module.py", reporter.Reporter(out, out))
    return {line.split(":", 3)[-1].strip() for line in out.getvalue().splitlines()}


FIXED = []


@SETTINGS
@given(modules())
def test_repair(text):
    if not parses(text):
        return
    after, number = repaired(text)
    FIXED.append(number)
    assert parses(after), after
    assert complaints(after) <= complaints(text), after
    again, more = repaired(after)
    assert (again, more) == (after, 0)
    crlf = "\r\n" in text
    assert ("\r\n" in after) == crlf
    if crlf:
        assert after.count("\n") == after.count("\r\n")


def test_random_modules_do_have_repairs():
    test_repair()
    assert sum(map(bool, FIXED)) > 15


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(from_node(libcst.Module), st.booleans())
def test_among_any_python(junk, behind):
    """Around a send stands whatever the grammar allows; it stays byte for byte."""
    send = "async def go(manager, run_id, thread_id):\n    await manager.send_to_user(run_id, {})\n"
    wanted = (
        "async def go(manager, run_id, thread_id):\n    if thread_id:\n"
        "        await manager.send_to_thread(thread_id, {})\n"
    )
    junk = junk if junk.endswith("\n") else junk + "\n"
    text = junk + send if behind else send + junk
    if not parses(text) or "\r" in text or "\f" in junk:
        return
    after, number = repaired(text)
    if number:
        assert sorted(after.replace(junk, "", 1)) == sorted(wanted)
        assert junk in after


@SETTINGS
@given(modules(), st.data())
def test_the_proof_sees_any_other_change(text, data):
    """A change outside of what it was told of is never taken for none."""
    if not parses(text):
        return
    tokens = [
        token
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.NAME and token.string in ("run_id", "manager", "message")
    ]
    source = SourceFile("/module.py", text.encode())
    chosen = data.draw(st.sampled_from(tokens))
    start = source.offset(chosen.start[0], chosen.start[1])
    changed = f"{text[:start]}changed{text[start + len(chosen.string) :]}"
    if not parses(changed):
        return
    other = Piece(0, 0, "")
    assert not same_outside(source, SourceFile("/module.py", changed.encode()), [other])
    ast.parse(changed)
