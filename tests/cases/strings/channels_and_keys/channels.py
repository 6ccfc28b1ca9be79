SEPARATOR = ":"


def channel_of(kind, name):
    return f"{kind}{SEPARATOR}{name}"


def parse_channel(channel):
    kind, name = channel.split(SEPARATOR, 1)
    return kind, name


def owner_of(channel):
    parts = channel.split(SEPARATOR)
    if len(parts) != 3 or parts[0] != "user":
        raise ValueError(channel)
    return parts[1]
