class AgentError(Exception):
    def __init__(self, message, *, subject, audience=None):
        super().__init__(message)
        self.subject = subject
        self.audience = audience

    @property
    def reported_to(self):
        return self.audience


class BudgetExceeded(AgentError):
    def __init__(self, subject, audience, limit):
        super().__init__(f"over {limit}", subject=subject, audience=audience)
        self.limit = limit


class AgentTimeout(AgentError):
    @property
    def reported_to(self):
        return self.subject
