import logging

logger = logging.getLogger(__name__)
seen = {"count": 0}


def log_messages(inner):
    async def handle(message):
        logger.debug("message of %s", sorted(message))
        return await inner(message)

    return handle


def count_messages(inner):
    async def handle(message):
        seen["count"] += 1
        return await inner(message)

    return handle


def attach_audience(key):
    def layer(inner):
        async def handle(message):
            return await inner({**message, "to": message[key]})

        return handle

    return layer
