from typing import NamedTuple


def cache_key(job, owner):
    return "/".join((job, owner))


class RunKey(NamedTuple):
    job: str
    owner: str

    def __str__(self):
        return f"{self.job}|{self.owner}"

    @classmethod
    def parse(cls, text):
        return cls(*text.split("|"))
