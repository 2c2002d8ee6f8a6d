import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehearsal.formatted import Entity, utf16_length, utf16_slice
from rehearsal.html import HtmlError, parse_html

TEXTS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\0"))
TAGS = st.sampled_from(
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("del", "strikethrough"),
        ("tg-spoiler", "spoiler"),
        ("blockquote", "blockquote"),
        ("code", "code"),
    ]
)


@given(TEXTS)
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    parsed = parse_html(html.escape(text, quote=False))
    assert (parsed.text, parsed.entities) == (text, ())


@given(TEXTS, TAGS, TEXTS, TAGS, TEXTS)
def test_entities_cover_what_stood_between_their_tags(before, outer, middle, inner, last) -> None:
    escaped = [html.escape(part, quote=False) for part in (before, middle, last)]
    (outer_tag, outer_kind), (inner_tag, inner_kind) = outer, inner
    first, second, third = escaped
    source = f"{first}<{outer_tag}>{second}<{inner_tag}>{third}</{inner_tag}></{outer_tag}>"
    parsed = parse_html(source)
    assert parsed.text == before + middle + last
    covered = [(e.type, utf16_slice(parsed.text, e.offset, e.length)) for e in parsed.entities]
    expected = [(inner_kind, last), (outer_kind, middle + last)]
    assert covered == [(kind, text) for kind, text in expected if text]
    assert all(entity.end <= utf16_length(parsed.text) for entity in parsed.entities)


@given(st.text("<>/ab\"'= &;#x\n-", max_size=40))
def test_any_input_is_parsed_or_refused_with_a_reason(source: str) -> None:
    try:
        parsed = parse_html(source)
    except HtmlError:
        return
    assert all(0 <= e.offset < e.end <= parsed.length for e in parsed.entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<b>open", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('é<a href="x', "Unclosed start tag at byte offset 2"),
        ("<p>no</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        (
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ],
)
def test_wrong_html_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(HtmlError) as caught:
        parse_html(source)
    assert str(caught.value) == reason


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        (
            '<a href="https://a.org/?x=1&amp;y">t</a>',
            ("text_link", ("url", "https://a.org/?x=1&y")),
        ),
        ("<a href='a.org'>t</a>", ("text_link", ("url", "http://a.org"))),
        ('<a href="tg://user?id=7">t</a>', ("text_mention", ("user_id", 7))),
        ('<pre><code class="language-sql">t</code></pre>', ("pre", ("language", "sql"))),
        ("<pre>t</pre>", ("pre",)),
        ("<blockquote expandable>t</blockquote>", ("expandable_blockquote",)),
        ('<span class="tg-spoiler">t</span>', ("spoiler",)),
        ("<B>t</B>", ("bold",)),
    ],
)
def test_tags_become_entities_with_their_details(source: str, entity: tuple) -> None:
    kind, *details = entity
    assert parse_html(source).entities == (Entity(kind, 0, 1, tuple(details)),)


def test_link_to_nowhere_is_only_its_text() -> None:
    parsed = parse_html('<a href="not a link">t</a>')
    assert (parsed.text, parsed.entities) == ("t", ())


def test_only_the_references_that_telegram_knows_are_resolved() -> None:
    assert parse_html("&lt;&gt;&amp;&quot;&#233;&#x1F600;&nbsp;&").text == '<>&"é😀&nbsp;&'
