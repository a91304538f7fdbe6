"""Senders: how many calls are on their way at once, what happens when a call hangs, when the server is out of reach,
when nothing is sure, and who is told.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from jobs.deliver import DeliverReport, DeliverRoom, Line, deliver, recover
from jobs.gate import Flight
from jobs.pace import AHEAD, FIRST_GUESS, MOST_SENDERS, Pace
from jobs.store_thread import StoreThread
from talks.errors import NotSent, Rejected, RetryLater, StoreError, Unknown
from talks.store.connection import Store
from talks.store.outbox import outbox_counts
from talks.store.pauses import pause, pauses
from talks.types import Chat, Development, Hold
from tests.steps import BOOT, NOON, somebody_subscribes, something_happens

CHATS = 20


@dataclass
class Office:
    """A server for tests: `answer` says what becomes of the call to a chat; it counts what is on its way at once."""

    answer: Callable[[int], Awaitable[int]]
    sent: list[int] = field(default_factory=list)
    on_their_way: int = 0
    most: int = 0
    edited: int = 0
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def send(
        self,
        chat: Chat,
        told: Development,
        missed: tuple[Development, ...],
        *,
        answers: int | None = None,
        bundle: tuple[Development, ...] = (),
        flight: Flight,
    ) -> int:
        await flight.boards()
        await self.note(1)
        try:
            message_id = await self.answer(chat.id)
            self.sent.append(chat.id)
            return message_id
        finally:
            await self.note(-1)

    async def note(self, change: int) -> None:
        async with self.changed:
            self.on_their_way += change
            self.most = max(self.most, self.on_their_way)
            self.changed.notify_all()

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(10), self.changed:
            await self.changed.wait_for(condition)

    async def edit(self, chat: Chat, told: Development, message_id: int) -> None:
        await self.answer(chat.id)
        self.edited += 1


async def at_once(chat_id: int) -> int:
    await asyncio.sleep(0)
    return chat_id


@pytest_asyncio.fixture
async def write(tmp_path: Path) -> AsyncIterator[StoreThread]:
    thread = StoreThread(tmp_path / "tregua.db")
    await thread(many_subscribe)
    yield thread
    thread.close()


def many_subscribe(store: Store) -> None:
    for chat_id in range(1, CHATS + 1):
        somebody_subscribes(store, chat_id)
    something_happens(store)


def room_of(write: StoreThread, office: Office, *, rate: float = 30.0, **values: object) -> DeliverRoom:
    usual: dict[str, object] = {"now": lambda: NOON, "boot": BOOT, "line": Line(Pace(rate))}
    return DeliverRoom(write=write, send=office.send, edit=office.edit, bot_id=1, **{**usual, **values})  # type: ignore[arg-type]


async def test_one_call_at_a_time_where_the_server_is_quick(write: StoreThread) -> None:
    office = Office(at_once)
    assert await deliver(room_of(write, office)) == DeliverReport(sent=CHATS)
    assert office.most == 1


async def test_where_no_pace_is_set_many_are_ready_and_one_call_is_on_its_way(write: StoreThread) -> None:
    office = Office(at_once)
    assert await deliver(room_of(write, office, rate=0.0, reserve=8)) == DeliverReport(sent=CHATS)
    assert office.most == 1
    assert sorted(office.sent) == list(range(1, CHATS + 1))


async def test_never_more_rows_are_marked_than_senders_are_at_work(write: StoreThread) -> None:
    marked = []

    async def count(chat_id: int) -> int:
        marked.append((await write(outbox_counts)).get("sending", 0))
        return chat_id

    office = Office(count)
    await deliver(room_of(write, office, rate=0.0, reserve=8))
    assert 1 < max(marked) <= AHEAD + 1


async def test_a_call_that_hangs_holds_up_nobody_else(write: StoreThread) -> None:
    let_go = asyncio.Event()

    async def first_hangs(chat_id: int) -> int:
        if chat_id == 1:
            await let_go.wait()
        return chat_id

    office = Office(first_hangs)
    round_ = asyncio.create_task(deliver(room_of(write, office)))
    await office.until(lambda: len(office.sent) == CHATS - 1)
    let_go.set()
    assert await round_ == DeliverReport(sent=CHATS)
    assert office.most == 2


async def hang(chat_id: int) -> int:
    await asyncio.Event().wait()
    return chat_id


async def test_a_server_that_answers_nobody_leaves_two_in_doubt(write: StoreThread) -> None:
    let_go = asyncio.Event()

    async def lose(chat_id: int) -> int:
        await let_go.wait()
        raise Unknown("sin respuesta")

    office = Office(lose)
    room = room_of(write, office, probe=out_of_reach)
    round_ = asyncio.create_task(deliver(room))
    await office.until(lambda: office.on_their_way == 2)
    let_go.set()
    assert await round_ == DeliverReport(ambiguous=2)


async def out_of_reach() -> None:
    raise NotSent("no se llega")


async def test_an_outage_leaves_one_row_in_doubt_and_all_others_wait(write: StoreThread) -> None:
    async def cut(chat_id: int) -> int:
        raise Unknown("conexión cortada")

    office = Office(cut)
    room = room_of(write, office, probe=out_of_reach)
    assert await deliver(room) == DeliverReport(ambiguous=1)
    assert await deliver(room) == DeliverReport()
    assert await write(outbox_counts) == {"ambiguous": 1, "ready": CHATS - 1}


async def test_when_the_server_is_back_the_round_goes_on_by_itself(write: StoreThread) -> None:
    is_up = False

    async def answer(chat_id: int) -> int:
        if not is_up:
            raise Unknown("conexión cortada")
        return chat_id

    async def probe() -> None:
        if not is_up:
            raise NotSent("no se llega")

    room = room_of(write, Office(answer), probe=probe)
    assert await deliver(room) == DeliverReport(ambiguous=1)
    is_up = True
    assert await deliver(room) == DeliverReport(sent=CHATS - 1)


async def test_a_server_that_is_well_and_takes_no_message_is_left_alone_for_longer_and_longer(
    write: StoreThread,
) -> None:
    async def fail(chat_id: int) -> int:
        raise Unknown("Internal Server Error")

    room = room_of(write, Office(fail))
    assert await deliver(room) == DeliverReport(ambiguous=3)
    assert await write(pauses, 1, now=NOON) == (Hold(NOON + timedelta(seconds=2)),)
    later = room_of(write, Office(fail), line=room.line, now=lambda: NOON + timedelta(seconds=3))
    assert await deliver(later) == DeliverReport(ambiguous=1)
    (hold,) = await write(pauses, 1, now=later.now())
    assert hold.until - later.now() == timedelta(seconds=4)


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1)])
async def test_a_clock_that_jumps_in_the_middle_of_a_round_loses_nothing_and_doubles_nothing(
    write: StoreThread, jump: timedelta
) -> None:
    at = [NOON]

    async def jump_then_pause(chat_id: int) -> int:
        if chat_id == 5:
            at[0] += jump
        if chat_id in (3, 8) and chat_id not in paused:
            paused.add(chat_id)
            raise RetryLater("despacio", seconds=4)
        return chat_id

    paused: set[int] = set()
    office = Office(jump_then_pause)
    room = room_of(write, office, now=lambda: at[0])
    await deliver(room)
    at[0] += timedelta(seconds=5)
    await deliver(room)
    at[0] += timedelta(seconds=5)
    await deliver(room)
    assert sorted(office.sent) == list(range(1, CHATS + 1))
    assert await write(outbox_counts) == {"sent": CHATS}


async def test_what_is_refused_is_told_to_administrators_once(write: StoreThread) -> None:
    told: list[tuple[int, str]] = []

    async def alarm(development: Development, error: Rejected) -> None:
        told.append((development.id, str(error)))

    async def refuse(chat_id: int) -> int:
        raise Rejected("can't parse entities")

    assert await deliver(room_of(write, Office(refuse), alarm=alarm)) == DeliverReport(failed=CHATS)
    assert told == [(1, "can't parse entities")]


@dataclass
class Doorman:
    """Turns that are not there at once, or too far away for a chat."""

    far: dict[int, RetryLater] = field(default_factory=dict)
    held: list[tuple[float, int | None]] = field(default_factory=list)
    waited: int = 0

    def take_now(self, chat_id: int) -> bool:
        return False

    async def take(self, chat_id: int) -> None:
        self.waited += 1
        if chat_id in self.far:
            raise self.far.pop(chat_id)

    def hold(self, seconds: float, *, chat_id: int | None = None) -> None:
        self.held.append((seconds, chat_id))


async def test_nothing_is_marked_while_a_turn_is_waited_for(write: StoreThread) -> None:
    states = []

    class Slow(Doorman):
        async def take(self, chat_id: int) -> None:
            states.append(await write(outbox_counts))

    await deliver(room_of(write, Office(at_once), turn=Slow()))
    assert len(states) == CHATS
    assert not any("sending" in each for each in states)


async def test_a_turn_that_is_far_away_is_a_pause_of_that_chat(write: StoreThread) -> None:
    office = Office(at_once)
    turn = Doorman({7: RetryLater("lleno", seconds=50)})
    assert await deliver(room_of(write, office, turn=turn)) == DeliverReport(sent=CHATS - 1)
    assert 7 not in office.sent
    assert await write(pauses, 1, now=NOON) == (Hold(NOON + timedelta(seconds=50), 7),)


async def test_pauses_of_an_earlier_run_hold_answers_too(write: StoreThread) -> None:
    await write(pause, 1, Hold(NOON + timedelta(seconds=40), 7), now=NOON)
    await write(pause, 1, Hold(NOON + timedelta(seconds=20)), now=NOON)
    turn = Doorman()
    await recover(room_of(write, Office(at_once), turn=turn))
    assert sorted(turn.held, key=str) == [(20.0, None), (40.0, 7)]


async def test_a_refusal_that_may_be_for_all_pauses_the_chat_and_the_bot(write: StoreThread) -> None:
    async def refuse(chat_id: int) -> int:
        raise RetryLater("despacio", seconds=43_837, all_seconds=8)

    assert await deliver(room_of(write, Office(refuse))) == DeliverReport(postponed=1)
    held = {hold.chat_id: hold.until - NOON for hold in await write(pauses, 1, now=NOON)}
    assert held == {1: timedelta(seconds=43_837), None: timedelta(seconds=8)}


async def test_a_crash_in_one_message_stops_the_round_and_leaves_that_message_in_doubt(write: StoreThread) -> None:
    async def crash(chat_id: int) -> int:
        raise KeyError(chat_id)

    with pytest.raises(KeyError):
        await deliver(room_of(write, Office(crash)))
    assert await write(outbox_counts) == {"ambiguous": 1, "ready": CHATS - 1}


async def test_a_round_that_is_cancelled_leaves_nothing_marked(write: StoreThread) -> None:
    office = Office(hang)
    round_ = asyncio.create_task(deliver(room_of(write, office)))
    await office.until(lambda: office.on_their_way == 1)
    round_.cancel()
    with pytest.raises(asyncio.CancelledError):
        await round_
    assert await write(outbox_counts) == {"ambiguous": 1, "ready": CHATS - 1}


class FullDisk(StoreThread):
    """A store that cannot write while `is_full`."""

    is_full = False

    async def __call__(self, operation, *arguments, **options):  # type: ignore[no-untyped-def]
        if self.is_full and operation.__name__ in ("begin", "settle", "reserve"):
            raise StoreError("el disco está lleno")
        return await super().__call__(operation, *arguments, **options)


async def test_what_was_sent_while_the_disk_was_full_is_written_down_once_there_is_room(
    write: StoreThread, tmp_path: Path
) -> None:
    """Nothing is sent that could not be marked, and nothing that was sent is forgotten."""
    full = FullDisk(tmp_path / "tregua.db")

    async def fill(chat_id: int) -> int:
        full.is_full = True
        return chat_id

    office = Office(fill)
    room = room_of(full, office)
    with pytest.raises(StoreError):
        await deliver(room)
    with pytest.raises(StoreError):
        await deliver(room)
    assert (office.sent, await write(outbox_counts)) == ([1], {"sending": 1, "ready": CHATS - 1})
    full.is_full = False
    office.answer = at_once
    assert await deliver(room) == DeliverReport(sent=CHATS - 1)
    assert await write(outbox_counts) == {"sent": CHATS}
    full.close()


class Ticks:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def answered_after(pace: Pace, ticks: Ticks, seconds: float, times: int) -> None:
    for _ in range(times):
        with pace.call() as call:
            ticks.now += seconds
            call.is_answered = True


@pytest.mark.parametrize(
    ("rate", "latency", "senders"),
    [(30, 0.001, 1), (30, 0.1, 4), (30, 0.5, 18), (1000, 0.02, 24), (30, 1.0, 36), (1000, 5, 48)],
)
def test_as_many_senders_as_the_latency_asks_for_at_the_pace(rate: float, latency: float, senders: int) -> None:
    ticks = Ticks()
    pace = Pace(rate, clock=ticks)
    answered_after(pace, ticks, latency, 300)
    assert abs(pace.width - senders) <= max(1, senders // 10)
    assert pace.width <= MOST_SENDERS


def test_never_more_senders_than_the_operator_allows() -> None:
    assert Pace(0, most=1).width == 1
    assert (Pace(0).width, Pace(0).senders) == (1, AHEAD + 1)


def test_a_server_that_is_slow_gets_its_senders_within_a_second_or_two() -> None:
    ticks = Ticks()
    pace = Pace(30, clock=ticks)
    answered_after(pace, ticks, 0.1, 18)
    assert pace.width >= 3


def test_a_few_slow_answers_change_nothing() -> None:
    ticks = Ticks()
    pace = Pace(30, clock=ticks)
    for _ in range(50):
        answered_after(pace, ticks, 0.01, 9)
        answered_after(pace, ticks, 8.0, 1)
    assert pace.width == 1


def test_a_call_is_doubted_only_when_nobody_was_answered_since() -> None:
    ticks = Ticks()
    pace = Pace(30, clock=ticks)
    with pace.call():
        ticks.now += 1
        answered_after(pace, ticks, FIRST_GUESS, 1)
    assert pace.doubts == 0
    with pace.call():
        ticks.now += 1
    assert pace.doubts == 1
    answered_after(pace, ticks, FIRST_GUESS, 1)
    assert pace.doubts == 0


def test_two_calls_that_nobody_answers_let_no_third_begin() -> None:
    ticks = Ticks()
    pace = Pace(30, clock=ticks)
    with pace.call():
        assert not pace.wants_another(1)
        ticks.now += pace.patience
        assert pace.wants_another(1)
        with pace.call():
            ticks.now += 100
            assert not pace.wants_another(2)
            answered_after(pace, ticks, FIRST_GUESS, 1)
            assert pace.wants_another(2)


async def test_edits_go_through_the_same_turns_after_all_alerts(write: StoreThread) -> None:
    office, turn = Office(at_once), Doorman()
    room = room_of(write, office, turn=turn)
    await deliver(room)
    await write(something_happens, "2", answers_id=1)
    assert await deliver(room) == DeliverReport(sent=CHATS, edited=CHATS)
    assert turn.waited == 3 * CHATS
    assert office.edited == CHATS


async def test_an_alert_that_comes_while_sent_ones_are_edited_goes_first(write: StoreThread) -> None:
    order: list[str] = []
    happened = False

    class Watched(Office):
        async def send(self, *args: object, **options: object) -> int:  # type: ignore[override]
            order.append("alert")
            return 1

        async def edit(self, *args: object) -> None:  # type: ignore[override]
            nonlocal happened
            order.append("edit")
            if not happened:
                happened = True
                await write(something_happens, "3")

    office = Watched(at_once)
    room = room_of(write, office)
    await deliver(room)
    await write(something_happens, "2", answers_id=1, is_alert=False)
    order.clear()
    await deliver(room)
    assert order == ["edit", *["alert"] * CHATS, *["edit"] * (CHATS - 1)]
