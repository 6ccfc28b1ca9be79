"""Reports are built step by step and delivered to their readers"""

from __future__ import annotations

from dataclasses import dataclass, field
from string import Template


@dataclass
class Section:
    title: str
    body: str


@dataclass
class Report:
    run_id: str
    readers: list[str] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    thread_id: str | None = None


class ReportBuilder:
    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        self._report = Report("")

    def about(self, run_id: str) -> "ReportBuilder":
        self._report.run_id = run_id
        return self

    def reader(self, *readers: str) -> "ReportBuilder":
        self._report.readers.extend(readers)
        return self

    def in_thread(self, thread_id: str | None) -> "ReportBuilder":
        self._report.thread_id = thread_id
        return self

    def section(self, title: str, template: str, **values: str) -> "ReportBuilder":
        self._report.sections.append(Section(title, Template(template).safe_substitute(values)))
        return self

    def build(self) -> Report:
        report, self._report = self._report, Report("")
        return report


class ReportMailer:
    def __init__(self, ws) -> None:
        self.ws = ws

    async def deliver(self, report: Report) -> int:
        body = {"run": report.run_id, "sections": [section.title for section in report.sections]}
        for reader in report.readers:
            await self.ws.send_to_user(reader, body)
        if report.thread_id:
            await self.ws.send_to_thread(report.thread_id, body)
        return len(report.readers)

    async def receipt(self, report: Report) -> None:
        first, *rest = report.readers
        await self.ws.send_to_user(first, {"others": len(rest)})
        await self.ws.send_to_user(report.run_id, {"receipt": True})


async def main(manager, run_id, user_id, thread_id):
    builder = ReportBuilder()
    report = (
        builder.about(run_id)
        .reader(user_id, "cfo")
        .in_thread(thread_id)
        .section("Intro", "About $run", run=run_id)
        .build()
    )
    mailer = ReportMailer(manager)
    await mailer.deliver(report)
    await mailer.receipt(report)
    for section in report.sections:
        await manager.send_to_user(user_id, {"title": section.title, "body": section.body})
