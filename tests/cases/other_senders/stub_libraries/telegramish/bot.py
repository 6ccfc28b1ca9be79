class Bot:
    def __init__(self, token):
        self._token = token
        self._sent = []

    async def send_message(self, chat_id, text, parse_mode=None):
        self._sent.append((chat_id, text, parse_mode))
