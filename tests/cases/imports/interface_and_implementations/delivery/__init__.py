from .base import Channel

__all__ = ["Channel"]
