"""A reference manager in memory, to run agents against; needs nothing but asyncio.

It behaves as Netra's messaging guide says, and a routing guard says of an execution what the
linter says of the code. ``netra_lint.runtime.buffers.redis`` keeps messages in Redis.
"""

from netra_lint.runtime.assertions import assert_delivered, assert_not_delivered
from netra_lint.runtime.buffers import (
    BufferLimits,
    BufferStatus,
    MemoryBuffer,
    MessageBuffer,
    Waiting,
)
from netra_lint.runtime.context import ExecutionContext
from netra_lint.runtime.execution import BaseExecutionInterface
from netra_lint.runtime.guarding import RoutingError, RoutingGuard, Violation, guard
from netra_lint.runtime.manager import WebSocketManager
from netra_lint.runtime.recording import RecordingConnection
from netra_lint.runtime.reports import Refusal, Statistics

__all__ = [
    "BaseExecutionInterface",
    "BufferLimits",
    "BufferStatus",
    "ExecutionContext",
    "MemoryBuffer",
    "MessageBuffer",
    "RecordingConnection",
    "Refusal",
    "RoutingError",
    "RoutingGuard",
    "Statistics",
    "Violation",
    "Waiting",
    "WebSocketManager",
    "assert_delivered",
    "assert_not_delivered",
    "guard",
]
