from __future__ import annotations

from dataclasses import dataclass


class CommandError(Exception):
    def __init__(self, line: str, subject: str = "") -> None:
        super().__init__(line)
        self.line = line
        self.subject = subject


@dataclass(frozen=True)
class Kill:
    run: str


@dataclass(frozen=True)
class Notify:
    target: str
    text: str


@dataclass(frozen=True)
class Say:
    thread: str
    text: str


@dataclass(frozen=True)
class Owner:
    run: str


Command = Kill | Notify | Say | Owner


def parse(line: str) -> Command:
    match line.split():
        case ["kill", run]:
            return Kill(run)
        case ["notify", target, *rest]:
            return Notify(target, " ".join(rest))
        case ["say", thread, text]:
            return Say(thread, text)
        case ["owner", run]:
            return Owner(run)
    raise CommandError(line)
