"""Numbers as digits and words, with what they count, in English and French."""

import pytest

from knowledge.numbers import mentions, names_number, outline


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It covers four cases.", ["four"]),
        ("Twenty-nine of the 38 said so.", ["Twenty-nine", "38"]),
        ("between 5 and 10 pages", ["between 5 and 10"]),
        ("5–10 pages, or 5 to 10", ["5–10", "5 to 10"]),
        ("on 11 and 12 February 2008", ["11 and 12 February 2008"]),
        ("le 11 février 2008 à 18 h 30", ["11 février 2008", "18 h 30"]),
        ("a cost of US$ 5 million or 3,5 %", ["US$ 5 million", "3,5 %"]),
        ("cinq millions d’euros", ["cinq millions d’euros"]),
        ("entre deux et quatre pour cent", ["entre deux et quatre pour cent"]),
        ("the G8 and UN agencies", ["8"]),
        ("1,250 people, 1\u202f250 personnes", ["1,250", "1\u202f250"]),
        ("nothing to count here", []),
    ],
)
def test_number_is_found_whole(text: str, shown: list[str]) -> None:
    assert [each.shown for each in mentions(text)] == shown
    assert all(text[each.start : each.end] == each.shown for each in mentions(text))
    assert names_number(text) or not shown


@pytest.mark.parametrize(
    "alike",
    [
        ("4", "four", "quatre"),
        ("29", "twenty-nine", "vingt-neuf", "Twenty nine"),
        ("71", "soixante et onze", "soixante-et-onze", "seventy-one"),
        ("97", "quatre-vingt-dix-sept"),
        ("80", "quatre-vingts", "eighty"),
        ("205", "two hundred and five", "deux cent cinq"),
        ("1984", "mille neuf cent quatre-vingt-quatre"),
        ("1250", "1,250", "1 250", "1\u202f250"),
        ("12.5 %", "12,5 %", "12.5 per cent", "12,5 pour cent"),
        ("€5 million", "five million euros", "5 millions d’euros", "EUR 5,000,000"),
        ("11 February 2008", "February 11, 2008", "11 février 2008", "2008-02-11"),
        ("18:30", "18 h 30", "6:30 pm"),
        ("5–10", "5 to 10", "between five and ten", "entre 5 et 10"),
        ("third", "3rd", "troisième", "3e"),
    ],
)
def test_number_says_the_same_however_it_is_written(alike: tuple[str, ...]) -> None:
    found = [mentions(text) for text in alike]

    assert [len(each) for each in found] == [1] * len(alike)
    assert len({each[0].value for each in found}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5", "5 %"),
        ("$5", "€5"),
        ("5 million", "5 billion"),
        ("11 February", "12 February"),
        ("5–10", "5–12"),
        ("1.5", "15"),
        ("-5", "5"),
    ],
)
def test_number_of_another_worth_or_kind_is_another(one: str, other: str) -> None:
    assert mentions(one)[0].value != mentions(other)[0].value


def test_outline_is_the_words_that_name_no_number() -> None:
    assert (
        outline("Four cases, 12 February: 5 %") == outline("five cases 3 March 2008 : 7") == "cases"
    )
