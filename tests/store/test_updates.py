"""An update is stored once, stays until it is finished, and leaves no text behind."""

from datetime import datetime, timedelta

from sqlalchemy import Engine, select

from store.questions import Questions
from store.tables import questions, updates
from store.updates import UnfinishedUpdate, Updates


def test_update_is_received_once(engine: Engine, noon: datetime) -> None:
    rows = Updates(engine)
    received = [rows.receive(5, 7, '{"n": 1}', noon), rows.receive(5, 7, '{"n": 2}', noon)]
    assert (received, rows.unfinished()) == ([True, False], (UnfinishedUpdate(5, '{"n": 1}'),))


def test_unfinished_updates_come_in_telegrams_order(engine: Engine, noon: datetime) -> None:
    rows = Updates(engine)
    for number, minutes in ((12, 0), (9, 1), (10, 2)):
        rows.receive(number, None, "{}", noon + timedelta(minutes=minutes))
    rows.finish(10, noon)
    assert [row.update_id for row in rows.unfinished()] == [9, 12]


def test_finished_update_is_known_but_its_text_is_gone(engine: Engine, noon: datetime) -> None:
    rows = Updates(engine)
    rows.receive(5, 7, "my question", noon)
    rows.finish(5, noon + timedelta(seconds=1))
    rows.finish(5, noon + timedelta(hours=1))
    with engine.connect() as connection:
        kept = [tuple(row) for row in connection.execute(select(updates))]
    assert kept == [(5, 7, None, "done", noon, noon + timedelta(seconds=1))]
    assert (rows.receive(5, 7, "again", noon), rows.unfinished()) == (False, ())


def test_prune_forgets_what_was_finished_long_ago(engine: Engine, noon: datetime) -> None:
    rows = Updates(engine)
    day = timedelta(days=1)
    for number in (1, 2, 3):
        rows.receive(number, None, "{}", noon)
    rows.finish(1, noon)
    rows.finish(2, noon + day)
    assert rows.prune(noon + day) == 1
    assert [rows.receive(n, None, "{}", noon) for n in (1, 2, 3)] == [True, False, False]


def test_question_of_a_forgotten_update_does_not_pass_for_a_new_one(
    engine: Engine, noon: datetime, chat: int
) -> None:
    rows, asked = Updates(engine), Questions(engine)
    for number in (5, 6):
        rows.receive(number, chat, "{}", noon)
        asked.ask(number, chat, "an old one", noon)
    rows.finish(5, noon)
    rows.prune(noon + timedelta(days=8))
    with engine.connect() as connection:
        query = select(questions.c.update_id).order_by(questions.c.id)
        numbers = connection.execute(query).scalars().all()
    assert numbers == [None, 6]
    assert asked.ask(5, chat, "a new one", noon).text == "a new one"
