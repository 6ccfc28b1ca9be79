from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Policy:
    attempts: int = 3
    timeout: float = 1.0
    swallow: bool = False

    def with_attempts(self, attempts: int) -> Policy:
        return Policy(attempts, self.timeout, self.swallow)
