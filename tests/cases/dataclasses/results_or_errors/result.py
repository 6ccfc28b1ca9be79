from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Generic, TypeVar, Union

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T

    def map(self, func: Callable[[T], U]) -> "Ok[U]":
        return Ok(func(self.value))

    def unwrap_or(self, default: Any) -> T:
        return self.value


@dataclass(frozen=True)
class Err:
    reason: str
    subject: str = ""

    def map(self, func: Callable[[Any], Any]) -> "Err":
        return self

    def unwrap_or(self, default: Any) -> Any:
        return default


Result = Union[Ok[T], Err]
