from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Callable

Stage = Callable[["Document"], "Document"]


@dataclass
class Document:
    path: str
    text: str
    run_id: str
    uploaded_by: str
    tags: dict[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


def strip(document: Document) -> Document:
    document.text = document.text.strip()
    return document


def tag_folder(document: Document) -> Document:
    document.tags["folder"] = PurePosixPath(document.path).parts[0]
    return document


def tag_owner(document: Document) -> Document:
    document.tags["owner"] = document.uploaded_by
    document.tags["origin"] = document.run_id
    return document


def compose(*stages: Stage) -> Stage:
    def run(document: Document) -> Document:
        for stage in stages:
            document = stage(document)
        return document

    return run


PIPELINE = compose(strip, tag_folder, tag_owner)
