"""Blocks into passages: numbers, lists, footnotes, headings and the places where text is cut."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.papers import Passage
from knowledge.passages import passages
from knowledge.reading.blocks import Block, Kind
from knowledge.reading.splitting import LIST_LIMIT, PROSE_LIMIT, SHORTEST_PART

FERRY = "The ferry leaves the northern quay at eight and carries forty people."
SENTENCE_WORDS = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=9), min_size=4, max_size=25
)
SENTENCES = SENTENCE_WORDS.map(lambda words: f"{' '.join(words).capitalize()}.")


def paragraph(text: str, page: int | None = None) -> Block:
    return Block(text, Kind.PARAGRAPH, page)


def item(text: str, level: int = 0) -> Block:
    return Block(text, Kind.ITEM, level=level)


def heading(text: str, level: int) -> Block:
    return Block(text, Kind.HEADING, level=level)


def footnote(text: str) -> Block:
    return Block(text, Kind.FOOTNOTE)


def numbered(*blocks: Block) -> list[tuple[int | None, str]]:
    return [(passage.paragraph, passage.text) for passage in passages(blocks)]


def test_printed_numbers_count_and_leave_the_text() -> None:
    found = numbered(
        paragraph("Sent by the harbour office"),
        item(f"1. {FERRY}"),
        paragraph(f"2. {FERRY}"),
        item(f"3. {FERRY}"),
    )

    assert found == [(None, "Sent by the harbour office"), (1, FERRY), (2, FERRY), (3, FERRY)]


def test_item_without_number_takes_the_missing_one() -> None:
    found = numbered(*(item(f"{n}{FERRY}") for n in ("1. ", "2. ", "", "4. ")))

    assert [number for number, _ in found] == [1, 2, 3, 4]


def test_bullets_between_two_numbers_belong_to_the_first() -> None:
    found = numbered(
        item("1. The office will:"),
        item("mend the quay;"),
        item("count the boats."),
        item(f"2. {FERRY}"),
        item(f"3. {FERRY}"),
    )

    assert found[0] == (1, "The office will:\n- mend the quay;\n- count the boats.")
    assert [number for number, _ in found] == [1, 2, 3]


def test_numbered_list_inside_a_paragraph_does_not_disturb_the_count() -> None:
    found = numbered(
        paragraph(f"1. {FERRY}"),
        paragraph("2. Passengers do two things:"),
        paragraph("1. buy a ticket;"),
        paragraph("2. wait at the gate."),
        paragraph(f"3. {FERRY}"),
        paragraph(f"4. {FERRY}"),
    )

    assert [number for number, _ in found] == [1, 2, 3, 4]
    assert found[1][1].count("\n- ") == 2


def test_numbered_headings_are_no_paragraphs() -> None:
    blocks = [
        paragraph("1. Introduction"),
        paragraph(FERRY),
        paragraph("2. Timetable"),
        paragraph(FERRY),
        paragraph("3. Prices"),
        paragraph(FERRY),
    ]

    found = passages(blocks)

    assert [(p.paragraph, p.headings) for p in found] == [
        (1, ("1. Introduction",)),
        (2, ("2. Timetable",)),
        (3, ("3. Prices",)),
    ]


def test_year_at_the_start_of_a_line_is_no_number() -> None:
    assert numbered(paragraph(f"2008. {FERRY}"), paragraph(FERRY))[1] == (2, FERRY)


def test_unnumbered_paper_counts_its_paragraphs_from_1_and_a_list_with_its_lead_as_one() -> None:
    found = numbered(
        heading("Ferries", 1),
        paragraph(FERRY),
        paragraph("Bring along:"),
        item("a coat;"),
        item("a ticket."),
        heading("Prices", 1),
        item("child: free"),
        item("adult: ten"),
        paragraph(FERRY),
    )

    assert found == [
        (1, FERRY),
        (2, "Bring along:\n- a coat;\n- a ticket."),
        (3, "- child: free\n- adult: ten"),
        (4, FERRY),
    ]


def test_long_list_is_cut_between_items_and_repeats_its_lead() -> None:
    items = [item(f"{FERRY} Trip {n}.") for n in range(200)]

    found = passages([paragraph("These trips are planned:"), *items])

    assert {p.text.split("\n")[0] for p in found} == {"These trips are planned:"}
    assert {p.paragraph for p in found} == {1}
    assert max(len(p.text) for p in found) <= LIST_LIMIT
    assert [line for p in found for line in p.text.split("\n")[1:]] == [
        f"- {each.text}" for each in items
    ]


def test_footnote_between_two_halves_joins_them_and_follows_its_mark() -> None:
    found = numbered(
        paragraph("The ferry leaves from the quay¹ and"),
        Block("__", Kind.RULE),
        footnote("¹ The northern one."),
        paragraph("returns at noon."),
        paragraph(FERRY),
    )

    assert found == [
        (1, "The ferry leaves from the quay¹ and returns at noon."),
        (1, "¹ The northern one."),
        (2, FERRY),
    ]


def test_page_footer_in_mid_sentence_is_dropped() -> None:
    found = numbered(
        item("The ferry to the island, which the harbour office runs,"),
        paragraph("Draft, 3 March 2009"),
        paragraph("returns at noon."),
    )

    assert found == [
        (1, "- The ferry to the island, which the harbour office runs, returns at noon.")
    ]


def test_paragraph_over_a_page_break_stands_on_its_first_page() -> None:
    found = passages([paragraph("The ferry leaves and", 1), paragraph("returns at noon.", 2)])

    assert found == (Passage(0, "The ferry leaves and returns at noon.", 1, 1, ()),)


def test_word_cut_by_a_page_break_is_whole_again() -> None:
    found = passages([paragraph("The har-", 1), paragraph("bour is open.", 2)])

    assert found[0].text == "The harbour is open."


def test_headings_give_the_path_without_the_papers_title() -> None:
    found = passages(
        [
            heading("Harbour plans", 1),
            heading("I. Ferries", 2),
            heading("Times", 3),
            paragraph(FERRY),
            heading("II. Prices", 2),
            paragraph(FERRY),
        ]
    )

    assert [p.headings for p in found] == [("I. Ferries", "Times"), ("II. Prices",)]


def test_address_is_never_cut_at_its_question_mark() -> None:
    address = "See http://www.harbour.example/index.cfm?P=147 for the times."

    found = passages([paragraph(" ".join([address] * 40))])

    assert all(p.text.startswith("See ") and p.text.endswith("times.") for p in found)


@given(st.lists(SENTENCES, min_size=1, max_size=60))
def test_passage_never_ends_in_mid_sentence(sentences: list[str]) -> None:
    found = passages([paragraph(" ".join(sentences))])

    assert " ".join(p.text for p in found) == " ".join(sentences)
    assert all(p.text[0].isupper() and p.text.endswith(".") for p in found)
    assert all(len(p.text) <= PROSE_LIMIT + SHORTEST_PART for p in found)
    assert len(found) == 1 or len(found[-1].text) >= SHORTEST_PART


def test_no_blocks_give_no_passages() -> None:
    assert passages([]) == ()
