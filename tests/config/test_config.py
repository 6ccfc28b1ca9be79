from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra_lint.config import DEFAULT_EXCLUDE, ConfigError, find_section, load_config
from tests.support import write

if TYPE_CHECKING:
    from pathlib import Path


def load(tmp_path: Path, text: str, name: str = "pyproject.toml"):
    write(tmp_path, {name: text})
    return load_config(str(tmp_path / name))


def test_an_empty_section_means_the_defaults(tmp_path):
    config = load(tmp_path, "[tool.netra-lint]\n")
    assert config.select is None
    assert config.excluded == DEFAULT_EXCLUDE


def test_every_key_is_read(tmp_path):
    config = load(
        tmp_path,
        """
        [tool.netra-lint]
        select = ["NTR1"]
        extend-select = ["NTR001"]
        ignore = ["NTR103"]
        exclude = ["a"]
        extend-exclude = ["b"]
        [tool.netra-lint.per-file-ignores]
        "tests/" = ["NTR102"]
        [tool.netra-lint.vocabulary]
        run-id-names = ["execution_key"]
        """,
    )
    assert config.select == ("NTR1",)
    assert config.extend_select == ("NTR001",)
    assert config.ignore == ("NTR103",)
    assert config.excluded == ("a", "b")
    assert config.per_file_ignores == (("tests/", ("NTR102",)),)
    assert config.vocabulary.kind_of_name("execution_key") == "run"
    assert config.vocabulary.kind_of_name("run_id") == "run"


def test_a_file_of_our_own_holds_the_keys_at_its_top(tmp_path):
    assert load(tmp_path, 'select = ["NTR1"]', "netra.toml").select == ("NTR1",)


def test_routing_methods_extend_and_replace(tmp_path):
    words = load(
        tmp_path,
        """
        [[tool.netra-lint.vocabulary.routing-methods]]
        name = "push"
        kind = "user"
        position = 1
        keywords = ["member"]
        [[tool.netra-lint.vocabulary.routing-methods]]
        name = "send_message"
        kind = "thread"
        ambiguous = true
        """,
    ).vocabulary
    assert words.routing_method("push").position == 1
    assert words.routing_method("send_message").kind == "thread"
    assert words.routing_method("send_to_user").kind == "user"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("selct = []", ["`selct`", "did you mean `select`", "per-file-ignores"]),
        ('select = "NTR1"', ["select", "a list of non-empty strings", '"NTR1"']),
        ("select = [1]", ["select", "a list of non-empty strings"]),
        ("exclude = [{}]", ["exclude", "a list of non-empty strings"]),
        ("exclude = {}", ["exclude", "not a table"]),
        ("ignore = true", ["ignore", "not true"]),
        ("per-file-ignores = 3", ["per-file-ignores", "a table of patterns", "not 3"]),
        ('per-file-ignores = {"a" = "NTR"}', ['per-file-ignores."a"', "a list"]),
        ("vocabulary = []", ["vocabulary", "a table"]),
        ("vocabulary.run-id-name = []", ["`run-id-name`", "did you mean `run-id-names`"]),
        ("vocabulary.routing-methods = {}", ["routing-methods", "a list of tables"]),
        ("vocabulary.routing-methods = ['x']", ["routing-methods", "a list of tables"]),
        ("vocabulary.routing-methods = [{kind='user'}]", ["needs the key `name`"]),
        ("vocabulary.routing-methods = [{name='x'}]", ["needs the key `kind`"]),
        ("vocabulary.routing-methods = [{name='x', kind='run'}]", ['"thread" or "user"', '"run"']),
        ("vocabulary.routing-methods = [{name='', kind='user'}]", ["a non-empty string"]),
        (
            "vocabulary.routing-methods = [{name='x', kind='user', position=-1}]",
            ["an integer from 0"],
        ),
        (
            "vocabulary.routing-methods = [{name='x', kind='user', ambiguous=1}]",
            ["true or false"],
        ),
    ],
)
def test_an_error_is_one_line_with_file_key_and_what_is_allowed(tmp_path, text, parts):
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, f"[tool.netra-lint]\n{text}\n")
    message = str(caught.value)
    assert message.startswith(str(tmp_path / "pyproject.toml"))
    assert "\n" not in message
    for part in parts:
        assert part in message


def test_broken_toml_counts_as_ours_when_it_names_us(tmp_path):
    path = str(write(tmp_path, {"pyproject.toml": "[tool.netra-lint\n"}) / "pyproject.toml")
    assert find_section(path)
    with pytest.raises(ConfigError, match="is no valid TOML"):
        load_config(path)


def test_a_file_without_our_section_is_none_of_ours(tmp_path):
    write(tmp_path, {"pyproject.toml": "# netra-lint\n[tool.x]\n", "b/pyproject.toml": "[["})
    assert not find_section(str(tmp_path / "pyproject.toml"))
    assert not find_section(str(tmp_path / "b" / "pyproject.toml"))
    assert not find_section(str(tmp_path / "none.toml"))
    with pytest.raises(ConfigError, match="has no section"):
        load_config(str(tmp_path / "pyproject.toml"))
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(str(tmp_path / "none.toml"))


@given(st.text(alphabet=st.characters(codec="ascii", categories=["L", "N"]), min_size=1))
def test_any_unknown_key_is_named(tmp_path_factory, key):
    if key in ("select", "ignore", "exclude", "vocabulary"):
        return
    path = tmp_path_factory.mktemp("c") / "x.toml"
    path.write_text(f"{key} = 1\n")
    with pytest.raises(ConfigError, match=f"unknown key `{key}`"):
        load_config(str(path))
