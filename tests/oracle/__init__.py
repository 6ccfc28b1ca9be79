"""The oracle: every case is executed, and what arrives is what must be flagged."""
