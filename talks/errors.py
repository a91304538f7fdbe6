"""The errors of this house.

TalksError                              root of all
├── SettingsError                       at start-up, one sentence
├── StoreError                          the database cannot be used, one sentence
├── SourceError                         one source failed: log, next source
│   ├── FetchError                      it could not be had
│   └── ParseError                      it was had and makes no sense
└── DeliveryError                       one message was not delivered
    ├── ChatGone                        blocked, deleted, kicked: soft-disable
    ├── ChatMoved(new_id)               a group became a supergroup: re-key and send again
    ├── RetryLater(seconds)             stays in the outbox
    ├── NotSent                         it never left this machine: try again with back-off
    ├── Rejected                        dead letter, logged
    └── Unknown                         nobody can say whether it arrived: never repeated blindly
"""

CRASHES = (ValueError, LookupError, TypeError, AttributeError, AssertionError, ArithmeticError, RuntimeError)
"""What code raises when a foreign text is not what it thought; parsers have often no exception of their own."""


class TalksError(Exception):
    """Root of every error this project raises; `str()` is one sentence for a person, in Spanish."""


class SettingsError(TalksError):
    """A setting is wrong; the sentence has its name, its value and what is expected."""


class StoreError(TalksError):
    """The database cannot be opened, read or written."""


class SourceError(TalksError):
    """One feed or seed file failed."""


class FetchError(SourceError):
    """The source could not be had.

    `retry_after` is the server's own wish in seconds, `gone` says that it will not come back (410).
    """

    def __init__(self, sentence: str, *, retry_after: float | None = None, gone: bool = False) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after
        self.gone = gone


class ParseError(SourceError):
    """The source was had, and it is not a feed or not a text."""


class DeliveryError(TalksError):
    """One message was not delivered."""


class ChatGone(DeliveryError):
    """The chat blocked the bot, was deleted or expelled it.

    `is_certain` when the server says so outright; otherwise («chat not found») it takes a few strikes.
    """

    def __init__(self, sentence: str, *, is_certain: bool = True) -> None:
        super().__init__(sentence)
        self.is_certain = is_certain


class ChatMoved(DeliveryError):
    """A basic group became a supergroup."""

    def __init__(self, sentence: str, *, new_id: int) -> None:
        super().__init__(sentence)
        self.new_id = new_id


class RetryLater(DeliveryError):
    """The server asked for a pause of so many seconds, for one chat or (`is_for_all`) for the bot.

    `all_seconds` is how long the bot waits beside the chat, where it is not clear whom the server meant.
    """

    def __init__(self, sentence: str, *, seconds: float, is_for_all: bool = False, all_seconds: float = 0.0) -> None:
        super().__init__(sentence)
        self.seconds = seconds
        self.is_for_all = is_for_all
        self.all_seconds = all_seconds


class NotSent(DeliveryError):
    """The request never left this machine, so it can be repeated."""


class Rejected(DeliveryError):
    """The server refused this very message."""


class Unknown(DeliveryError):
    """The request left and no answer came: the message may or may not have arrived."""
