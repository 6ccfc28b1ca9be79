"""What kinds of id can reach an expression, and how they get there."""
