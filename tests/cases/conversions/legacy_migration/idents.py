from __future__ import annotations

import re

_RUN = re.compile(r"^run_[0-9a-f-]+$")


def is_run_id(text: str | None) -> bool:
    return text is not None and _RUN.match(text) is not None


def is_user_id(text: str | None) -> bool:
    return bool(text) and not is_run_id(text) and not text.startswith("thread_")


def strip_legacy_prefix(text: str) -> str:
    return text.removeprefix("legacy:").strip()


def without_runs(*ids: str | None) -> list[str]:
    return [each for each in ids if each and not is_run_id(each)]
