from dataclasses import dataclass


@dataclass(slots=True)
class Context:
    key: str
    owner: str | None

    @classmethod
    def from_request(cls, request):
        return cls(key=request["id"], owner=request.get("user"))
