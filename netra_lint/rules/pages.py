"""The rules' pages in Markdown: ``python -m netra_lint.rules.pages FOLDER`` writes them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from netra_lint import rules

if TYPE_CHECKING:
    from netra_lint.rules.base import Rule

_OFF = " Off by default: `--extend-select`, or `extend-select` in the configuration, turns it on."


def page(rule: Rule) -> str:
    """Return the page of one rule."""
    text = rule.documentation
    parts = [
        f"# {rule.name} ({rule.code})",
        text.summary,
        f"Severity: {rule.severity.value}.{'' if rule.default else _OFF}",
        f"## Why this is wrong\n\n{text.why}",
        f"## Example\n\n```python\n{text.bad}```\n\nUse instead:\n\n```python\n{text.good}```",
        f"## Fix\n\n{text.fix_safety}",
    ]
    if text.options:
        parts.append(
            "## Options\n\n" + "\n".join(f"- `{key}`: {what}" for key, what in text.options)
        )
    return "\n\n".join(parts) + "\n"


def summary(rule: Rule) -> str:
    """Return what one line says of a rule."""
    return f"{rule.documentation.summary}{'' if rule.default else ' (off by default)'}"


def index() -> str:
    """Return the page that lists all rules."""
    rows = [rules.load(code) for code in rules.names()]
    table = [f"| [{r.code}]({r.code}.md) | {r.name} | {summary(r)} |" for r in rows]
    head = ["# Rules", "", "| Code | Name | What it flags |", "|---|---|---|"]
    return "\n".join([*head, *table]) + "\n"


def all_pages() -> dict[str, str]:
    """Return the contents of all pages by their file names."""
    pages = {f"{code}.md": page(rules.load(code)) for code in rules.names()}
    return {"README.md": index(), **pages}


def write(folder: Path) -> None:
    """Write all pages into a folder, and remove those of rules that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = all_pages()
    for old in folder.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, content in wanted.items():
        (folder / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/rules"))
