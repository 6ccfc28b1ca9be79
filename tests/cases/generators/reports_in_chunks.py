"""A report is made in chunks by nested generators, each of which knows only a part."""

import asyncio
from dataclasses import dataclass


@dataclass
class Section:
    title: str
    owner: str
    run_id: str


def sections(run_id, owners):
    for number, owner in enumerate(owners):
        yield Section(f"part {number}", owner, run_id)


def lines(section):
    yield section.owner, f"# {section.title}"
    yield section.owner, f"run {section.run_id}"
    sent = yield section.run_id, "footer"
    if sent:
        yield section.owner, sent


def report(run_id, owners):
    for section in sections(run_id, owners):
        yield from lines(section)


def without_footers(entries):
    return ((who, text) for who, text in entries if text != "footer")


class ReportSender:
    def __init__(self, ws):
        self.ws = ws

    async def titles(self, run_id, owners):
        for section in sections(run_id, owners):
            await self.ws.send_to_user(section.owner, {"title": section.title, "run": run_id})

    async def first_lines(self, run_id, owners):
        for section in sections(run_id, owners):
            who, text = next(lines(section))
            await self.ws.send_to_user(who, {"text": text})

    async def everything(self, run_id, owners):
        for who, text in report(run_id, owners):
            await self.ws.send_to_user(who, {"text": text})
            await asyncio.sleep(0)


async def main(manager, run_id, user_id):
    sender = ReportSender(manager)
    owners = [user_id, "bob"]
    await sender.titles(run_id, owners)
    await sender.first_lines(run_id, owners)
    await sender.everything(run_id, owners)
