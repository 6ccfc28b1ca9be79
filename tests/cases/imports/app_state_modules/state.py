"""What the application shares, set up at start."""

manager = None
default_recipient = None
sessions = {}
