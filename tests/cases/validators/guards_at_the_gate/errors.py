class BadAddress(ValueError):
    """An address that nothing can be sent to."""
