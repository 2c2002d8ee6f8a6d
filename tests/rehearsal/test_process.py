import asyncio
import sys

import pytest

from rehearsal.client import Rehearsal
from rehearsal.phone import Answer
from rehearsal.process import BotEndedError, bot_process, polling_bot, server_process


async def test_phone_talks_with_a_bot_in_its_own_process(addresses, rehearsal, tiny_bot) -> None:
    async with polling_bot(rehearsal, addresses, command=tiny_bot):
        ada = await rehearsal.person("Ada", language_code="fr")
        said = await ada.say("Où <mange>-t-on ?")
        assert await ada.next_action() == "typing"
        reply = await ada.next_message()
        assert reply.text == "Ada (fr): Où <mange>-t-on ?"
        assert (reply.marked("bold"), reply.reply_to) == (["Ada"], said.message_id)
        assert reply.labels == ["Louder", "Alert"]
        assert await ada.press(reply, "Alert") == Answer("Look out", alert=True)
        assert await ada.press(reply, callback_data="louder") == Answer("", alert=False)
        assert (await ada.next_edit()).text == "ADA (FR): OÙ <MANGE>-T-ON ?"
        await ada.send_document(b"abc", "a.txt")
        answer = await ada.next_message()
        assert answer.document is not None
        assert (answer.document.name, await rehearsal.file(answer.document.file_id)) == (
            "reversed-a.txt",
            b"cba",
        )


async def test_update_of_a_killed_bot_is_given_to_the_next(addresses, rehearsal, tiny_bot) -> None:
    ada = await rehearsal.person("Ada")
    async with polling_bot(rehearsal, addresses, command=tiny_bot) as bot:
        assert await bot.kill() == -9
        await ada.say("Still there?")
    assert (await rehearsal.updates()).pending == 1
    async with polling_bot(rehearsal, addresses, command=tiny_bot):
        assert (await ada.next_message()).text == "Ada (en): Still there?"


async def test_bot_that_ends_before_it_polls_is_reported(addresses, rehearsal) -> None:
    command = (sys.executable, "-c", "import sys; sys.exit('no token, no bot')")
    with pytest.raises(BotEndedError) as caught:
        async with polling_bot(rehearsal, addresses, command=command):
            pass
    assert str(caught.value) == "The bot ended with exit code 1:\nno token, no bot"


async def test_child_that_ignores_sigterm_is_killed_after_its_time(addresses) -> None:
    code = (
        "import signal, sys, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "print('deaf', file=sys.stderr, flush=True)\n"
        "time.sleep(60)"
    )
    async with bot_process(addresses, command=(sys.executable, "-c", code)) as child:
        async with asyncio.timeout(10):
            while child.stderr != "deaf":  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        assert await child.stop(patience=0.1) == -9


async def test_server_runs_in_a_process_of_its_own() -> None:
    async with server_process("42:secret") as (server, addresses):
        assert addresses.token == "42:secret"
        async with Rehearsal(addresses.control_url) as rehearsal:
            ada = await rehearsal.person("Ada")
            assert (await ada.say("Hello")).text == "Hello"
        assert await server.stop() == 0
