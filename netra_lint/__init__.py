"""netra-lint: finds, explains and repairs mis-routed WebSocket messages."""

__version__ = "0.1.0"
