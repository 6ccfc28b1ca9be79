from __future__ import annotations

import json

from runs import RunState


class CheckpointStore:
    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._legacy: dict[str, dict] = {}

    def save(self, name: str, state: RunState) -> None:
        self._texts[name] = json.dumps(state.to_dict())

    def load(self, name: str) -> RunState:
        return RunState.from_dict(json.loads(self._texts[name]))

    def save_legacy(self, name: str, state: RunState) -> None:
        record = {"id": state.run_id, "channel": state.thread_id, "step": state.step}
        if state.user_id:
            record["owner"] = state.user_id
        self._legacy[name] = record

    def load_legacy(self, name: str) -> RunState:
        return RunState.from_legacy(self._legacy[name])

    def raw(self, name: str) -> dict:
        return self._legacy[name]
