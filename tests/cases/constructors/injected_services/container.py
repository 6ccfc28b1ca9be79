from dataclasses import dataclass
from functools import cached_property
from typing import Any

from gateway import Gateway
from directory import Directory


@dataclass
class Container:
    manager: Any

    @cached_property
    def directory(self) -> Directory:
        return Directory()

    @cached_property
    def gateway(self) -> Gateway:
        return Gateway(self.manager)


def build_container(manager):
    return Container(manager=manager)
