from .models import Command, Notification

__all__ = ["Command", "Notification"]
