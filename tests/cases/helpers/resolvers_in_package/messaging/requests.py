from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterable


@dataclass(frozen=True)
class Request:
    run: str
    owner: str | None = None
    room: str | None = None


def from_body(body: dict[str, Any]) -> Request:
    return Request(body["run"], owner=body.get("user"), room=body.get("thread"))


def from_headers(headers: Iterable[tuple[str, str]]) -> Request:
    table = {name.removeprefix("x-"): value for name, value in headers}
    return Request(run=table["run"], owner=table.get("user"), room=table.get("thread"))
