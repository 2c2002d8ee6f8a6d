"""Speaks Telegram; the only package that imports telegram."""

import os

# python-telegram-bot 22 hands out retry_after as a timedelta only if this is set before its import.
os.environ.setdefault("PTB_TIMEDELTA", "1")
