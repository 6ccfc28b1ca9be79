import importlib

from settings import BACKENDS

_cache = {}


def import_string(path):
    module_path, _, name = path.rpartition(".")
    module = importlib.import_module(module_path)
    return getattr(module, name)


def backend_for(name, ws):
    if name not in _cache:
        _cache[name] = import_string(BACKENDS[name])
    return _cache[name](ws)
