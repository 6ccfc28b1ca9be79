class Settings:
    default = "user"

    def __init__(self, modes):
        self._modes = dict(modes)

    def mode_of(self, user_id):
        return self._modes.get(user_id, self.default)
