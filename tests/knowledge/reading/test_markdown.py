"""Markdown: what each kind of block becomes."""

from pathlib import Path

from knowledge.reading.blocks import Block, Kind
from knowledge.reading.markdown import blocks_of, read_markdown


def test_headings_paragraphs_and_lists_keep_their_order_and_depth() -> None:
    found = blocks_of("# Plans\n\nBring **two**\nthings:\n\n- a coat\n  - of wool\n- a ticket\n")

    assert found == (
        Block("Plans", Kind.HEADING, level=1),
        Block("Bring two things:"),
        Block("a coat", Kind.ITEM, level=0),
        Block("of wool", Kind.ITEM, level=1),
        Block("a ticket", Kind.ITEM, level=0),
    )


def test_printed_numbers_are_kept_also_behind_a_dash() -> None:
    found = blocks_of("- 1. One way.\n- 2. Two ways.\n- Another way.\n\n4. Four ways.\n")

    assert [block.text for block in found] == [
        "1. One way.",
        "2. Two ways.",
        "Another way.",
        "4. Four ways.",
    ]
    assert {block.level for block in found} == {0}


def test_table_gives_one_item_a_row_with_its_header() -> None:
    found = blocks_of("| boat | seats |\n| --- | --- |\n| Ann | 40 |\n")

    assert [block.text for block in found] == ["boat: Ann · seats: 40"]


def test_footnotes_are_marked_by_superscripts() -> None:
    found = blocks_of("The quay[^1] is open.\n\n[^1]: Since May.\n")

    assert found == (Block("The quay¹ is open."), Block("¹ Since May.", Kind.FOOTNOTE))


def test_title_of_the_front_matter_is_metadata(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_text('---\ntitle: "Harbour plans"\n---\n\nThe quay is open.\n', encoding="utf-8")

    contents = read_markdown(path)

    assert (contents.title, contents.blocks) == ("Harbour plans", (Block("The quay is open."),))
