from typing import NewType

RunID = NewType("RunID", str)
UserID = NewType("UserID", str)
