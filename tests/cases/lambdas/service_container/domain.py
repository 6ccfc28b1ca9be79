from __future__ import annotations


class Settings:
    def __init__(self, support_user: str, verbose: bool) -> None:
        self.support_user = support_user
        self.verbose = verbose


class Directory:
    def __init__(self) -> None:
        self._owners: dict[str, str] = {}

    def assign(self, run_id: str, user_id: str) -> None:
        self._owners[run_id] = user_id

    def owner(self, run_id: str) -> str | None:
        return self._owners.get(run_id)


class Messenger:
    def __init__(self, ws, directory: Directory, settings: Settings) -> None:
        self.ws = ws
        self.directory = directory
        self.settings = settings

    async def tell_owner(self, run_id: str, text: str) -> bool:
        owner = self.directory.owner(run_id)
        if owner is None:
            owner = self.settings.support_user
        return await self.ws.send_to_user(owner, {"text": text, "run": run_id})

    async def tell(self, someone: str, text: str) -> bool:
        if self.settings.verbose:
            text = f"[verbose] {text}"
        return await self.ws.send_to_user(someone, {"text": text})
