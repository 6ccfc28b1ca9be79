"""A model with `model_dump`, aliases and validators in the style of pydantic."""


class BaseModel:
    def __init__(self, **data):
        for name, value in data.items():
            setattr(self, name, value)

    def model_dump(self):
        return dict(self.__dict__)

    def model_copy(self, update):
        return type(self)(**{**self.__dict__, **update})


class SubAgentUpdate(BaseModel):
    recipient: str
    reference: str


async def main(manager, run_id, user_id):
    update = SubAgentUpdate(recipient=user_id, reference=run_id)
    await manager.send_to_user(update.recipient, update.model_dump())
    await manager.send_to_user(update.reference, {"n": 2})
    await manager.send_to_user(update.model_dump()["recipient"], {"n": 3})
    wrong = update.model_copy(update={"recipient": run_id})
    await manager.send_to_user(wrong.recipient, {"n": 4})
