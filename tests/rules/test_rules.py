from __future__ import annotations

import subprocess
import sys

import pytest

from netra_lint import rules
from netra_lint.engine import Request, check
from netra_lint.flow.hits import Hit, Span
from netra_lint.rules.base import Snippet
from tests.support import write

CODES = list(rules.names())


def codes_in(folder, source: str) -> list[str]:
    write(folder, {"example.py": source})
    request = Request(cwd=str(folder), extend_select=("NTR",))
    return [found.code for found in check(request).diagnostics]


def test_the_codes_are_known():
    assert CODES == [
        "NTR001",
        "NTR101",
        "NTR102",
        "NTR103",
        "NTR201",
        "NTR202",
        "NTR203",
        "NTR204",
        "NTR301",
        "NTR302",
        "NTR303",
        "NTR304",
        "NTR305",
    ]


@pytest.mark.parametrize("code", CODES)
class TestEachRule:
    def test_is_named_as_its_file(self, code):
        rule = rules.load(code)
        assert (rule.code, rule.name) == (code, rules.names()[code])

    def test_flags_its_bad_example(self, code, tmp_path):
        assert codes_in(tmp_path, rules.load(code).documentation.bad) == [code]

    def test_says_nothing_of_its_good_example(self, code, tmp_path):
        assert codes_in(tmp_path, rules.load(code).documentation.good) == []

    def test_documents_itself(self, code):
        text = rules.load(code).documentation
        assert text.summary.endswith(".")
        assert text.why
        assert text.fix_safety


def test_a_rule_that_is_none():
    with pytest.raises(KeyError):
        rules.load("NTR999")


def test_names_are_known_without_importing_libcst():
    program = "import sys, netra_lint.rules as r; r.names(); print('libcst' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def hit(code: str, text: str, **more: str) -> Hit:
    span = Span(3, 4, 3, 9)
    fields = {"method": "notify", "kind": "run", "wanted": "user", "parameter": "", **more}
    return Hit(
        code, "/x.py", span, span, text=text, origin="attribute `run_id`", steps=(), **fields
    )


@pytest.mark.parametrize(
    ("code", "call", "text", "message"),
    [
        ("NTR101", "a.b(x)", "x", "`a.b` sends to a run id: `x` can be the attribute `run_id`"),
        ("NTR101", "a\n .b(run_id)", "run_id", "`a .b` sends to a run id: the attribute `run_id`"),
        (
            "NTR101",
            "a.b(c.run_id)",
            "c.run_id",
            "`a.b` sends to a run id: the attribute `c.run_id`",
        ),
        (
            "NTR101",
            "a.b(c() or d.run_id)",
            "c() or d.run_id",
            "`a.b` sends to a run id: `c() or d.run_id` can be the attribute `run_id`",
        ),
        ("NTR101", "@", "x", "`notify` sends to a run id: `x` can be the attribute `run_id`"),
        (
            "NTR103",
            "f(g(a=x), user_id=x)",
            "x",
            "`f` is given a run id as its `user_id`: `x` can be the attribute `run_id`",
        ),
    ],
)
def test_the_message_is_read_off_the_call(code, call, text, message):
    finding = rules.load(code).judge(hit(code, text), Snippet(call, text))
    assert finding.message == message
    assert (finding.location.row, finding.location.column) == (3, 5)


def test_a_new_rule_needs_only_its_file(tmp_path):
    """A rule's file that is added to the package is found, listed and explained."""
    source = """
from netra_lint.rules.base import Documentation
from netra_lint.rules.call_rule import CallRule


class Extra(CallRule):
    code = "NTR999"
    name = "extra-rule"
    documentation = Documentation("An extra rule.", "Because.", "", "", "None.")

    def message(self, hit, call):
        return "extra"
"""
    write(tmp_path, {"ntr999_extra_rule.py": source})
    program = (
        "import sys, netra_lint.rules as r; r.__path__.append(sys.argv[1]);"
        "from netra_lint.cli import main; sys.exit(main(['rule', 'extra-rule']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("# extra-rule (NTR999)")
