"""The documents say what is so."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from netra_lint import rules
from netra_lint.config import Config, load_config
from netra_lint.engine import Request, check
from netra_lint.rules import pages
from netra_lint.vocabulary import RoutingMethod, Vocabulary
from tests.support import module, run, write

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONFIGURATION = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


EXAMPLE = """\
def _recipient(run_id):
    return run_id


class Agent:
    async def execute(self, run_id, percent):
        recipient = _recipient(run_id)
        message = {
            "type": "progress",
            "percent": percent,
        }
        await self.websocket_manager.send_to_user(recipient, message)
"""


def test_the_finding_of_the_readme_is_one(tmp_path):
    write(tmp_path, {"agent.py": EXAMPLE})
    done = run(module("netra_lint", "check", "--output-format", "full"), tmp_path)
    assert done.stdout.startswith(blocks(README, "")[0])


def test_the_rules_pages_are_current():
    folder = ROOT / "docs" / "rules"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")} == (
        pages.all_pages()
    ), "run `python -m netra_lint.rules.pages docs/rules`"


def test_pages_of_rules_that_are_gone_are_removed(tmp_path):
    (tmp_path / "NTR000.md").write_text("old")
    pages.write(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(pages.all_pages())


@pytest.mark.parametrize("block", [*blocks(README, "toml"), *blocks(CONFIGURATION, "toml")])
def test_configuration_examples_are_accepted(block, tmp_path):
    (tmp_path / "pyproject.toml").write_text(block, encoding="utf-8")
    config = load_config(str(tmp_path / "pyproject.toml"))
    assert config != Config()
    check(Request(cwd=str(tmp_path)))


def test_every_key_is_explained():
    keys = [field.name for field in fields(Config) if field.name not in ("path", "vocabulary")]
    keys += [field.name for field in fields(Vocabulary) if not field.name.startswith("_")]
    keys += [field.name for field in fields(RoutingMethod)]
    assert [key for key in keys if f"`{key.replace('_', '-')}" not in CONFIGURATION] == []


def test_options_of_rules_are_keys():
    known = {field.name.replace("_", "-") for field in fields(Config)}
    known |= {f"vocabulary.{field.name.replace('_', '-')}" for field in fields(Vocabulary)}
    options = [key for code in rules.names() for key, _ in rules.load(code).documentation.options]
    assert set(options) <= known


def test_every_rule_stands_in_the_readme():
    for code, name in rules.names().items():
        assert f"| [{code}](docs/rules/{code}.md) | {name} |" in README


def test_ci_runs_the_command_of_the_readme():
    command = next(block for block in blocks(README, "sh") if "pytest" in block)
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]))
def test_links_lead_somewhere(page):
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []
