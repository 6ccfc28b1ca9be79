from . import status, trace

__all__ = ["status", "trace"]
