import base64

from rehearsal.phone import Phone
from rehearsal.screen import Mark

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)


async def newest(api, kind: str) -> dict:
    return (await api.call("getUpdates", offset=-1))[-1][kind]


async def test_blocking_and_unblocking_reach_the_bot(api, ada: Phone) -> None:
    await ada.block()
    change = await newest(api, "my_chat_member")
    standings = [change[name]["status"] for name in ("old_chat_member", "new_chat_member")]
    assert standings == ["member", "kicked"]
    await ada.unblock()
    assert (await newest(api, "my_chat_member"))["new_chat_member"]["status"] == "member"


async def test_bot_is_added_to_a_group_and_to_a_channel(api, ada: Phone, rehearsal) -> None:
    group = await ada.add_bot_to("group", "Drivers")
    joined = await newest(api, "message")
    assert (joined["chat"]["title"], joined["new_chat_members"][0]["is_bot"]) == ("Drivers", True)
    assert (await rehearsal.chat(group))["standing"] == "member"
    channel = await ada.add_bot_to("channel", "News")
    change = await newest(api, "my_chat_member")
    assert (change["chat"]["id"], change["new_chat_member"]["status"]) == (channel, "administrator")


async def test_in_groups_the_bot_hears_only_what_concerns_it(api, ada: Phone) -> None:
    group = await ada.add_bot_to()
    await ada.say_in(group, "/help")
    await ada.say_in(group, "Hello everybody")
    assert (await newest(api, "message"))["text"] == "/help"


async def test_channel_posts_reach_the_bot_without_a_sender(api, ada: Phone) -> None:
    channel = await ada.add_bot_to("channel")
    await ada.say_in(channel, "News")
    post = await newest(api, "channel_post")
    assert (post["text"], "from" in post, post["sender_chat"]["id"]) == ("News", False, channel)


async def test_every_kind_of_message_reaches_the_bot(api, ada: Phone) -> None:
    await ada.send_document(b"%PDF", "a.pdf", "application/pdf", caption="Read /this")
    document = await newest(api, "message")
    assert (document["document"]["file_name"], document["caption"]) == ("a.pdf", "Read /this")
    await ada.send_sticker("🎉")
    assert (await newest(api, "message"))["sticker"]["emoji"] == "🎉"
    await ada.send_voice()
    assert (await newest(api, "message"))["voice"]["duration"] == 3
    await ada.send_location(59.9, 10.7)
    assert (await newest(api, "message"))["location"]["latitude"] == 59.9
    await ada.forward("News from Bo", "Bo")
    origin = (await newest(api, "message"))["forward_origin"]
    assert (origin["type"], origin["sender_user_name"]) == ("hidden_user", "Bo")


async def test_formatted_words_reach_the_bot(api, ada: Phone) -> None:
    bold, link = Mark("bold", 1, 4), Mark("text_link", 6, 6, "https://a.org/")
    said = await ada.say(" Read agenda", entities=[bold, link])
    assert (said.marked("bold"), said.marked("text_link")) == (["Read"], ["agenda"])
    assert (await newest(api, "message"))["entities"] == [
        {"type": "bold", "offset": 0, "length": 4},
        {"type": "text_link", "offset": 5, "length": 6, "url": "https://a.org/"},
    ]


async def test_forwarded_files_have_their_caption_and_whose_they_were(api, ada: Phone) -> None:
    bold = Mark("bold", 0, 3)
    for send in (
        ada.send_document(
            b"%PDF", "a.pdf", caption="The map", entities=[bold], forwarded_from="Bo"
        ),
        ada.send_photo(PICTURE, "The map", entities=[bold], forwarded_from="Bo"),
    ):
        assert (await send).marked("bold") == ["The"]
        message = await newest(api, "message")
        assert (message["caption"], message["forward_origin"]["sender_user_name"]) == (
            "The map",
            "Bo",
        )


async def test_edit_by_a_person_reaches_the_bot(api, ada: Phone) -> None:
    said = await ada.say("Wen?")
    shown = await ada.edit(said, "When?")
    assert (shown.text, shown.earlier) == ("When?", ("Wen?",))
    assert (await newest(api, "edited_message"))["text"] == "When?"


async def test_person_changes_language_and_keeps_the_chat(api, ada: Phone, rehearsal) -> None:
    await rehearsal.person("Ada", "Moe", user_id=11, language_code="fr")
    await ada.say("Bonjour")
    assert (await newest(api, "message"))["from"]["language_code"] == "fr"
    assert [m.text for m in await ada.messages()] == ["/start", "Bonjour"]
