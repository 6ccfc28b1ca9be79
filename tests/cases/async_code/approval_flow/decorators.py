from __future__ import annotations

from functools import wraps


class ForbiddenError(Exception):
    def __init__(self, action: str, who: str) -> None:
        super().__init__(action)
        self.action = action
        self.who = who


def requires(role: str):
    def decorate(method):
        @wraps(method)
        async def checked(self, request, *args, **kwargs):
            given = kwargs.pop("role", "admin")
            if given != role:
                raise ForbiddenError(request.action, request.approver or request.requester)
            return await method(self, request, *args, **kwargs)

        return checked

    return decorate
