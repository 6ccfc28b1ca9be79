from modeling import Model


class AgentRequest(Model):
    job: str
    account: str
    prompt: str = ""


class AgentState(Model):
    job: str
    account: str
    attempt: int = 1

    @classmethod
    def from_request(cls, request):
        return cls(job=request.job, account=request.account)


class Progress(Model):
    recipient: str
    percent: int = 0
