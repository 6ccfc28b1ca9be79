"""Parameters that a docstring gains: as Google, NumPy or reST write them."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from netra_lint.fixes.edits import edit

if TYPE_CHECKING:
    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.source import SourceFile

TEXTS = {
    "thread": "Thread to send updates to, if known",
    "user": "User to send updates to, if known",
    "context": "Context of the execution, if known",
}
_QUOTES = r"(?:[rR]?(?:\"{3}|'{3}))?"
_GOOGLE = re.compile(rf"^([ \t]*){_QUOTES}(?:Args|Arguments|Parameters|Params):[ \t]*$")
_ENTRY = re.compile(r"^([ \t]+)(\*{0,2}\w+)[ \t]*(\([^)]*\))?[ \t]*:[ \t]*(.*)$")
_NUMPY = re.compile(r"^([ \t]*)Parameters[ \t]*$")
_REST = re.compile(r"^([ \t]*):(param|parameter|arg|type)\b[^:]*:[ \t]*(.*)$")


def documented(
    source: SourceFile,
    function: ast.FunctionDef | ast.AsyncFunctionDef,
    names: dict[str, str],
    word: str = "str",
) -> list[Edit]:
    """Return the edits that document new parameters where the others are documented.

    Args:
        source: the function's file.
        function: the function.
        names: the parameters' names by their kinds.
        word: what they are, where the docstring gives types.
    """
    first = function.body[0]
    if not (isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)):
        return []
    if not isinstance(first.value.value, str) or "\\\n" in source.code(first):
        return []
    start = source.location(source.range(first)[0]).row
    end = source.location(source.range(first)[1]).row
    lines = [source.line(row) for row in range(start, end + 1)]
    for find in (_google, _numpy, _rest):
        found = find(lines, names, word)
        if found is not None:
            row, texts = found
            at = source.offset(start + row, len(lines[row]))
            if start + row == end:
                return []
            return [edit(source, (at, at), "".join(f"{source.newline}{text}" for text in texts))]
    return []


Found = tuple[int, list[str]]


def _google(lines: list[str], names: dict[str, str], word: str) -> Found | None:
    head = next((row for row, line in enumerate(lines) if _GOOGLE.match(line)), None)
    if head is None:
        return None
    entries = _entries(lines, head + 1)
    if not entries:
        return None
    row, last = entries
    indent, typed, text = last
    dot = "." if text.rstrip().endswith(".") else ""
    upper = not text[:1].islower()
    kind = (
        f" ({word}, optional)" if typed and "optional" in typed else f" ({word})" if typed else ""
    )
    if typed and "Optional" in typed:
        kind = f" (Optional[{word}])"
    return row, [
        f"{indent}{name}{kind}: {_sentence(each, upper)}{dot}" for each, name in names.items()
    ]


def _entries(lines: list[str], start: int) -> tuple[int, tuple[str, str, str]] | None:
    """Return the last row of a list of parameters, and how its last entry is written."""
    last: tuple[str, str, str] | None = None
    row = start - 1
    for number in range(start, len(lines)):
        line = lines[number]
        match = _ENTRY.match(line)
        if last is not None and line.strip() and not line.startswith(last[0]):
            break
        if match is not None and (last is None or match[1] == last[0]):
            if match[2].startswith("**"):
                break
            last = (match[1], match[3] or "", match[4])
        elif not line.strip() or last is None:
            break
        row = number
    return (row, last) if last is not None else None


def _numpy(lines: list[str], names: dict[str, str], word: str) -> Found | None:
    for head, line in enumerate(lines[:-2]):
        match = _NUMPY.match(line)
        if match is None or not re.fullmatch(r"-{3,}", lines[head + 1].strip()):
            continue
        row, inner = head + 1, match[1] + "    "
        for number in range(head + 2, len(lines)):
            text = lines[number]
            if not text.strip() or text.lstrip().startswith(("**", '"""', "'''")):
                break
            if text.startswith(match[1] + " "):
                inner = text[: len(text) - len(text.lstrip())]
            row = number
        dot = "." if lines[row].rstrip().endswith(".") else ""
        found = []
        for kind, name in names.items():
            found += [
                f"{match[1]}{name} : {word}, optional",
                f"{inner}{_sentence(kind, True)}{dot}",
            ]
        return row, found
    return None


def _rest(lines: list[str], names: dict[str, str], word: str) -> Found | None:
    rows = [(row, match) for row, line in enumerate(lines) if (match := _REST.match(line))]
    if not rows:
        return None
    row, last = rows[-1]
    indent = last[1]
    while row + 1 < len(lines) - 1 and lines[row + 1].startswith(indent + " "):
        row += 1
    texts = [match[3] for _, match in rows if match[2] != "type"]
    ends = texts[-1:] if row == rows[-1][0] else lines[row : row + 1]
    dot = "." if ends and ends[0].rstrip().endswith(".") else ""
    upper = not (texts and texts[-1][:1].islower())
    typed = any(match[2] == "type" for _, match in rows)
    found = []
    for kind, name in names.items():
        found.append(f"{indent}:param {name}: {_sentence(kind, upper)}{dot}")
        found += [f"{indent}:type {name}: {word}, optional"] if typed else []
    return row, found


def _sentence(kind: str, upper: bool) -> str:
    text = TEXTS[kind]
    return text if upper else text[:1].lower() + text[1:]
