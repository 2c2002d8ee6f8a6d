"""What no handler foresaw: an apology with a next step, never a traceback in a chat."""

import pytest

from meeting.paper_audience import Reader
from services.library import Answered
from tests.stage import Stage


async def test_unforeseen_error_is_an_apology_and_the_next_question_works(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.publish()
    working = stage.library.answer

    def break_once(question: str, reader: Reader | None) -> Answered:
        stage.library.answer = working  # type: ignore[method-assign]
        raise RuntimeError("the model burst")

    stage.library.answer = break_once  # type: ignore[method-assign]
    phone = await stage.person()
    await phone.say("Tell me about the secret hall")
    assert (await phone.next_message()).text == (
        "Something went wrong on my side, not on yours. Please try once more in a minute."
    )
    await phone.say("Tell me about the hall")
    assert (await phone.next_message()).text.startswith("“The hall holds 80 people.”")
    assert "the model burst" in caplog.text
    assert "secret hall" not in caplog.text
