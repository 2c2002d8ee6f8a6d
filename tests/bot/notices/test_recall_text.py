"""A paper says otherwise than its reader was told: old words beside new, the difference bold."""

from dataclasses import replace

import pytest

from bot.notices.recall_text import recall
from bot.wording import Words, load_wording
from services.recall_letter import RecallLetter, RecallLine
from tests.two_days import at

ENGLISH, FRENCH = load_wording(("en", "fr")).languages
LINE = RecallLine(
    at(10, "18:00"), "It covers four cases.", "It covers five cases & more.", "¶ 12, p. 4"
)
LETTER = RecallLetter(7, 3, "Country cases", 2, True, (LINE,), at(11, "09:00"), 40)
TWO = replace(LETTER, lines=(LINE, replace(LINE, new="", place="")))
AGAIN = replace(LETTER, number=1, is_newer=False)


def told(letter: RecallLetter, **line: object) -> RecallLetter:
    return replace(letter, lines=(replace(LINE, **line),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "letter", "text"),
    [
        (ENGLISH, LETTER,
         "Yesterday I told you from <i>Country cases</i>: “It covers four cases”. A new version "
         "says: “It covers <b>five</b> cases <b>&amp; more</b>” (v2, ¶ 12, p. 4)."),
        (ENGLISH, told(LETTER, new="", place=""),
         "Yesterday I told you from <i>Country cases</i>: “It covers four cases”. A new version "
         "(v2) no longer says so."),
        (ENGLISH, AGAIN,
         "Yesterday I told you from <i>Country cases</i>: “It covers four cases”. Version 1 holds "
         "again, and says: “It covers <b>five</b> cases <b>&amp; more</b>” (v1, ¶ 12, p. 4)."),
        (ENGLISH, told(AGAIN, new="", place=""),
         "Yesterday I told you from <i>Country cases</i>: “It covers four cases”. Version 1 holds "
         "again, and doesn’t say so."),
        (ENGLISH, told(LETTER, old="", new="It is long."),
         "Yesterday I answered you from <i>Country cases</i>. There it says more now: “It is "
         "long” (v2, ¶ 12, p. 4)."),
        (ENGLISH, TWO,
         "<i>Country cases</i> has a new version (v2). Of what I told you from it, 2 things are "
         "different:\n"
         "• “It covers four cases” → “It covers <b>five</b> cases <b>&amp; more</b>” (v2, ¶ 12, "
         "p. 4)\n"
         "• “It covers four cases” is no longer in it"),
        (FRENCH, LETTER,
         "Hier, je vous ai dit d’après <i>Country cases</i>\u202f: «\u202fIt covers four cases"
         "\u202f». Une nouvelle version dit\u202f: «\u202fIt covers <b>five</b> cases <b>&amp; "
         "more</b>\u202f» (v2, ¶ 12, p. 4)."),
        (FRENCH, told(AGAIN, new="", place=""),
         "Hier, je vous ai dit d’après <i>Country cases</i>\u202f: «\u202fIt covers four cases"
         "\u202f». La version 1 vaut de nouveau, et ne le dit pas."),
    ],
)  # fmt: skip
def test_old_words_stand_beside_the_new_ones(words: Words, letter: RecallLetter, text: str) -> None:
    assert recall(words, letter)[0] == text


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        (14, "Today I told", "Aujourd’hui, je vous ai dit"),
        (13, "Yesterday I told", "Hier, je vous ai dit"),
        (10, "On Sunday I told", "Dimanche, je vous ai dit"),
        (4, "On Monday 4 February I told", "Lundi 4 février, je vous ai dit"),
    ],
)
def test_day_is_named_as_people_do(day: int, english: str, french: str) -> None:
    letter = replace(told(LETTER, told_at=at(day, "18:00")), at=at(14, "09:00"))
    texts = [recall(words, letter)[0] for words in (ENGLISH, FRENCH)]
    assert [texts[0].startswith(english), texts[1].startswith(french)] == [True, True]


def test_long_sentence_is_cut_around_what_differs() -> None:
    before, after = (
        " ".join([*map(str, range(100)), what, *map(str, range(60))]) for what in ("four", "five")
    )
    text = recall(ENGLISH, told(LETTER, old=before, new=after))[0]
    old, new = text.split("A new version says:")
    assert [side.count("…") for side in (old, new)] == [2, 2]
    assert ("98 99 four 0 1" in old, "98 99 <b>five</b> 0 1" in new) == (True, True)
    assert len(text) < 600


def test_many_changes_are_listed_and_counted() -> None:
    text = recall(ENGLISH, replace(LETTER, lines=(LINE,) * 8))[0]
    assert (text.count("• "), text.splitlines()[-1]) == (5, "… and 3 more.")


def test_button_leads_to_what_changed_in_the_paper() -> None:
    (row,) = recall(ENGLISH, LETTER)[1].inline_keyboard
    assert [(each.text, each.callback_data) for each in row] == [("What changed", "changes:3")]
