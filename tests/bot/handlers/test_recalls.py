"""A paper changes, and whoever was told the old words reads the new ones: scene 9, from the answer
to the recall below it."""

from dataclasses import replace

from sqlalchemy import Connection

from knowledge.papers import Passage
from knowledge.versions import compare
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from store.papers import NewVersion
from store.recalls import put_recalls
from tests.bot.handlers.conftest import greeted
from tests.bot.quick import haste as haste
from tests.stage import NOON, PASSAGES, Stage
from tests.two_days import BO

HALL = replace(PASSAGES[1], text=PASSAGES[1].text.replace("80", "95"))


def publish_anew(stage: Stage, *passages: Passage) -> None:
    """A second version of the paper, and whoever asked is told."""
    papers, now = stage.library.papers, stage.services.clock.now()
    new = NewVersion("House note", "note.pdf", "application/pdf", b"2", "2", 2, passages, NOON)
    draft = papers.add_version(None, new, publish=False).version_id

    def tell(connection: Connection, before: int | None) -> None:
        assert before is not None
        old, text = (
            [source.passage for source in papers.passages_of([version], None)]
            for version in (before, draft)
        )
        put_recalls(connection, before, draft, compare(old, text), now)

    papers.publish(draft, now, tell)


async def answered(phone: Phone) -> ScreenMessage:
    await phone.say("Tell me about the hall")
    return await phone.next_message()


async def test_whoever_asked_reads_the_new_words_below_the_old_answer(
    stage: Stage, ada: Phone
) -> None:
    stage.publish()
    answer = await answered(ada)
    bo = await stage.person("Bo")
    stage.link(bo, BO.key)
    await greeted(bo)
    publish_anew(stage, PASSAGES[0], HALL, PASSAGES[2])
    recall = await ada.next_message()
    assert recall.text == (
        "Today I told you from House note: “The hall holds 80 people”. A new version says: “The "
        "hall holds 95 people” (v2, ¶ 1, p. 1)."
    )
    assert recall.marked("bold") == ["95"]
    assert (recall.labels, recall.reply_to) == (["What changed"], answer.message_id)
    assert [message.text for message in await bo.messages() if "95" in message.text] == []


async def test_what_changed_is_one_tap_away(stage: Stage, ada: Phone) -> None:
    stage.publish()
    await answered(ada)
    publish_anew(stage, PASSAGES[0], HALL, PASSAGES[2])
    await ada.press(await ada.next_message(), "What changed")
    shown = await ada.next_message()
    assert [number in shown.text for number in ("House note", "80", "95")] == [True] * 3


async def test_whoever_switched_it_off_reads_nothing(stage: Stage, ada: Phone) -> None:
    stage.publish()
    await answered(ada)
    await ada.say("/settings")
    await ada.press(await ada.next_message(), "✓ Tell me when answers change")
    await ada.next_edit()
    publish_anew(stage, PASSAGES[0], HALL, PASSAGES[2])
    assert stage.services.outbox.claim() is None
