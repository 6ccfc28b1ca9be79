from abc import ABC, abstractmethod


class Channel(ABC):
    @abstractmethod
    async def publish(self, key, body):
        """Publish a message."""
