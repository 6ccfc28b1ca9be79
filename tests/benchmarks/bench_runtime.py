"""Sends per second of the manager beside a bare ``asyncio.gather``, and memory of its buffer.

    python -m tests.benchmarks.bench_runtime [--seconds N] [--messages N]

Both sides hand the same message to the same connections, which do nothing; the manager adds
checks, routing, order and timeouts. Deliveries are counted per connection. Memory is what the
process's resident set grows by (MiB) while messages are buffered, in a process of its own.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

from netra_lint.runtime import BufferLimits, MemoryBuffer, WebSocketManager

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

MESSAGE = {"type": "progress", "payload": {"run_id": f"run_{'0' * 32}", "percent": 50}}
SIZES = (1, 100, 10_000)


class Idle:
    """A connection that does nothing."""

    async def send_json(self, data: Any) -> None:
        """Take the message."""


async def rate(send: Callable[[], Awaitable[Any]], seconds: float) -> float:
    """Return how often a send ends in a second."""
    await send()
    count, begin = 0, time.perf_counter()
    while (spent := time.perf_counter() - begin) < seconds:
        await send()
        count += 1
    return count / spent


async def sends(size: int, seconds: float) -> tuple[float, float]:
    """Return deliveries per second to a thread of this size, of the manager and of gather."""
    manager = WebSocketManager()
    sockets = [Idle() for _ in range(size)]
    for number, socket in enumerate(sockets):
        await manager.connect(socket, f"user_{number}", "thread_1")

    async def bare() -> None:
        await asyncio.gather(*(asyncio.create_task(one.send_json(MESSAGE)) for one in sockets))

    ours = await rate(lambda: manager.send_to_thread("thread_1", MESSAGE), seconds)
    return ours * size, await rate(bare, seconds) * size


async def connects(seconds: float) -> float:
    """Return how many connections come and go in a second."""
    manager = WebSocketManager()

    async def visit() -> None:
        await manager.disconnect(await manager.connect(Idle(), "user_1", "thread_1"))

    return await rate(visit, seconds)


async def buffered(messages: int, users: int) -> dict[str, float]:
    """Buffer messages, and return seconds and MiB for that, and seconds to replay to one user."""
    manager = WebSocketManager(MemoryBuffer(BufferLimits(None, None, None)))
    before, begin = _resident(), time.perf_counter()
    for number in range(messages):
        await manager.send_to_user(f"user_{number % users}", MESSAGE, retry=True)
    spent, grown = time.perf_counter() - begin, _resident() - before
    begin = time.perf_counter()
    await manager.connect(Idle(), "user_0")
    return {"seconds": spent, "mib": grown, "replay": time.perf_counter() - begin}


def _resident() -> float:
    with open("/proc/self/statm", encoding="ascii") as stream:
        return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def measure_buffer(messages: int, users: int) -> dict[str, float]:
    """Run ``buffered`` in a process of its own."""
    code = (
        "import asyncio, json, logging; logging.disable();"
        "from tests.benchmarks.bench_runtime import buffered;"
        f"print(json.dumps(asyncio.run(buffered({messages}, {users}))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=1.0, help="for each rate")
    parser.add_argument("--messages", type=int, default=1_000_000, help="to buffer")
    options = parser.parse_args()
    for size in SIZES:
        ours, bare = asyncio.run(sends(size, options.seconds))
        print(
            f"{size:>6} connections  {ours:>9,.0f} deliveries/s  gather {bare:>9,.0f}/s  "
            f"ratio {bare / ours:.1f}"
        )
    print(f"connect and disconnect  {asyncio.run(connects(options.seconds)):>9,.0f}/s")
    text = len(json.dumps(MESSAGE, separators=(",", ":")))
    for users in (1_000, options.messages // 10):
        found = measure_buffer(options.messages, users)
        each = found["mib"] * 2**20 / options.messages
        print(
            f"{options.messages:,} messages of {text} bytes for {users:,} users: "
            f"{found['mib']:,.0f} MiB ({each:.0f} bytes each), {found['seconds']:.1f} s; "
            f"one user's replayed in {found['replay'] * 1000:.1f} ms"
        )


if __name__ == "__main__":
    main()
