import json

import pytest


def keyboard(*buttons: dict, columns: int = 8) -> dict:
    rows = [list(buttons[start : start + columns]) for start in range(0, len(buttons), columns)]
    return {"inline_keyboard": rows}


def button(data: str = "x", text: str = "Go") -> dict:
    return {"text": text, "callback_data": data}


@pytest.mark.usefixtures("ada")
async def test_callback_data_of_64_bytes_is_accepted(api) -> None:
    markup = keyboard(button("é" * 32))
    sent = await api.call("sendMessage", chat_id=11, text="x", reply_markup=json.dumps(markup))
    assert sent["reply_markup"] == markup


@pytest.mark.usefixtures("ada")
async def test_100_buttons_are_accepted(api) -> None:
    markup = keyboard(*[button()] * 100)
    sent = await api.call("sendMessage", chat_id=11, text="x", reply_markup=markup)
    assert sent["reply_markup"] == markup


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (keyboard(button("é" * 32 + "x")), "BUTTON_DATA_INVALID"),
        (keyboard(button("")), "BUTTON_DATA_INVALID"),
        (keyboard(*[button()] * 101), "REPLY_MARKUP_TOO_LONG"),
        (keyboard({"text": "x"}), "text buttons are unallowed in the inline keyboard"),
        (keyboard(button() | {"url": "https://a.org"}), "BUTTON_TYPE_INVALID"),
        (keyboard({"text": "x", "url": "nope"}), "inline keyboard button URL 'nope' is invalid"),
        (
            keyboard(button(text=" ")),
            "can't parse inline keyboard button: button text must be non-empty",
        ),
        (
            keyboard({"callback_data": "x"}),
            'can\'t parse inline keyboard button: field "text" must be a String',
        ),
        ({"inline_keyboard": [1]}, 'field "inline_keyboard" must be an Array of Arrays'),
        ({"buttons": []}, "unknown reply markup"),
    ],
)
async def test_wrong_keyboard_is_refused(api, markup, reason) -> None:
    refusal = await api.refusal("sendMessage", chat_id=11, text="x", reply_markup=markup)
    assert refusal == f"400 Bad Request: {reason}"


@pytest.mark.usefixtures("ada")
async def test_empty_keyboard_is_none(api) -> None:
    sent = await api.call("sendMessage", chat_id=11, text="x", reply_markup=keyboard())
    assert "reply_markup" not in sent


@pytest.mark.usefixtures("ada")
async def test_message_with_a_plain_keyboard_cannot_be_edited(api) -> None:
    markup = {"keyboard": [["Yes", {"text": "No"}]]}
    sent = await api.call("sendMessage", chat_id=11, text="x", reply_markup=markup)
    refusal = await api.refusal(
        "editMessageText", chat_id=11, message_id=sent["message_id"], text="y"
    )
    assert refusal == "400 Bad Request: message can't be edited"
