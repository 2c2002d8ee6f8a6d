"""Plain text: encodings, headings, wrapped lines and lists."""

from pathlib import Path

import pytest

from knowledge.reading.blocks import Block, Kind
from knowledge.reading.plain import blocks_of, decode, read_plain

BODY = "The ferry leaves the northern quay at eight and carries forty people to the island."


def kinds(text: str) -> list[tuple[Kind, str]]:
    return [(block.kind, block.text) for block in blocks_of(text)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_text_is_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    text = "Le bateau est arrivé à midi. L’été, il part très tôt.".replace("’", "'")
    path = tmp_path / "paper.txt"
    path.write_bytes(text.encode(encoding))

    assert read_plain(path).blocks == (Block(text),)


def test_encoding_of_another_script_is_guessed() -> None:
    text = "Паром уходит от северного причала в восемь часов и берёт сорок человек."

    assert decode(text.encode("cp1251")) == text


def test_few_bytes_of_an_old_encoding_are_taken_for_western() -> None:
    assert decode(b"caf\xe9") == "café"


def test_first_line_is_the_title_and_roman_numbers_are_sections() -> None:
    found = blocks_of(f"HARBOUR PLANS\n\nI. BACKGROUND\n\nWhy boats wait\n\n{BODY}\n")

    assert [(block.kind, block.level) for block in found] == [
        (Kind.HEADING, 0),
        (Kind.HEADING, 1),
        (Kind.HEADING, 2),
        (Kind.PARAGRAPH, 0),
    ]


def test_wrapped_lines_are_joined_and_written_ones_kept() -> None:
    wrapped = "The ferry leaves the quay at eight\nand carries forty people to the\nisland."
    written = "Harbour office\nOpen daily\nNorthern quay, second floor, behind the gate"

    assert kinds(wrapped) == [(Kind.PARAGRAPH, wrapped.replace("\n", " "))]
    assert [text for _, text in kinds(written)] == written.split("\n")


def test_wrapped_items_of_a_list_are_whole() -> None:
    text = "9. Bring along:\n - a coat that keeps out the\n   rain\n - a ticket"

    assert kinds(text) == [
        (Kind.PARAGRAPH, "9. Bring along:"),
        (Kind.ITEM, "a coat that keeps out the rain"),
        (Kind.ITEM, "a ticket"),
    ]


def test_addresses_below_a_line_with_a_colon_are_its_items() -> None:
    text = f"Ask:\n\nAnn Berg [ann@harbour.example]\n\nBo Dahl [bo@harbour.example]\n\n{BODY}"

    assert [kind for kind, _ in kinds(text)] == [
        Kind.PARAGRAPH,
        Kind.ITEM,
        Kind.ITEM,
        Kind.PARAGRAPH,
    ]


def test_footnotes_rules_and_bold_marks_are_told_apart() -> None:
    assert kinds("The **northern** quay¹ is open.\n\n___\n\n¹ Since May.") == [
        (Kind.PARAGRAPH, "The northern quay¹ is open."),
        (Kind.RULE, "___"),
        (Kind.FOOTNOTE, "¹ Since May."),
    ]
