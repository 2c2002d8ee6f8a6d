"""Words as search sees them."""

from concurrent.futures import ThreadPoolExecutor

from knowledge.words import content_words, names, numbers, stems, words


def test_words_are_folded_and_lose_their_possessive() -> None:
    assert words("The Château’s ferries, 5–10") == ["the", "chateau", "ferries", "5", "10"]


def test_words_that_only_ask_carry_no_meaning() -> None:
    assert content_words("Could you please tell me who opens the pier?") == ["opens", "pier"]


def test_forms_of_a_word_share_a_stem() -> None:
    assert stems("opened opening opens") == ["open"] * 3


def test_names_are_capitals_inside_a_sentence_and_abbreviations() -> None:
    assert list(names("NATO asked. The Port Office in Bergen agreed.")) == [
        "NATO", "Port", "Office", "Bergen",
    ]  # fmt: skip


def test_numbers_are_digits_only() -> None:
    assert numbers("5–10 pages in 2008") == ["5", "10", "2008"]


def test_stemming_in_many_threads_gives_one_result() -> None:
    texts = [f"openings{number} opened ferries" for number in range(500)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(stems, texts)) == [stems(text) for text in texts]
