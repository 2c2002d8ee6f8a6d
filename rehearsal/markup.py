"""Keyboards under messages: what Telegram accepts as reply_markup."""

import re
from collections.abc import Callable

from rehearsal.errors import bad_request
from rehearsal.parameters import Parameters
from rehearsal.shapes import JsonObject, as_text

# https://core.telegram.org/bots/api#inlinekeyboardbutton; the 100 is a limit of Telegram's servers.
CALLBACK_DATA_BYTES = 64
BUTTONS = 100
_KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def read_markup(parameters: Parameters, inline_only: bool = False) -> JsonObject | None:
    """The reply_markup of a request, checked; None for none and for an empty inline keyboard."""
    markup = parameters.structure("reply_markup", "reply keyboard markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    kind = next((name for name in _KINDS if name in markup), None)
    if kind is None or (inline_only and kind != "inline_keyboard"):
        raise bad_request("inline keyboard expected" if inline_only else "unknown reply markup")
    if kind == "inline_keyboard":
        rows = _rows(markup, kind, _checked_inline)
        return {kind: rows} if rows else None
    return markup | {kind: _rows(markup, kind, _checked_plain)} if kind == "keyboard" else markup


def _rows(
    markup: JsonObject, field: str, check: Callable[[object], JsonObject]
) -> list[list[JsonObject]]:
    rows = markup[field]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{field}" must be an Array of Arrays')
    if sum(len(row) for row in rows) > BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return [[check(button) for button in row] for row in rows if row]


def _checked_inline(button: object) -> JsonObject:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request('can\'t parse inline keyboard button: field "text" must be a String')
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: button text must be non-empty")
    actions = [name for name in _ACTIONS if name in button]
    if not actions:
        raise bad_request("text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("BUTTON_TYPE_INVALID")
    _check_data(button)
    _check_url(button)
    return button


def _check_data(button: JsonObject) -> None:
    if "callback_data" in button:
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= CALLBACK_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")


def _check_url(button: JsonObject) -> None:
    if "url" in button and not re.match(r"(?:https?://\S+\.\S+|tg://\S+)$", as_text(button["url"])):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid")


def _checked_plain(button: object) -> JsonObject:
    if isinstance(button, str) and button:
        return {"text": button}
    if isinstance(button, dict) and as_text(button.get("text")):
        return button
    raise bad_request('can\'t parse keyboard button: field "text" must be of type String')
