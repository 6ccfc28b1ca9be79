"""Where messages wait for users who are not connected."""

from netra_lint.runtime.buffers.base import BufferLimits, BufferStatus, MessageBuffer, Waiting
from netra_lint.runtime.buffers.memory import MemoryBuffer

__all__ = ["BufferLimits", "BufferStatus", "MemoryBuffer", "MessageBuffer", "Waiting"]
