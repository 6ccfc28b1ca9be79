class StreamRegistry:
    """Sends to everybody who follows a run."""

    def __init__(self, ws):
        self._ws = ws
        self._followers = {}

    def subscribe(self, run_id: str, follower: str) -> None:
        self._followers.setdefault(run_id, []).append(follower)

    async def send_message(self, run_id: str, message: dict) -> int:
        followers = self._followers.get(run_id, [])
        for follower in followers:
            await self._ws.send_to_user(follower, message)
        return len(followers)
