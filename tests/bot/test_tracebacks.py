"""Of an error the log has kind and stack, and words where they cannot be somebody's."""

import sqlite3

import httpx
import pytest
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError

from bot.tracebacks import told
from services.errors import ConfigError, UnknownKey


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (ConfigError("Set the token."), "services.errors.ConfigError: Set the token."),
        (UnknownKey("ada"), "services.errors.UnknownKey"),
        (KeyError("zebra"), "KeyError"),
        (UnicodeEncodeError("utf-8", "zebra", 0, 1, "no"), "UnicodeEncodeError"),
        (FileNotFoundError(2, "No such file", "zebra.pdf"), "FileNotFoundError: No such file"),
        (sqlite3.OperationalError("disk is full"), "sqlite3.OperationalError: disk is full"),
        (httpx.ConnectError("refused"), "httpx.ConnectError: refused"),
        (Forbidden("bot was blocked"), "telegram.error.Forbidden: bot was blocked"),
        (InvalidToken("1:zebra"), "telegram.error.InvalidToken"),
        (NetworkError("zebra"), "telegram.error.NetworkError"),
        (BadRequest("Can't parse entities: unsupported start tag \"zebra\""),
         "telegram.error.BadRequest: Can't parse entities"),
        (BadRequest('Field "zebra" is wrong'), "telegram.error.BadRequest: Field"),
    ],
)  # fmt: skip
def test_words_are_kept_where_they_are_nobodys(error: Exception, line: str) -> None:
    assert told(error) == line


def test_what_led_to_an_error_comes_first_with_its_own_stack() -> None:
    try:
        try:
            raise KeyError("zebra")
        except KeyError as cause:
            raise RuntimeError("zebra") from cause
    except RuntimeError as error:
        lines = told(error).splitlines()
    assert [line for line in lines if not line.startswith(" ")] == ["KeyError", "RuntimeError"]
    assert '    raise KeyError("zebra")' in lines
    assert '    raise RuntimeError("zebra") from cause' in lines


def test_group_of_errors_is_told_with_each() -> None:
    group = ExceptionGroup("zebra", [ValueError("zebra"), OSError(28, "No space left")])
    assert told(group) == "ExceptionGroup\n  | ValueError\n  | OSError: No space left"


def test_errors_that_led_to_each_other_end() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert told(first) == "KeyError\nValueError"
