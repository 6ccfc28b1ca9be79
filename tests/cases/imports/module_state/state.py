recipient = None
