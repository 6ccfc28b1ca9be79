from .base import BaseAgent
from .communication import CommunicationMixin
from .lifecycle import LifecycleMixin


class ReportAgent(CommunicationMixin, LifecycleMixin, BaseAgent):
    name = "report"
