from core import UserEmitter


class EmitterFactory:
    def __init__(self, manager):
        self._manager = manager
        self._emitters = {}

    def for_user(self, execution, owner):
        key = f"{owner}:{execution}"
        if key not in self._emitters:
            self._emitters[key] = UserEmitter(self._manager, owner, execution)
        return self._emitters[key]

    def for_run(self, execution, owner):
        return UserEmitter(self._manager, execution, owner)
