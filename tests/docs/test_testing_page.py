"""The page on testing agents is run, block by block, as a user would."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support import module, run, write

PAGE = (Path(__file__).parents[2] / "docs" / "testing.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(<!-- not run.*-->\n)?```python\n(.*?)```", PAGE, re.DOTALL)
FAILS = "# fails: "
CONFIGURATION = "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("page")
    files = {f"test_block_{n}.py": code for n, (skip, code) in enumerate(BLOCKS) if not skip}
    write(folder, {"pytest.ini": CONFIGURATION, **files})
    return run(module("pytest", "-v", "-rN", "-p", "no:anyio"), folder).stdout


@pytest.mark.parametrize("number", [n for n, (skip, _) in enumerate(BLOCKS) if not skip])
def test_block(number: int, output: str) -> None:
    code = BLOCKS[number][1]
    outcomes = re.findall(rf"test_block_{number}\.py::(\S+) (\w+)", output)
    names = re.findall(r"^(?:async )?def (test_\w+)", code, re.MULTILINE)
    failing = code.startswith(FAILS)
    verdict = "FAILED" if failing else "PASSED"
    found = [one for one in outcomes if one[1] in ("PASSED", "FAILED", "ERROR")]
    assert dict(found) == dict.fromkeys(names, verdict), output
    if failing:
        expected = code.splitlines()[0].removeprefix(FAILS).split()
        assert re.findall(rf"test_block_{number}\.py:\d+: (NTR\d+)", output) == expected


def test_blocks_that_are_not_run_compile() -> None:
    skipped = [code for skip, code in BLOCKS if skip]
    assert len(skipped) == 1
    for code in skipped:
        compile(code, "testing.md", "exec")


def test_the_readmes_example_passes(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(import pytest\n.*?)```", readme, re.DOTALL)
    write(tmp_path, {"pytest.ini": CONFIGURATION.replace("auto", "strict"), "test_it.py": code})
    done = run(module("pytest"), tmp_path)
    assert "1 passed" in done.stdout, done.stdout


def test_the_example_of_a_failure_is_what_is_printed(output: str) -> None:
    (shown,) = re.findall(r"```text\n1 wrong route:\n  test_agent\.py:(\d+): (.*?)'run_", PAGE)
    assert re.search(rf"test_block_\d+\.py:{shown[0]}: {re.escape(shown[1])}'run_", output)
