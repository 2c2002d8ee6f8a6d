"""One change of a paper, in one line."""

from dataclasses import replace

from bot.library.change_lines import change_line, example, place, what
from tests.bot.drafts import ENGLISH, FRENCH
from tests.bot.library.papers import (
    FIVE,
    NUMBER,
    WORDS,
    added,
    changed,
    passage,
    removed,
)


def test_number_that_changed_stands_with_the_words_around_it() -> None:
    assert change_line(ENGLISH, NUMBER) == f"• ¶ 12, p. 5: four → <b>five</b> (“{FIVE}”)"
    assert change_line(FRENCH, NUMBER) == (
        f"• ¶ 12, p. 5\u202f: four → <b>five</b> («\u202f{FIVE}\u202f»)"
    )


def test_words_that_changed_stand_beside_the_old_ones() -> None:
    assert change_line(ENGLISH, WORDS) == (
        "• ¶ 3, p. 5: “Norway writes it.” → “Norway and UNDP write it.”"
    )


def test_new_and_gone_passages_say_so_unless_a_heading_does() -> None:
    assert change_line(ENGLISH, added("A <new> one.")) == (
        "• <b>New</b>, ¶ 14, p. 5: “A &lt;new&gt; one.”"
    )
    assert change_line(ENGLISH, removed("An old one.")) == (
        "• <b>Gone</b>, ¶ 9, p. 5: “An old one.”"
    )
    assert example(ENGLISH, removed("An old one.")) == "• ¶ 9, p. 5: “An old one.”"


def test_many_numbers_of_one_passage_are_not_all_told() -> None:
    numbers = [(str(n), str(n + 1)) for n in range(1, 6)]
    change = changed("1 2 3 4 5", "2 3 4 5 6", *numbers)
    assert what(ENGLISH, change) == ("1 → <b>2</b>, 2 → <b>3</b>, 3 → <b>4</b> (“2 3 4 5 6”)")


def test_number_that_came_from_another_passage_is_told_of_a_new_one_too() -> None:
    change = replace(added("It costs 5 million."), numbers=(("4", "5"),))
    assert what(ENGLISH, change) == "4 → <b>5</b> (“It costs 5 million.”)"


def test_long_passages_are_cut_to_a_line() -> None:
    said = what(ENGLISH, added("word\n" * 200))
    assert (len(said) <= 242, said[-8:]) == (True, "d word…”")


def test_place_is_what_the_paper_itself_calls_it() -> None:
    said = [
        place(ENGLISH, each)
        for each in (
            passage("x"),
            replace(passage("x"), page_label="iv"),
            passage("x", 7, None),
            passage("x", None, 1),
        )
    ]
    assert said == ["¶ 12, p. 5", "¶ 12, p. iv", "¶ 7", "front page"]
