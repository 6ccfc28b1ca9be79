from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any


class BadSignature(Exception):
    pass


def sign(secret: str, body: bytes) -> str:
    return base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()


def parse(secret: str, headers: dict[str, str], body: bytes) -> dict[str, Any]:
    expected = sign(secret, body)
    if not hmac.compare_digest(expected, headers.get("x-signature", "")):
        raise BadSignature(headers.get("x-request-id"))
    return json.loads(body)
