from . import charts, mailer
from .base import TOOLS, run_tool

__all__ = ["TOOLS", "charts", "mailer", "run_tool"]
