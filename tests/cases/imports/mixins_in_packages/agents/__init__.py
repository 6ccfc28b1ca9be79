from .data import DataAgent
from .report import ReportAgent
