"""Who may read a paper: in words, and the buttons that choose it."""

import pytest

from bot.library import reader_keyboards
from bot.library.reader_text import readers
from meeting.paper_audience import FOR_ALL, AudienceKind, PaperAudience
from meeting.people import Community
from tests.bot.drafts import ENGLISH, FRENCH
from tests.bot.library.test_paper_keyboards import rows
from tests.two_days import AGENDA

SESSIONS = tuple(each for each in AGENDA.sessions if not each.is_break)
PEACE = next(each for each in SESSIONS if each.session_id == "peace")
FOR_PEACE = PaperAudience(AudienceKind.SESSION, "peace")
FOR_DEFENCE = PaperAudience(AudienceKind.COMMUNITY, Community.DEFENCE)


def test_readers_in_words() -> None:
    titles = {"peace": "Peace processes"}
    kinds = (FOR_ALL, PaperAudience(AudienceKind.ORGANISERS), FOR_DEFENCE, FOR_PEACE)
    assert [readers(ENGLISH, each, titles) for each in kinds] == [
        "For everyone",
        "For organisers only",
        "For the defence and security community",
        "For the people of “Peace processes”",
    ]
    assert readers(FRENCH, FOR_PEACE, {}) == "Pour une séance qui n’existe plus"


def test_choice_marks_what_is_chosen() -> None:
    found = rows(reader_keyboards.readers(ENGLISH, 3, 12, FOR_DEFENCE))
    assert [[label for label, _ in row] for row in found] == [
        ["Everyone", "Organisers only"],
        ["Diplomacy"],
        ["Development"],
        ["✓ Defence and security"],
        ["A session’s people…"],
        ["◀ Back to it"],
    ]
    assert (found[0][1][1], found[4][0][1], found[5][0][1]) == (
        "lib:for:3:12:organisers:-", "lib:sessions:3:12:0", "lib:show:12",
    )  # fmt: skip
    assert rows(reader_keyboards.readers(ENGLISH, 3, 0, FOR_ALL))[-1] == [("◀ Back", "lib:one:3")]


def test_sessions_are_offered_on_pages() -> None:
    found = rows(reader_keyboards.sessions(ENGLISH, 3, 12, SESSIONS * 2, FOR_PEACE, 8))
    assert found[-2:] == [
        [("◀ Earlier", "lib:sessions:3:12:0")],
        [("◀ Back", "lib:whom:3:12")],
    ]
    first = rows(reader_keyboards.sessions(ENGLISH, 3, 12, (PEACE,), FOR_PEACE, 0))[0][0]
    assert first[0] == f"✓ {PEACE.title}"


@pytest.mark.parametrize("audience", [FOR_ALL, FOR_DEFENCE, FOR_PEACE])
def test_button_chooses_what_its_label_says(audience: PaperAudience) -> None:
    offered = rows(reader_keyboards.readers(ENGLISH, 3, 12, FOR_ALL))
    offered += rows(reader_keyboards.sessions(ENGLISH, 3, 12, SESSIONS, FOR_ALL, 0))
    datas = [str(data) for row in offered for _, data in row]
    found = [
        reader_keyboards.chosen(data.split(":")[4:], SESSIONS)
        for data in datas
        if data.startswith("lib:for:")
    ]
    assert found.count(audience) == 1
    assert all(len(data.encode()) <= 64 for data in datas)


def test_session_that_the_agenda_no_longer_has_is_not_chosen() -> None:
    assert reader_keyboards.chosen(["session", "abc"], SESSIONS) is None
