class Status:
    def __init__(self, execution, thread, owner):
        self.execution = execution
        self.thread = thread
        self.owner = owner
        self.rows = []

    def audience(self):
        return self.owner or self.execution

    def message(self):
        return {"execution": self.execution, "rows": len(self.rows)}
