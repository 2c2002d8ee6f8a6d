"""The language to speak with somebody, and how names are sorted."""

import pytest

from meeting.people import Participant, first_offered, in_order, spoken


@pytest.mark.parametrize(
    ("chosen", "telegram", "listed", "language"),
    [
        ("fr", "en", "en", "fr"),
        (None, "fr-CA", "en", "fr"),
        (None, "nb", "fr", "fr"),
        (None, "nb", None, "en"),
        ("de", None, None, "en"),
    ],
)
def test_choice_comes_before_telegram_and_the_list(
    chosen: str | None, telegram: str | None, listed: str | None, language: str
) -> None:
    person = Participant(1, "Anna", chosen, telegram, listed_language=listed)
    assert spoken(person, ("en", "fr")) == language


def test_tag_is_on_offer_whatever_its_case_and_region() -> None:
    assert first_offered((None, "", "FR-be"), ("en", "fr")) == "fr"


def test_names_are_sorted_without_regard_to_accents_and_case() -> None:
    names = ["Zoë", "Étienne", "ada", "Eva", "Åse", "Bo"]
    assert sorted(names, key=in_order) == ["ada", "Åse", "Bo", "Étienne", "Eva", "Zoë"]
