class Reporter:
    def __init__(self, ws, subject, audience, volume=5):
        self.ws = ws
        self.subject = subject
        self.audience = audience
        self.volume = volume

    async def report(self, text):
        await self.ws.send_to_user(self.audience, {"text": text, "volume": self.volume})
