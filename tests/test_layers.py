"""The layers contracts of .importlinter hold, and ingest.py stands beside the bot."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_rooms_import_only_from_the_rooms_below_them() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stdout


def test_ingest_needs_neither_the_bot_nor_the_store_room() -> None:
    # import-linter takes packages only, and ingest.py is a module.
    tree = ast.parse((ROOT / "ingest.py").read_text())
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    rooms = {str(module).split(".")[0] for module in modules}
    assert rooms & {"bot", "rehearsal", "telegram"} == set()
