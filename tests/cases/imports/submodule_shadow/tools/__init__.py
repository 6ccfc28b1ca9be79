from .notify import notify
