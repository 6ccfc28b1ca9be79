class Channel:
    def __init__(self, send, target, headers):
        self._send = send
        self._target = target
        self._headers = headers

    async def push(self, text):
        if self._target is None:
            return False
        return await self._send(self._target, {"text": text, "headers": self._headers})
