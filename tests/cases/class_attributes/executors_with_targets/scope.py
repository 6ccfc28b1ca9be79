from dataclasses import dataclass


@dataclass
class Scope:
    job: str
    owner: str
