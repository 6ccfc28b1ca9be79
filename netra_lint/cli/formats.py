"""The names of the output formats, known without importing any."""

FORMATS = ("full", "concise", "json")
