"""`python -m bot`: loads the settings, wires the parts together and polls Telegram.

With a word behind it, it is the organisers' terminal: see bot/terminal.py.
"""

import sys
from collections.abc import Callable

import structlog
from telegram.error import InvalidToken

from bot import building, logs, terminal
from bot.visit import House
from bot.wording import load_wording
from bot.workers import Workers
from services.config import (
    Config,
    Environment,
    load_config,
    load_environment,
    require_loopback_for_rehearsals,
)
from services.errors import AttacheError, ConfigError
from services.wiring import Services, wire
from store.errors import StoreError

# Seconds after which a thread that has the interpreter gives it to one that waits. Python's own
# 0.005 is too long here: an answer asks for the interpreter some hundred times, while a paper that
# is read or published keeps it whenever it can.
SWITCH = 0.0001

Assemble = Callable[[Config, Environment], Services]

log = structlog.stdlib.get_logger("bot")


def main(assemble: Assemble = wire) -> int:
    """Run until a signal; exit code 2 where a setting has to be mended first, 1 after an error."""
    sys.setswitchinterval(SWITCH)
    logs.set_up()
    logs.hear_strays()
    try:
        environment = load_environment()
        require_loopback_for_rehearsals(environment)
        if environment.telegram_bot_token is None:
            raise ConfigError("Set TELEGRAM_BOT_TOKEN to the token that @BotFather gave you.")
        config = load_config(environment.attache_config)
        wording = load_wording(config.languages.offered)
        services = assemble(config, environment)
    except (AttacheError, StoreError, FileNotFoundError) as error:
        log.error(str(error))
        return 2
    house = House(services, wording, Workers())
    token = environment.telegram_bot_token.get_secret_value()
    bot = building.build(
        house, token, environment.telegram_base_url, environment.telegram_base_file_url
    )
    try:
        bot.run_polling(
            allowed_updates=building.ALLOWED_UPDATES,
            bootstrap_retries=-1,
            drop_pending_updates=False,
        )
    except InvalidToken:
        log.error("Telegram does not know this token; check TELEGRAM_BOT_TOKEN")
        return 2
    except Exception as error:  # Python's own traceback would be no line, and tell all
        log.critical("the bot was ended by an error", error=type(error).__name__, exc_info=error)
        return 1
    finally:
        house.workers.close()
    return 0


if __name__ == "__main__":
    sys.exit(main() if len(sys.argv) == 1 else terminal.app())
