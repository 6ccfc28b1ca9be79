import uuid
from datetime import datetime, timezone


def envelope(kind, *, recipient, body=None, **meta):
    message = {
        "id": uuid.uuid4().hex,
        "type": kind,
        "recipient": recipient,
        "at": datetime.now(timezone.utc).isoformat(),
        "body": body or {},
    }
    message.update(meta)
    return message


def for_owner(scope):
    return envelope("owned", recipient=scope["owner"], body={"about": scope["job"]})
