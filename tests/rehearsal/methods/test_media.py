import io
import struct

import aiohttp
import pytest

from rehearsal.files import DOWNLOAD_LIMIT, PHOTO_LIMIT, UPLOAD_LIMIT
from rehearsal.phone import Phone

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 40, 30)


async def upload(api, method: str, field: str, content: bytes, **more: str) -> tuple[int, dict]:
    form = aiohttp.FormData({"chat_id": "11"} | more)
    form.add_field(field, io.BytesIO(content), filename="plan.pdf", content_type="application/pdf")
    return await api.send(method, form)


async def fetched(api, file_id: str) -> bytes:
    file = await api.call("getFile", file_id=file_id)
    url = f"{api.addresses.base_file_url}{api.addresses.token}/{file['file_path']}"
    async with api.session.get(url) as response:
        return await response.read()


async def test_document_goes_up_and_comes_down(api, ada: Phone, rehearsal) -> None:
    _, answer = await upload(api, "sendDocument", "document", b"%PDF", caption="The plan")
    document = answer["result"]["document"]
    assert (document["file_name"], document["mime_type"]) == ("plan.pdf", "application/pdf")
    assert await fetched(api, document["file_id"]) == b"%PDF"
    shown = await ada.next_message()
    assert (shown.text, shown.document.name, shown.document.size) == ("The plan", "plan.pdf", 4)
    assert await rehearsal.file(shown.document.file_id) == b"%PDF"


@pytest.mark.usefixtures("ada")
async def test_file_attached_by_name_is_found(api) -> None:
    _, answer = await upload(api, "sendDocument", "plan", b"%PDF", document="attach://plan")
    assert answer["result"]["document"]["file_size"] == 4


@pytest.mark.usefixtures("ada")
async def test_file_is_sent_again_by_its_id(api) -> None:
    _, answer = await upload(api, "sendDocument", "document", b"%PDF")
    first = answer["result"]["document"]
    again = await api.call("sendDocument", chat_id=11, document=first["file_id"])
    assert again["document"] == first
    refusal = await api.refusal("sendPhoto", chat_id=11, photo=first["file_id"])
    assert refusal == "400 Bad Request: can't use file of type Document as Photo"


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ("", "there is no document in the request"),
        ("unknown", "wrong file identifier/HTTP URL specified"),
        ("attach://nothing", "wrong file identifier/HTTP URL specified"),
        ("https://a.org/x.pdf", "failed to get HTTP URL content"),
    ],
)
async def test_document_that_is_not_there_is_refused(api, document, reason) -> None:
    refusal = await api.refusal("sendDocument", chat_id=11, document=document)
    assert refusal == f"400 Bad Request: {reason}"


@pytest.mark.usefixtures("ada")
async def test_empty_file_is_refused(api) -> None:
    _, answer = await upload(api, "sendDocument", "document", b"")
    assert answer["description"] == "Bad Request: file must be non-empty"


@pytest.mark.usefixtures("ada")
async def test_upload_beyond_50_mb_is_refused(api) -> None:
    status, answer = await upload(api, "sendDocument", "document", bytes(UPLOAD_LIMIT + 1))
    assert (status, answer["description"]) == (413, "Request Entity Too Large")


@pytest.mark.usefixtures("ada")
async def test_file_beyond_20_mb_goes_up_but_not_down(api) -> None:
    _, answer = await upload(api, "sendDocument", "document", bytes(DOWNLOAD_LIMIT + 1))
    file_id = answer["result"]["document"]["file_id"]
    assert await api.refusal("getFile", file_id=file_id) == "400 Bad Request: file is too big"


async def test_unknown_file_is_refused(api) -> None:
    assert await api.refusal("getFile", file_id="x") == "400 Bad Request: invalid file_id"
    url = f"{api.addresses.base_file_url}{api.addresses.token}/documents/none"
    async with api.session.get(url) as response:
        assert response.status == 404


@pytest.mark.usefixtures("ada")
async def test_caption_of_1024_units_is_sent_and_1025_is_too_long(api) -> None:
    _, answer = await upload(api, "sendDocument", "document", b"x", caption="é" * 1024)
    assert len(answer["result"]["caption"]) == 1024
    _, answer = await upload(api, "sendDocument", "document", b"x", caption="é" * 1025)
    assert answer["description"] == "Bad Request: message caption is too long"


async def test_caption_is_edited(api, ada: Phone) -> None:
    _, answer = await upload(api, "sendDocument", "document", b"x", caption="Old")
    where = {"chat_id": 11, "message_id": answer["result"]["message_id"]}
    edited = await api.call("editMessageCaption", **where, caption="<b>New</b>", parse_mode="HTML")
    assert (edited["caption"], edited["caption_entities"][0]["type"]) == ("New", "bold")
    assert (await ada.next_edit()).earlier == ("Old",)
    refusal = await api.refusal("editMessageText", **where, text="x")
    assert refusal == "400 Bad Request: there is no text in the message to edit"


@pytest.mark.usefixtures("ada")
async def test_photo_has_its_size_and_must_be_a_picture(api) -> None:
    _, answer = await upload(api, "sendPhoto", "photo", PNG)
    photo = answer["result"]["photo"][0]
    assert (photo["width"], photo["height"]) == (40, 30)
    _, answer = await upload(api, "sendPhoto", "photo", b"no picture")
    assert answer["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    _, answer = await upload(api, "sendPhoto", "photo", PNG + bytes(PHOTO_LIMIT))
    assert answer["error_code"] == 400


async def test_album_is_two_to_ten_of_one_kind(api, ada: Phone) -> None:
    form = aiohttp.FormData({"chat_id": "11"})
    form.add_field(
        "media",
        '[{"type": "document", "media": "attach://a", "caption": "One"},'
        ' {"type": "document", "media": "attach://b"}]',
    )
    form.add_field("a", b"A", filename="a.txt")
    form.add_field("b", b"B", filename="b.txt")
    _, answer = await api.send("sendMediaGroup", form)
    first, second = answer["result"]
    assert first["media_group_id"] == second["media_group_id"]
    assert [m.text for m in await ada.messages()] == ["/start", "One", ""]
    single = [{"type": "document", "media": "x"}]
    refusal = await api.refusal("sendMediaGroup", chat_id=11, media=single)
    assert refusal == "400 Bad Request: there must be 2-10 media to send as an album"


async def test_picture_is_put_in_the_place_of_another(api, ada: Phone) -> None:
    _, answer = await upload(api, "sendPhoto", "photo", PNG, caption="First")
    first, number = await ada.next_message(), str(answer["result"]["message_id"])
    media = '{"type": "photo", "media": "attach://new", "caption": "Second"}'
    _, edited = await upload(api, "editMessageMedia", "new", PNG, message_id=number, media=media)
    second = await ada.next_edit()
    assert (second.message_id, second.kind, second.text) == (first.message_id, "photo", "Second")
    assert edited["result"]["photo"] != answer["result"]["photo"]


async def test_text_has_no_picture_to_change(api, ada: Phone) -> None:
    sent = await api.call("sendMessage", chat_id=11, text="Words")
    media = '{"type": "photo", "media": "attach://new"}'
    number = str(sent["message_id"])
    status, answer = await upload(
        api, "editMessageMedia", "new", PNG, message_id=number, media=media
    )
    assert (status, answer["description"]) == (
        400, "Bad Request: there is no media in the message to edit",
    )  # fmt: skip
    assert (await ada.next_message()).text == "Words"
