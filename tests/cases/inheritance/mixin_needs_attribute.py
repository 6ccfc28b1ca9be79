"""Two mixins read the same attribute; the class sets it."""


class ProgressMixin:
    async def progress(self, percent):
        await self.hub.send_to_user(self.channel, {"percent": percent})


class ErrorMixin:
    async def error(self, text):
        await self.hub.send_message(self.error_channel, {"error": text})


class Importer(ProgressMixin, ErrorMixin):
    def __init__(self, hub, job, owner):
        self.hub = hub
        self.channel = owner
        self.error_channel = job


class Exporter(ProgressMixin, ErrorMixin):
    def __init__(self, hub, job, owner):
        self.hub = hub
        self.channel = job
        self.error_channel = owner


async def main(manager, run_id, user_id):
    await Importer(manager, run_id, user_id).progress(10)
    await Exporter(manager, run_id, user_id).error("disk")
