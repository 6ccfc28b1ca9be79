class Client:
    def __init__(self, token):
        self._token = token
        self._sent = []

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        return None

    async def send_message(self, chat, text=None, silent=False):
        self._sent.append((chat, text, silent))
