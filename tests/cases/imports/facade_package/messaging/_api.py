from .types import Target


async def broadcast(sender, targets: "list[Target]", text):
    for target in targets:
        await sender.send_to_user(target.owner, {"text": text})
        await sender.send_to_user(target.execution, {"text": text})
