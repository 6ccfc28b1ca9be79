class SlackClient:
    def __init__(self):
        self.calls = []

    def send_message(self, channel, text=""):
        self.calls.append((channel, text))
