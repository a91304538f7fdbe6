"""deliver: what each outcome of a send makes of the row, the chat and the bot."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from jobs.deliver import DeliverReport, DeliverRoom, deliver, recover
from jobs.gate import Flight
from jobs.outcome import back_off
from jobs.store_thread import StoreThread
from talks.errors import ChatGone, ChatMoved, DeliveryError, NotSent, Rejected, RetryLater, Unknown
from talks.store.chats import count_subscribers
from talks.store.connection import Store
from talks.store.developments import record_verdict
from talks.store.outbox import outbox_counts
from talks.types import Chat, Development, Verdict
from tests.steps import (
    BOOT,
    NOON,
    an_article_is_stored,
    it_is_read,
    next_delivery,
    somebody_subscribes,
    something_happens,
)


@dataclass
class Post:
    """A post office for tests: it keeps what was sent and fails as ordered, first come first served."""

    failures: list[DeliveryError] = field(default_factory=list)
    sent: list[tuple[int, int]] = field(default_factory=list)
    missed: list[tuple[int, ...]] = field(default_factory=list)
    answered: list[int | None] = field(default_factory=list)
    edited: list[tuple[int, int, int]] = field(default_factory=list)

    async def __call__(
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
        if self.failures:
            raise self.failures.pop(0)
        self.sent.append((chat.id, told.id))
        self.missed.append(tuple(each.id for each in missed))
        self.answered.append(answers)
        return len(self.sent)

    async def edit(self, chat: Chat, told: Development, message_id: int) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.edited.append((chat.id, message_id, len(told.sources)))


@dataclass
class Clock:
    at: datetime = NOON

    def __call__(self) -> datetime:
        return self.at


@pytest_asyncio.fixture
async def write(tmp_path: Path) -> AsyncIterator[StoreThread]:
    thread = StoreThread(tmp_path / "tregua.db")
    yield thread
    thread.close()


def room_of(write: StoreThread, post: Post, clock: Callable[[], datetime] = Clock()) -> DeliverRoom:  # noqa: B008
    return DeliverRoom(write=write, send=post, edit=post.edit, bot_id=1, now=clock, boot=BOOT)


async def test_each_chat_gets_each_development_once(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    await write(somebody_subscribes, 2)
    told = await write(something_happens)
    post = Post()
    assert await deliver(room_of(write, post)) == DeliverReport(sent=2)
    assert await deliver(room_of(write, post)) == DeliverReport()
    assert sorted(post.sent) == [(1, told), (2, told)]


async def test_a_blocked_chat_is_unsubscribed_and_the_others_are_served(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    await write(somebody_subscribes, 2)
    await write(something_happens)
    post = Post([ChatGone("bloqueado")])
    assert await deliver(room_of(write, post)) == DeliverReport(sent=1, failed=1)
    assert await write(count_subscribers) == 1


async def test_a_chat_that_is_not_found_is_given_up_after_three_strikes(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    for n in range(3):
        await write(something_happens, str(n))
    post = Post([ChatGone("no se encuentra", is_certain=False) for _ in range(3)])
    assert await deliver(room_of(write, post)) == DeliverReport(failed=3)
    assert await write(count_subscribers) == 0


async def test_what_never_left_is_tried_again_with_growing_waits(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    await write(something_happens)
    clock, post = Clock(), Post([NotSent("sin red"), NotSent("sin red")])
    assert await deliver(room_of(write, post, clock)) == DeliverReport(postponed=1)
    clock.at += timedelta(seconds=2)
    assert await deliver(room_of(write, post, clock)) == DeliverReport(postponed=1)
    clock.at += timedelta(seconds=2)
    assert await deliver(room_of(write, post, clock)) == DeliverReport()
    clock.at += timedelta(seconds=2)
    assert await deliver(room_of(write, post, clock)) == DeliverReport(sent=1)


async def test_a_pause_of_one_chat_is_obeyed_and_no_other_chat_waits(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    await write(somebody_subscribes, 2)
    await write(something_happens)
    clock, post = Clock(), Post([RetryLater("despacio", seconds=43_837)])
    assert await deliver(room_of(write, post, clock)) == DeliverReport(sent=1, postponed=1)
    clock.at += timedelta(seconds=43_836)
    assert await deliver(room_of(write, post, clock)) == DeliverReport()
    clock.at += timedelta(seconds=1)
    assert await deliver(room_of(write, post, clock)) == DeliverReport(sent=1)


async def test_a_pause_of_the_whole_bot_holds_all(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    await write(somebody_subscribes, 2)
    await write(something_happens)
    post = Post([RetryLater("despacio", seconds=30, is_for_all=True)])
    assert await deliver(room_of(write, post)) == DeliverReport(postponed=1)
    assert post.sent == []


async def test_a_group_that_became_a_supergroup_gets_its_alert_there(write: StoreThread) -> None:
    await write(somebody_subscribes, -5, kind="group")
    told = await write(something_happens)
    post = Post([ChatMoved("ahora es un supergrupo", new_id=-1005)])
    assert await deliver(room_of(write, post)) == DeliverReport(sent=1, postponed=1)
    assert post.sent == [(-1005, told)]


async def test_a_refused_message_is_a_dead_letter_and_the_chat_stays(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    await write(something_happens)
    assert await deliver(room_of(write, Post([Rejected("texto")]))) == DeliverReport(failed=1)
    assert await write(count_subscribers) == 1


async def test_what_may_have_arrived_is_never_repeated_and_the_next_message_says_so(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    doubtful = await write(something_happens, "1")
    post = Post([Unknown("sin respuesta")])
    assert await deliver(room_of(write, post)) == DeliverReport(ambiguous=1)
    told = await write(something_happens, "2")
    await deliver(room_of(write, post))
    assert (post.sent, post.missed) == ([(1, told)], [(doubtful,)])


async def test_a_crash_between_mark_and_answer_leaves_a_doubt_and_no_second_message(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    await write(something_happens)
    await write(next_delivery)
    post = Post()
    assert await recover(room_of(write, post)) == 1
    assert await deliver(room_of(write, post)) == DeliverReport()
    assert await write(outbox_counts) == {"ambiguous": 1}


async def test_a_stop_ends_the_round_between_two_messages(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    await write(somebody_subscribes, 2)
    await write(something_happens)
    post = Post()
    await deliver(room_of(write, post), should_stop=lambda: len(post.sent) == 1)
    assert await write(outbox_counts) == {"sent": 1, "ready": 1}


async def test_an_error_that_nobody_knows_rises(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    await write(something_happens)
    with pytest.raises(DeliveryError, match="token"):
        await deliver(room_of(write, Post([DeliveryError("token no válido")])))


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 2), (2, 4), (5, 32), (60, 600)])
def test_waits_double_up_to_ten_minutes(attempts: int, seconds: int) -> None:
    assert back_off(attempts).total_seconds() == seconds


def another_outlet_tells_it(store: Store, development_id: int, *, outlet: str = "Gaceta", wire: str = "") -> None:
    article = an_article_is_stored(store, f"again {outlet}", outlet=outlet)
    it_is_read(store, article)
    verdict = Verdict(article.id, "s1", "repeat", "Ya se contó.", corroborates=(development_id,), wire=wire or outlet)
    record_verdict(store, verdict, now=NOON, is_alert=False)


async def test_a_second_independent_source_brings_the_sent_alert_up_to_date_without_another_message(
    write: StoreThread,
) -> None:
    await write(somebody_subscribes, 1)
    told = await write(something_happens)
    post = Post()
    await deliver(room_of(write, post))
    await write(another_outlet_tells_it, told)
    assert await deliver(room_of(write, post)) == DeliverReport(edited=1)
    assert post.edited == [(1, 1, 2)]
    assert await deliver(room_of(write, post)) == DeliverReport()


async def test_a_copy_of_the_same_wire_is_no_second_source(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    told = await write(something_happens)
    post = Post()
    await deliver(room_of(write, post))
    await write(another_outlet_tells_it, told, outlet="Gaceta", wire="EFE")
    await write(another_outlet_tells_it, told, outlet="Tribuna", wire="EFE")
    await deliver(room_of(write, post))
    assert post.edited == [(1, 1, 2)]


async def test_an_update_answers_the_message_that_told_it_and_marks_that_one(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    told = await write(something_happens)
    post = Post()
    await deliver(room_of(write, post))
    await write(something_happens, "2", answers_id=told, status="cancelled")
    assert await deliver(room_of(write, post)) == DeliverReport(sent=1, edited=1)
    assert post.answered == [None, 1]
    assert post.edited == [(1, 1, 1)]


async def test_an_edit_that_was_interrupted_is_made_again(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    told = await write(something_happens)
    post, clock = Post(), Clock()
    room = room_of(write, post, clock)
    await deliver(room)
    await write(another_outlet_tells_it, told)
    post.failures = [Unknown("sin respuesta")]
    assert await deliver(room) == DeliverReport()
    clock.at += timedelta(minutes=2)
    assert await deliver(room) == DeliverReport(edited=1)


async def test_a_pause_holds_edits_too(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    told = await write(something_happens)
    post, clock = Post(), Clock()
    room = room_of(write, post, clock)
    await deliver(room)
    await write(another_outlet_tells_it, told)
    post.failures = [RetryLater("espera", seconds=30)]
    assert await deliver(room) == DeliverReport()
    assert await deliver(room) == DeliverReport()
    clock.at += timedelta(seconds=31)
    assert await deliver(room) == DeliverReport(edited=1)


async def test_a_message_that_cannot_be_edited_is_left_alone(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    told = await write(something_happens)
    post = Post()
    await deliver(room_of(write, post))
    await write(another_outlet_tells_it, told)
    post.failures = [Rejected("message to edit not found")]
    assert await deliver(room_of(write, post)) == DeliverReport(edited=1)
    assert await deliver(room_of(write, post)) == DeliverReport()


async def test_after_two_days_an_alert_is_no_longer_edited(write: StoreThread) -> None:
    await write(somebody_subscribes, 1)
    told = await write(something_happens)
    post, clock = Post(), Clock()
    await deliver(room_of(write, post, clock))
    await write(another_outlet_tells_it, told)
    clock.at += timedelta(hours=49)
    assert await deliver(room_of(write, post, clock)) == DeliverReport()
