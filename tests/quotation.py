"""Read the quotations of a short text, as the tests of the room write them down."""

from datetime import UTC, datetime
from functools import cache

from spacy.language import Language

from talks.lexicon.load import load_lexicon
from talks.reading.people import find_mentions
from talks.reading.prepare import build_nlp, prepare
from talks.reading.quotes import find_quotes
from talks.types import Quote

PUBLISHED = datetime(2025, 11, 20, 12, tzinfo=UTC)


@cache
def spanish() -> Language:
    return build_nlp(load_lexicon())


def read(text: str, *, title: str = "Las conversaciones continúan") -> tuple[Quote, ...]:
    lexicon = load_lexicon()
    document = prepare(title, text, published=PUBLISHED, nlp=spanish())
    return find_quotes(document, find_mentions(document, lexicon), lexicon)


def said(text: str, *, title: str = "Las conversaciones continúan") -> list[tuple[str | None, str]]:
    """Speaker and words of each quotation."""
    return [(quote.speaker, quote.text) for quote in read(text, title=title)]
