"""The words in which two texts differ."""

from bot.library.differing import around, stretches

OLD = "The overview covers four cases from three regions, each on two pages."
NEW = "The overview covers five cases from three regions, each on two pages."


def test_stretches_are_what_differs_with_two_words_around() -> None:
    assert stretches(OLD, NEW, 90) == (
        "… overview covers four cases from …", "… overview covers five cases from …",
    )  # fmt: skip


def test_words_that_were_put_in_stand_between_their_neighbours() -> None:
    assert stretches("Norway writes it.", "Norway and UNDP write it.", 90) == (
        "Norway writes it.", "Norway and UNDP write it.",
    )  # fmt: skip
    assert stretches("a b c d", "a b x c d", 90) == ("a b c d", "a b x c d")


def test_of_several_places_the_one_that_differs_most_is_shown() -> None:
    old = "One, and two was made by foreign troops from outside. In each a choice."
    new = "One, two was made by foreign troops from outside, a third without. In each a choice."
    assert stretches(old, new, 90) == (
        "… troops from outside. In each …",
        "… troops from outside, a third without. In each …",
    )


def test_long_stretches_are_cut_between_words() -> None:
    old, new = stretches("start " + "old " * 50, "start " + "new " * 50, 30)
    assert (old, new) == ("start old old old old old …", "start new new new new new …")
    assert max(len(old), len(new)) <= 30


def test_equal_texts_are_shown_as_they_begin() -> None:
    assert stretches("a  b\nc", "a b c", 90) == ("a b c", "a b c")


def test_around_grows_on_both_sides_as_far_as_there_is_room() -> None:
    assert around(NEW, "five", 40) == "… overview covers five cases from …"
    assert around(NEW, "five", 400) == NEW
    assert around("It costs 1,5 million, or 3 %.", "3 %", 24) == "… 1,5 million, or 3 %."


def test_around_what_is_not_there_is_the_beginning() -> None:
    assert around("one two three four", "five", 14) == "one two …"
    assert around("", "five", 14) == ""
