from resilience.retrying import with_retry
from resilience.timing import timed

__all__ = ["timed", "with_retry"]
