"""Records of two classes are made of each other's fields, and kept in one list."""

from dataclasses import dataclass


@dataclass
class Video:
    owner: str
    job: str


@dataclass
class Transcript:
    owner: str
    job: str


class Library:
    def __init__(self, manager):
        self.manager = manager
        self.kept = []

    def add_video(self, fields):
        if hasattr(fields, "keys"):
            self.kept.append(Video(**fields))

    def add_transcript(self, fields):
        if hasattr(fields, "keys"):
            self.kept.append(Transcript(**fields))

    def complete(self):
        for each in list(self.kept):
            self.add_video(each)
            self.add_transcript(each)
            self.add_transcript(vars(each))

    async def tell(self):
        for each in self.kept:
            await self.manager.send_to_user(each.owner, {"job": each.job})
            await self.manager.send_to_user(each.job, {"owner": each.owner})


async def main(manager, run_id, user_id):
    library = Library(manager)
    library.add_video({"owner": user_id, "job": run_id})
    library.complete()
    await library.tell()
