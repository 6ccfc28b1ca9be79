class ThreadRepository:
    def __init__(self):
        self._rows = []

    def save(self, key, run, members):
        self._rows.append({"key": key, "run": run, "members": list(members)})

    def by_run(self, run):
        return next((row for row in self._rows if row["run"] == run), None)


class Repositories:
    def __init__(self):
        self.threads = ThreadRepository()
