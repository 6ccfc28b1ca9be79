from functools import lru_cache


class Directory:
    def __init__(self, rows):
        self._rows = rows
        self._cache = {}

    def owner(self, execution):
        if execution not in self._cache:
            self._cache[execution] = self._rows[execution]
        return self._cache[execution]

    async def load(self, execution):
        if (cached := self._cache.get(execution)) is not None:
            return cached
        found = self._cache[execution] = self._fetch(execution)
        return found

    @lru_cache(maxsize=128)
    def _fetch(self, execution):
        return self._rows[execution]

    def executions_of(self, owner):
        return [execution for execution, who in self._rows.items() if who == owner]


def owner_or_self(directory, execution):
    try:
        return directory.owner(execution)
    except KeyError:
        return execution
