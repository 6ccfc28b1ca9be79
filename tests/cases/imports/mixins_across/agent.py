from communication import CommunicationMixin
from lifecycle import LifecycleMixin


class BrokenAgent(CommunicationMixin):
    def __init__(self, ws, user_id):
        self.websocket_manager = ws
        self._owner = user_id


class FixedAgent(LifecycleMixin, CommunicationMixin):
    def __init__(self, ws, user_id):
        self.websocket_manager = ws
        self._owner = user_id
