"""What happens in the bot without anybody asking."""

import asyncio

from tests.stage import Stage


async def test_model_is_loaded_when_the_bot_starts_and_not_a_minute_later(stage: Stage) -> None:
    assert await asyncio.to_thread(stage.library.warmed.wait, 30)
