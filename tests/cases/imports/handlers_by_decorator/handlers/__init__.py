from . import finished, started

LOADED = [finished, started]
