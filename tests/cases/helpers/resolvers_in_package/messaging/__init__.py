from .delivery import deliver
from .resolution import Route, resolve

__all__ = ["Route", "deliver", "resolve"]
