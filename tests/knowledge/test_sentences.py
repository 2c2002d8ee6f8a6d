"""Sentence ends, and what only looks like one."""

import pytest

from knowledge.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry left. It was full.", ("The ferry left.", "It was full.")),
        ("See a.example/b.cfm?P=147 now. Go.", ("See a.example/b.cfm?P=147 now.", "Go.")),
        ("It left, e.g. at noon. It returned.", ("It left, e.g. at noon.", "It returned.")),
        ("It left.² It was full.", ("It left.²", "It was full.")),
        ("“Is it full?” she asked. No.", ("“Is it full?” she asked.", "No.")),
        ("No full stop here", ("No full stop here",)),
        ("", ()),
    ],
)
def test_sentences_end_where_they_should(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected
