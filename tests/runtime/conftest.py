"""Buffers of both kinds, each with a clock that tests move."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from netra_lint.runtime import BufferLimits, MemoryBuffer, MessageBuffer
from netra_lint.runtime.buffers.redis import RedisBuffer

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Clock:
    """Seconds that pass when a test says so."""

    now: float = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Buffers:
    """Makes buffers of one kind; ``again`` opens the last one as another process would."""

    make: Callable[[BufferLimits, Clock, str], MessageBuffer]
    lasting: bool
    clock: Clock = field(default_factory=Clock)
    prefix: str = ""

    def __call__(self, **limits: float | None) -> MessageBuffer:
        self.prefix = f"{{{uuid4()}}}:"
        return self.again(**limits)

    def again(self, **limits: float | None) -> MessageBuffer:
        chosen = {"per_recipient": None, "total": None, "max_age": None, **limits}
        return self.make(BufferLimits(**chosen), self.clock, self.prefix)


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("no redis-server is installed")
    yield from _serve(program, tmp_path_factory.mktemp("redis"))


def _serve(program: str, folder: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)]
    options = ["--save", "", "--appendonly", "no"]
    with subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail("redis-server does not answer")


@pytest_asyncio.fixture(params=["memory", "redis"])
async def buffers(request: pytest.FixtureRequest) -> AsyncIterator[Buffers]:
    if request.param == "memory":
        yield Buffers(lambda limits, clock, _: MemoryBuffer(limits, clock), lasting=False)
        return
    client: Redis = Redis.from_url(request.getfixturevalue("redis_url"), decode_responses=True)
    yield Buffers(
        lambda limits, clock, prefix: RedisBuffer(client, limits, prefix, clock), lasting=True
    )
    await client.aclose()
