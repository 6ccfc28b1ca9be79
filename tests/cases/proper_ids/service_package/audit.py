class AuditLog:
    def __init__(self):
        self.entries = []

    def send_to_log(self, key, text):
        self.entries.append((key, text))

    async def record(self, key, text):
        self.send_to_log(key, text)
