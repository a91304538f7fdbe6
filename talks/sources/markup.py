"""From HTML to plain text. Bounded: no sanitiser, one pass of libxml2, no recursion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from talks.sources.clean import clean_text, unescape

LONGEST_MARKUP = 1_000_000
"""Characters of one field that are looked at, after embedded pictures have gone."""
ROUNDS = 2
"""Some feeds escape their HTML twice."""
TAGS = (
    "a|abbr|article|aside|b|blockquote|body|br|center|cite|code|dd|del|div|dl|dt|em|embed|figcaption|figure|font|footer"
    "|form|h[1-6]|head|header|hr|html|i|iframe|img|ins|li|main|mark|noscript|object|ol|p|picture|pre|q|s|script|section"
    "|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|video|audio"
)
TAG = re.compile(rf"</?(?:{TAGS})(?=[\s/>])|<!--|<!\[CDATA\[", re.IGNORECASE)
"""Only the tags of HTML: «x < y» and «<Zelenski>» are text."""
PARAGRAPH_TAG = re.compile(r"<(?:p|br|div|li|blockquote|h[1-6]|td|tr)(?=[\s/>])", re.IGNORECASE)
EMBEDDED = re.compile(r"data:[\w/+.-]{0,80};base64,[A-Za-z0-9+/=%]*")
CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
PARAGRAPHS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
    "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
SILENT = frozenset({
    "audio", "button", "canvas", "embed", "figcaption", "head", "iframe", "input", "map", "math", "noscript",
    "object", "option", "script", "select", "style", "svg", "template", "textarea", "title", "video",
})  # fmt: skip
CAPTION = re.compile(r"(?:^|[\s_-])caption(?:$|[\s_-])", re.IGNORECASE)
MARKS = {"q": ("«", "»"), "br": ("\n", ""), "td": ("", " "), "th": ("", " ")}
"""What an element writes before and after itself."""
SPACE = re.compile(r"\s+")


def plain_text(markup: str) -> str:
    """The text that a reader of the markup would see, with its paragraphs; captions and scripts left out."""
    text = CDATA.sub("", EMBEDDED.sub("", markup)[:LONGEST_MARKUP])
    for _ in range(ROUNDS):
        text = _without_tags(text) if TAG.search(text) else unescape(text)
    return clean_text(text)


def _without_tags(markup: str) -> str:
    if not PARAGRAPH_TAG.search(markup):
        markup = markup.replace("\n", "<br>")
    root = parse_html(markup)
    return "" if root is None else "".join(_pieces(root))


def parse_html(markup: str) -> Any:
    """The root element of what libxml2 makes of it, or None where it finds nothing."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        return etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


def _pieces(root: Any) -> Iterator[str]:
    walker = etree.iterwalk(root, events=("start", "end"))
    for moment, element in walker:
        if moment == "end":
            yield _after(element.tag)
            yield SPACE.sub(" ", element.tail or "")
        elif _is_silent(element):
            walker.skip_subtree()
        else:
            yield _before(element.tag)
            yield element.text or "" if element.tag == "pre" else SPACE.sub(" ", element.text or "")


def _is_silent(element: Any) -> bool:
    return element.tag in SILENT or CAPTION.search(element.get("class", "")) is not None


def _before(tag: Any) -> str:
    return "\n\n" if tag in PARAGRAPHS else MARKS.get(tag, ("", ""))[0]


def _after(tag: Any) -> str:
    return "\n\n" if tag in PARAGRAPHS else MARKS.get(tag, ("", ""))[1]
