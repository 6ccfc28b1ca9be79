"""Random programs must come out as execution shows, up to the aims of recall and false findings."""

from __future__ import annotations

from tests.oracle import random_programs
from tests.oracle.programs import Program

PROGRAMS = 60
BROKEN = Program(
    main=(
        "from library import address\n\n\n"
        "async def main(manager, run_id, user_key):\n"
        "    await manager.send_to_user(address(run_id), {})\n"
        "    await manager.send_to_user(user_key, {})\n"
    ),
    library="def address(value):\n    return value\n",
)


def test_random_programs_agree_with_execution() -> None:
    figures = random_programs.measure(PROGRAMS, 2026)
    assert figures.programs >= PROGRAMS
    assert figures.true > PROGRAMS // 2
    assert figures.recall > 0.95, str(figures)
    assert figures.false_rate <= 0.05, str(figures)


def test_execution_of_a_known_program() -> None:
    verdict = random_programs.judge(BROKEN)
    assert [arrival.sites[0].row for arrival in verdict.true] == [5]
    assert verdict.outcome.clean == 1
    assert verdict.agrees


def test_same_seed_makes_same_programs() -> None:
    first, second = (random_programs.measure(8, 5) for _ in range(2))
    assert str(first) == str(second)
