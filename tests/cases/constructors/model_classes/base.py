from __future__ import annotations

import json
from typing import Any, ClassVar, get_type_hints


class Model:
    """A small model class in the manner of pydantic."""

    _defaults: ClassVar[dict[str, Any]] = {}

    def __init__(self, **data: Any) -> None:
        for name in get_type_hints(type(self)):
            if name.startswith("_"):
                continue
            if name in data:
                setattr(self, name, data[name])
            elif hasattr(type(self), name):
                setattr(self, name, getattr(type(self), name))
            else:
                raise ValueError(f"{name} is required")

    def model_dump(self) -> dict[str, Any]:
        return dict(self.__dict__)

    def model_dump_json(self) -> str:
        return json.dumps(self.model_dump())

    @classmethod
    def model_validate(cls, data: dict[str, Any]):
        return cls(**data)

    @classmethod
    def model_validate_json(cls, text: str):
        return cls.model_validate(json.loads(text))

    def model_copy(self, update: dict[str, Any] | None = None):
        return type(self)(**{**self.model_dump(), **(update or {})})
