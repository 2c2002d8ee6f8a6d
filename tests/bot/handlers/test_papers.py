"""/papers: the list with title, version, date and pages; the file on a tap."""

from tests.stage import Stage


async def test_papers_are_listed_with_version_date_and_pages(stage: Stage) -> None:
    stage.publish("House note")
    phone = await stage.person()
    await phone.say("/papers")
    message = await phone.next_message()
    assert message.text == (
        "The papers\nTap one and I’ll send it.\n\n1. House note · v1 · 11 February 2008 · 2 pages"
    )
    assert message.labels == ["1. House note"]


async def test_dates_are_written_in_the_persons_language(stage: Stage) -> None:
    stage.publish("House note")
    phone = await stage.person(language="fr")
    await phone.say("/papers")
    assert (await phone.next_message()).text.endswith("House note · v1 · 11 février 2008 · 2 pages")


async def test_tap_sends_the_file(stage: Stage) -> None:
    stage.publish("House note", "note.pdf")
    phone = await stage.person()
    await phone.say("/papers")
    await phone.press(await phone.next_message(), "1. House note")
    sent = await phone.next_message()
    assert sent.document is not None
    assert (sent.document.name, sent.text) == ("note.pdf", "House note, v1")
    assert await stage.rehearsal.file(sent.document.file_id) == b"the file of House note"


async def test_many_papers_are_paged_in_the_same_message(stage: Stage) -> None:
    for number in range(10):
        stage.publish(f"Paper {number}", f"{number}.pdf")
    phone = await stage.person()
    await phone.say("/papers")
    first = await phone.next_message()
    assert first.text.endswith("Papers 1 to 8 of 10")
    await phone.press(first, "More ▶")
    second = await phone.next_edit()
    assert (second.message_id, second.labels) == (
        first.message_id, ["9. Paper 8", "10. Paper 9", "◀ Back"],
    )  # fmt: skip


async def test_empty_library_is_a_sentence(stage: Stage) -> None:
    phone = await stage.person()
    await phone.say("/papers")
    assert (await phone.next_message()).text == "No papers are here yet. Come back a little later."


async def test_paper_that_is_gone_is_said_so(stage: Stage) -> None:
    stage.publish("House note", "note.pdf")
    phone = await stage.person()
    await phone.say("/papers")
    listed = await phone.next_message()
    stage.publish("House note", "note.pdf")  # a second version replaces the first
    await phone.press(listed, "1. House note")
    assert (await phone.next_message()).text == "That is no longer here. Ask again, and I’ll look."
