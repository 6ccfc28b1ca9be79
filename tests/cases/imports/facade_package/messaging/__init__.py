from . import _api as api
from ._notifier import SocketNotifier as Notifier
from ._notifier import make as make_notifier
from ._resolve import by_preference as resolve
from ._resolve import only_owner as resolve_strict
from .types import Target

__all__ = ["Notifier", "Target", "api", "make_notifier", "resolve", "resolve_strict"]
