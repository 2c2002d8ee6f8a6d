"""How an event gets into the log: through the standard library's logging, whoever writes it out.

    log = structlog.stdlib.get_logger(__name__)
    log.info("delivery settled", delivery=12, state="sent")

The event is a fixed sentence, the facts are numbers, moments and single words. No question, no
message, no name, no e-mail: bot/logs.py leaves out what does not look like a fact.
"""

import structlog


def route() -> None:
    """Hand events to the logger of the module that they come from. For the start of a program:
    structlog by itself would print them to standard output, amid what a command prints."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
