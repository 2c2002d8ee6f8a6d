"""The papers and their versions, as editors read them and with their buttons."""

from dataclasses import replace

from bot.library import library_keyboards, library_text
from meeting.paper_audience import AudienceKind, PaperAudience
from tests.bot.drafts import ENGLISH, FRENCH
from tests.bot.library.papers import FEB_10, OSLO, paper, version
from tests.bot.library.test_paper_keyboards import rows

V1, V2 = version(1), version(2, published=FEB_10, pages=9)
V3 = version(3, published=None, pages=10)
COUNTRY = paper(V2, drafts=1)
ORGANISERS = PaperAudience(AudienceKind.ORGANISERS)


def test_papers_are_listed_with_what_is_special_about_them() -> None:
    secret = paper(V1, audience=ORGANISERS, protected=True)
    assert library_text.papers(ENGLISH, (COUNTRY, secret, paper(None, 1)), 0, OSLO) == (
        "<b>The library</b>\nTap a paper to see its versions and who may read it. For a new paper, "
        "or a new version, just send me the file.\n\n"
        "<b>1.</b> Country cases · v2 of 11 February 2008 · a draft waits\n"
        "<b>2.</b> Country cases · v1 of 3 February 2008 · Organisers only · no forwarding\n"
        "<b>3.</b> Country cases · not published yet"
    )


def test_empty_library_says_how_to_begin() -> None:
    assert library_text.papers(ENGLISH, (), 0, OSLO).startswith("No papers are here yet. Send me")


def test_many_papers_are_paged() -> None:
    many = tuple(replace(COUNTRY, paper_id=n, title=f"P{n}") for n in range(1, 11))
    assert library_text.papers(ENGLISH, many, 8, OSLO).split("\n")[3:] == [
        "<b>9.</b> P9 · v2 of 11 February 2008 · a draft waits",
        "<b>10.</b> P10 · v2 of 11 February 2008 · a draft waits",
        "",
        "Papers 9 to 10 of 10",
    ]
    assert rows(library_keyboards.papers(ENGLISH, many, 8)) == [
        [("9. P9", "lib:one:9")], [("10. P10", "lib:one:10")], [("◀ Earlier", "lib:list:0")],
    ]  # fmt: skip
    assert rows(library_keyboards.papers(ENGLISH, many, 0))[-1] == [("More ▶", "lib:list:8")]


def test_version_that_was_rolled_back_to_says_since_when_and_by_whom() -> None:
    by_ola = replace(paper(V1), changed_at=FEB_10, changed_by="Ola Li")
    told = [
        library_text.card(words, each, (V1,), {}, OSLO).split("\n")[3]
        for words in (ENGLISH, FRENCH)
        for each in (by_ola, replace(by_ola, changed_by=None))
    ]
    assert told == [
        "<b>v1</b> · 3 February 2008 · 8 pages · brought back on 11 February 2008 by Ola Li · "
        "<b>read now</b>",
        "<b>v1</b> · 3 February 2008 · 8 pages · brought back on 11 February 2008 · "
        "<b>read now</b>",
        "<b>v1</b> · 3 février 2008 · 8 pages · rétablie le 11 février 2008 par Ola Li · "
        "<b>lue aujourd’hui</b>",
        "<b>v1</b> · 3 février 2008 · 8 pages · rétablie le 11 février 2008 · "
        "<b>lue aujourd’hui</b>",
    ]


def test_card_shows_versions_newest_first_and_how_to_erase() -> None:
    assert library_text.card(ENGLISH, COUNTRY, (V3, V2, V1), {}, OSLO, may_erase=True) == (
        "<b>Country cases</b>\nFor everyone · can be forwarded\n\n"
        "v3 · 3 February 2008 · 10 pages · draft\n"
        "<b>v2</b> · 11 February 2008 · 9 pages · <b>read now</b>\n"
        "v1 · 3 February 2008 · 8 pages\n\n"
        "To erase the paper with all that is kept of it, organisers type this where the bot runs:\n"
        "<code>python ingest.py erase country-cases</code>"
    )
    assert library_text.card(FRENCH, COUNTRY, (V2,), {}, OSLO).split("\n")[1:4] == [
        "Pour tout le monde · peut être transféré", "",
        "<b>v2</b> · 11 février 2008 · 9 pages · <b>lue aujourd’hui</b>",
    ]  # fmt: skip


def test_short_name_is_for_organisers_alone() -> None:
    said = library_text.card(ENGLISH, COUNTRY, (V2,), {}, OSLO)
    assert said.split("\n")[-1] == "<b>v2</b> · 11 February 2008 · 9 pages · <b>read now</b>"


def test_who_sent_and_who_published_a_version_is_said() -> None:
    both = replace(V1, author="Edda Lie", publisher="Ola Li")
    own = replace(V2, author="Ola Li", publisher="Ola Li")
    assert library_text.card(ENGLISH, COUNTRY, (own, both), {}, OSLO).split("\n")[3:] == [
        "<b>v2</b> · 11 February 2008 · 9 pages · by Ola Li · <b>read now</b>",
        "v1 · 3 February 2008 · 8 pages · by Edda Lie · published by Ola Li",
    ]


def test_many_versions_are_counted() -> None:
    many = tuple(version(number) for number in range(20, 0, -1))
    said = library_text.card(ENGLISH, paper(many[0]), many, {}, OSLO)
    assert said.split("\n")[10:12] == ["v13 · 3 February 2008 · 8 pages", "… and 12 older versions"]


def test_card_offers_drafts_older_versions_readers_and_forwarding() -> None:
    assert rows(library_keyboards.card(ENGLISH, COUNTRY, (V3, V2, V1), {})) == [
        [("Look at v3", "lib:show:13")],
        [("Roll back to v1", "lib:back:3:11")],
        [("For everyone ▾", "lib:whom:3:0")],
        [("Forbid forwarding", "lib:lock:3:on")],
        [("◀ All papers", "lib:list:0")],
    ]
    locked = replace(COUNTRY, protected=True)
    assert rows(library_keyboards.card(ENGLISH, locked, (V2,), {}))[1] == [
        ("Allow forwarding", "lib:lock:3:off")
    ]


def test_rolling_back_is_asked_once_more() -> None:
    assert library_text.ask_back(ENGLISH, COUNTRY, V1) == (
        "Shall people read <b>v1</b> of <b>Country cases</b> again? From that moment I answer from "
        "it and no longer from v2."
    )
    assert rows(library_keyboards.ask_back(ENGLISH, V1, 3)) == [
        [("Yes, back to v1", "lib:sure:3:11")],
        [("Yes, and tell the 3 who asked about it", "lib:sure:3:11:tell")],
        [("No", "lib:one:3")],
    ]
    told = [rows(library_keyboards.ask_back(ENGLISH, V1, asked))[1][0][0] for asked in (0, 1)]
    assert told == [
        "Yes, and tell those who asked about it", "Yes, and tell the one who asked about it",
    ]  # fmt: skip
