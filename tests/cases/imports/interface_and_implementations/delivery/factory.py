def make_channel(kind, ws, owners):
    from .direct import DirectChannel
    from .lookup import LookupChannel

    if kind == "direct":
        return DirectChannel(ws)
    return LookupChannel(ws, owners)
