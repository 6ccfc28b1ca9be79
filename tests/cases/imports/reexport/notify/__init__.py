from notify.core import Notifier
from notify.rules import pick as pick

__all__ = ["Notifier", "pick"]
