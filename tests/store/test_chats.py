"""A chat is met again and again; what the person chose stays."""

from datetime import datetime, timedelta

from sqlalchemy import Engine

from store.chats import ChatRow, Chats


def test_stranger_is_unknown(engine: Engine) -> None:
    assert Chats(engine).get(7) is None


def test_meeting_again_renews_what_telegram_says(engine: Engine, noon: datetime) -> None:
    chats = Chats(engine)
    later = noon + timedelta(hours=1)
    chats.meet(7, "Astrid", "nb", noon)
    again = chats.meet(7, "Astrid L.", "fr", later)
    assert again == chats.get(7) == ChatRow(7, "Astrid L.", "fr", None, noon, later)


def test_chosen_language_outlives_the_next_visit(engine: Engine, noon: datetime) -> None:
    chats = Chats(engine)
    chats.meet(7, "Astrid", "nb", noon)
    chats.choose_language(7, "fr")
    chosen = chats.meet(7, "Astrid", "nb", noon).language
    chats.choose_language(7, None)
    assert (chosen, chats.meet(7, "Astrid", "nb", noon).language) == ("fr", None)


def test_chat_ids_may_have_52_bits(engine: Engine, noon: datetime) -> None:
    assert Chats(engine).meet(2**52 - 1, "Astrid", None, noon).chat_id == 2**52 - 1


def test_chosen_minutes_are_kept_and_none_are_chosen_at_first(
    engine: Engine, noon: datetime
) -> None:
    chats = Chats(engine)
    chats.meet(7, "Astrid", "nb", noon)
    before = chats.reminder(7), chats.reminder(8)
    chats.choose_reminder(7, 0)
    chats.meet(7, "Astrid", "nb", noon)
    assert (before, chats.reminder(7)) == ((None, None), 0)


def test_recalls_are_wanted_until_somebody_says_no(engine: Engine, chat: int) -> None:
    chats = Chats(engine)
    wanted = [chats.wants_recall(chat)]
    for choice in (False, True):
        chats.choose_recall(chat, choice)
        wanted.append(chats.wants_recall(chat))
    assert (wanted, chats.wants_recall(999)) == ([True, False, True], True)
