from __future__ import annotations

from entities import Run


def owner_or_run(run: Run) -> str:
    """Return whom to tell about a run."""
    if run.owner_id:
        return run.owner_id
    if run.thread_id:
        return run.thread_id
    return run.id


def resolve_owner(run: Run) -> str | None:
    candidate = owner_or_run(run)
    if candidate == run.id or candidate == run.thread_id:
        return None
    return candidate
