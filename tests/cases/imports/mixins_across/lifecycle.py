class LifecycleMixin:
    def _recipient(self, run_id):
        return self._owner
