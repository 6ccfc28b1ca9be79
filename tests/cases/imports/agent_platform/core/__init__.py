from core.base import BaseAgent
from core.context import RunContext, RunContextBuilder

__all__ = ["BaseAgent", "RunContext", "RunContextBuilder"]
