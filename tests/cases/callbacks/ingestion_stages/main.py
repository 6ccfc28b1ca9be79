"""Documents pass stages; who uploaded one is told by its tags"""

from __future__ import annotations

from stages import PIPELINE, Document


class Ingestor:
    def __init__(self, ws) -> None:
        self.ws = ws
        self.seen: dict[str, Document] = {}

    async def ingest(self, document: Document) -> Document:
        document = PIPELINE(document)
        if document.digest in self.seen:
            first = self.seen[document.digest]
            await self.ws.send_to_user(first.uploaded_by, {"duplicate": document.path})
            return first
        self.seen[document.digest] = document
        await self.ws.send_to_user(document.tags["owner"], {"folder": document.tags["folder"]})
        await self.ws.send_to_user(document.tags["origin"], {"digest": document.digest})
        return document

    async def ingest_all(self, paths, run_id, user_id):
        documents = [Document(path, f" {path} ", run_id, user_id) for path in paths]
        for document in documents:
            await self.ingest(document)
        by_folder = {}
        for document in self.seen.values():
            by_folder.setdefault(document.tags["folder"], []).append(document)
        for folder, members in by_folder.items():
            await self.ws.send_to_user(members[0].uploaded_by, {"folder": folder})
            await self.ws.send_to_user(members[-1].run_id, {"folder": folder})


async def main(manager, run_id, user_id):
    ingestor = Ingestor(manager)
    await ingestor.ingest_all(["reports/a.txt", "reports/b.txt", "notes/c.txt"], run_id, user_id)
    await ingestor.ingest_all(["reports/a.txt"], run_id, user_id)
