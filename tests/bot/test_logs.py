"""Logs never hold a token."""

import logging

import pytest

from bot.logs import Redacting

TOKEN = "123456789:AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0"


@pytest.mark.parametrize(
    "text", [f"https://api.telegram.org/bot{TOKEN}/getMe", TOKEN, f"x{TOKEN}y"]
)
def test_token_is_blotted_out(text: str) -> None:
    record = logging.LogRecord("x", logging.INFO, __file__, 1, "%s", (text,), None)
    assert TOKEN not in Redacting("%(message)s").format(record)


def test_token_in_a_traceback_is_blotted_out() -> None:
    try:
        raise ValueError(f"bad url /bot{TOKEN}/sendMessage")
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
    record = logging.LogRecord("x", logging.ERROR, __file__, 1, "failed", (), info)
    assert TOKEN not in Redacting("%(message)s").format(record)
