"""The bot as a process: killed with a question in work, it answers after the restart, once."""

import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import ingest
from rehearsal.client import Rehearsal
from rehearsal.process import polling_bot, server_process
from rehearsal.server import Addresses

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state directory with a paper of the sample meeting, put there as the command line does."""
    data = tmp_path_factory.mktemp("state")
    paper = str(ROOT / "sample" / "papers" / "concept-note.pdf")
    done = CliRunner().invoke(ingest.app, ["add", paper], env={"ATTACHE_DATA": str(data)})
    assert done.exit_code == 0, done.output
    return data


@pytest.fixture
async def server() -> AsyncIterator[tuple[Rehearsal, Addresses]]:
    async with server_process() as (_, addresses), Rehearsal(addresses.control_url) as rehearsal:
        yield rehearsal, addresses


async def test_question_in_work_survives_a_kill_and_is_answered_once(
    library: Path, server: tuple[Rehearsal, Addresses]
) -> None:
    rehearsal, addresses = server
    env = {"ATTACHE_DATA": str(library), "ATTACHE_ACCESS": "open"}
    ada = await rehearsal.person("Ada")
    async with polling_bot(rehearsal, addresses, env) as bot:
        # The model is still loading: the question waits in the bot, confirmed to Telegram.
        await ada.say("How many participants are expected?")
        await rehearsal.wait_until_confirmed()
        await bot.kill()
    assert [m for m in await ada.messages() if m.from_bot] == []
    async with polling_bot(rehearsal, addresses, env) as bot:
        answer = await ada.next_message(timeout=90)
        assert "Concept note, v1, ¶ 8" in answer.text
        await ada.say("/help")
        await ada.next_message(timeout=30)
        log = bot.stderr
    assert [m.text for m in await ada.messages() if m.from_bot].count(answer.text) == 1
    assert addresses.token not in log
    assert "participants are expected" not in log


async def test_bot_without_a_token_says_what_to_do(tmp_path: Path) -> None:
    environment = {"ATTACHE_DATA": str(tmp_path), "PATH": ""}
    result = subprocess.run(  # noqa: ASYNC221
        [sys.executable, "-m", "bot"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert result.returncode == 2
    assert "Set TELEGRAM_BOT_TOKEN" in result.stderr
    assert "Traceback" not in result.stderr
