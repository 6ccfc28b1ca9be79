"""What a buffer must do, whichever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netra_lint.runtime import BufferLimits, MemoryBuffer, Waiting
from netra_lint.runtime.buffers.redis import RedisBuffer

if TYPE_CHECKING:
    from netra_lint.runtime import MessageBuffer
    from tests.runtime.conftest import Buffers

pytestmark = pytest.mark.asyncio


async def texts(buffer: MessageBuffer, user: str, **options: int) -> list[str]:
    return [entry.text for entry in await buffer.waiting(user, **options)]


async def test_messages_wait_in_their_order(buffers: Buffers) -> None:
    buffer = buffers()
    numbers = [await buffer.append("user_1", str(n), ["user_1"]) for n in range(12)]
    assert numbers == sorted(set(numbers))
    assert await texts(buffer, "user_1") == [str(n) for n in range(12)]
    assert await texts(buffer, "user_1", limit=2) == ["0", "1"]
    assert await texts(buffer, "user_1", after=numbers[9]) == ["10", "11"]
    assert await texts(buffer, "user_2") == []


async def test_delivered_messages_are_forgotten(buffers: Buffers) -> None:
    buffer = buffers()
    first = await buffer.append("user_1", "a", ["user_1"])
    await buffer.append("user_1", "b", ["user_1"])
    await buffer.delivered("user_2", first)
    await buffer.delivered("user_1", first)
    await buffer.delivered("user_1", first)
    await buffer.delivered("user_1", 999)
    assert await texts(buffer, "user_1") == ["b"]
    status = await buffer.status("user_1")
    assert (status.waiting, status.offset, status.dropped) == (1, 2, {})


async def test_a_threads_message_waits_until_all_have_it(buffers: Buffers) -> None:
    buffer = buffers()
    number = await buffer.append("thread_1", "a", ["user_1", "user_2"], ["conn_9", "conn_7"])
    expected = Waiting(number, "thread_1", "a", frozenset({"conn_7", "conn_9"}))
    assert await buffer.waiting("user_1") == [expected] == await buffer.waiting("user_2")
    await buffer.delivered("user_1", number)
    assert await texts(buffer, "user_1") == []
    assert (await buffer.status("thread_1")).waiting == 1
    await buffer.delivered("user_2", number)
    assert (await buffer.status("thread_1")).waiting == 0


async def test_thread_and_user_messages_keep_one_order(buffers: Buffers) -> None:
    buffer = buffers()
    await buffer.append("user_1", "a", ["user_1"])
    await buffer.append("thread_1", "b", ["user_1"])
    await buffer.append("user_1", "c", ["user_1"])
    assert await texts(buffer, "user_1") == ["a", "b", "c"]
    assert (await buffer.status("user_1")).waiting == 3
    assert (await buffer.status("thread_1")).waiting == 1


async def test_messages_of_an_empty_thread_are_adopted(buffers: Buffers) -> None:
    buffer = buffers()
    await buffer.append("thread_1", "a", [])
    await buffer.append("user_1", "b", ["user_1"])
    await buffer.append("thread_1", "c", ["user_2"])
    await buffer.adopt("thread_1", ["user_1"])
    await buffer.adopt("thread_1", ["user_3"])
    await buffer.adopt("thread_9", ["user_3"])
    assert await texts(buffer, "user_1") == ["a", "b"]
    assert await texts(buffer, "user_2") == ["c"]
    assert await texts(buffer, "user_3") == []


async def test_many_users_wait_for_one_message(buffers: Buffers) -> None:
    buffer = buffers(per_recipient=2)
    users = [f"user_{n}" for n in range(20)]
    number = await buffer.append("thread_1", "a", users)
    for user in users[:-1]:
        await buffer.delivered(user, number)
    assert await texts(buffer, users[-1]) == ["a"]
    assert (await buffer.status("thread_1")).waiting == 1


async def test_too_many_for_a_recipient_drops_the_oldest(buffers: Buffers) -> None:
    buffer = buffers(per_recipient=2)
    for n in range(5):
        await buffer.append("user_1", str(n), ["user_1"])
    await buffer.append("user_2", "x", ["user_2"])
    assert await texts(buffer, "user_1") == ["3", "4"]
    status = await buffer.status("user_1")
    assert (status.waiting, status.dropped, status.lost, status.offset) == (
        2,
        {"recipient": 3},
        3,
        5,
    )
    assert (await buffer.status("user_2")).dropped == {}


async def test_too_many_for_a_member_drops_only_theirs(buffers: Buffers) -> None:
    buffer = buffers(per_recipient=2)
    await buffer.append("thread_1", "a", ["user_1", "user_2"])
    for text in "bc":
        await buffer.append("user_1", text, ["user_1"])
    assert await texts(buffer, "user_1") == ["b", "c"]
    assert await texts(buffer, "user_2") == ["a"]
    assert (await buffer.status("thread_1")).dropped == {}
    for text in "de":
        await buffer.append("user_2", text, ["user_2"])
    thread = await buffer.status("thread_1")
    assert (thread.waiting, thread.dropped) == (0, {"recipient": 1})
    assert (await buffer.status("user_1")).dropped == {"recipient": 1}


async def test_too_many_for_a_thread_drops_for_all(buffers: Buffers) -> None:
    buffer = buffers(per_recipient=1)
    await buffer.append("thread_1", "a", ["user_1"])
    await buffer.append("thread_1", "b", ["user_2"])
    assert await texts(buffer, "user_1") == []
    for recipient in ("thread_1", "user_1"):
        assert (await buffer.status(recipient)).dropped == {"recipient": 1}


async def test_adopting_respects_the_limit(buffers: Buffers) -> None:
    buffer = buffers(per_recipient=2)
    await buffer.append("thread_1", "a", [])
    await buffer.append("thread_2", "b", [])
    await buffer.append("user_1", "c", ["user_1"])
    await buffer.adopt("thread_1", ["user_1"])
    await buffer.adopt("thread_2", ["user_1"])
    assert await texts(buffer, "user_1") == ["b", "c"]
    assert (await buffer.status("thread_1")).dropped == {"recipient": 1}


async def test_too_many_altogether_drops_the_oldest(buffers: Buffers) -> None:
    buffer = buffers(total=3)
    first = await buffer.append("user_0", "0", ["user_0"])
    await buffer.delivered("user_0", first)
    for n in range(1, 6):
        await buffer.append(f"user_{n}", str(n), [f"user_{n}"])
    waiting = [await texts(buffer, f"user_{n}") for n in range(6)]
    assert waiting == [[], [], [], ["3"], ["4"], ["5"]]
    assert (await buffer.status("user_2")).dropped == {"total": 1}


async def test_a_limit_of_nothing_counts_what_it_drops(buffers: Buffers) -> None:
    buffer = buffers(per_recipient=0)
    await buffer.append("thread_1", "a", ["user_1"])
    for recipient in ("user_1", "thread_1"):
        status = await buffer.status(recipient)
        assert (status.waiting, status.lost) == (0, 1)
    none = buffers(total=0)
    await none.append("user_1", "a", ["user_1"])
    assert (await none.status("user_1")).dropped == {"total": 1}


async def test_old_messages_are_dropped(buffers: Buffers) -> None:
    buffer = buffers(max_age=60.0)
    await buffer.append("user_1", "a", ["user_1"])
    buffers.clock.now += 40
    await buffer.append("user_1", "b", ["user_1"])
    assert (await buffer.status("user_1")).oldest_age == pytest.approx(40, abs=0.01)
    buffers.clock.now += 40
    assert await texts(buffer, "user_1") == ["b"]
    status = await buffer.status("user_1")
    assert status.dropped == {"age": 1}
    assert status.oldest_age == pytest.approx(40, abs=0.01)
    buffers.clock.now += 40
    assert (await buffer.status("user_1")).oldest_age is None


async def test_offsets_and_epochs_tell_what_was_missed(buffers: Buffers) -> None:
    buffer = buffers(per_recipient=3)
    before = await buffer.status("user_1")
    for n in range(7):
        await buffer.append("user_1", str(n), ["user_1"])
    waiting = await buffer.waiting("user_1")
    await buffer.delivered("user_1", waiting[0].sequence)
    after = await buffer.status("user_1")
    assert after.epoch == before.epoch != ""
    assert after.offset - before.offset == after.waiting + after.lost + 1
    assert (await buffers().status("user_1")).epoch != after.epoch


async def test_any_text_and_any_id(buffers: Buffers) -> None:
    buffer = buffers()
    text = '{"t":"é\\n\\u0000 ' + "𝄞" * 3 + '"}'
    odd = "ü:*{}\n 'x'"
    await buffer.append(odd, text, [odd])
    assert await texts(buffer, odd) == [text]
    assert (await buffer.status(odd)).recipient == odd


async def test_what_lasts_is_there_again(buffers: Buffers) -> None:
    buffer = buffers()
    await buffer.append("user_1", "a", ["user_1"])
    epoch = (await buffer.status("user_1")).epoch
    await buffer.close()
    other = buffers.again()
    assert await texts(other, "user_1") == (["a"] if buffers.lasting else [])
    assert ((await other.status("user_1")).epoch == epoch) == buffers.lasting


async def test_memory_lets_go_of_what_was_delivered() -> None:
    buffer = MemoryBuffer()
    await buffer.append("user_0", "stays", ["user_0"])
    for _ in range(5_000):
        number = await buffer.append("user_1", "x", ["user_1"])
        await buffer.delivered("user_1", number)
    assert len(buffer._all) < 2_000
    assert await texts(buffer, "user_0") == ["stays"]


async def test_defaults_are_limited() -> None:
    assert BufferLimits() == BufferLimits(1_000, 100_000, 3_600.0)


async def test_redis_needs_text(redis_url: str) -> None:
    from redis.asyncio import Redis

    client: Redis = Redis.from_url(redis_url)
    with pytest.raises(ValueError, match="decode_responses"):
        RedisBuffer(client)
    await client.aclose()


async def test_redis_from_a_url(redis_url: str) -> None:
    buffer = RedisBuffer.from_url(redis_url)
    assert await texts(buffer, "user_from_url") == []
    await buffer.close()
