"""From bytes to text. UTF-8 is believed when the bytes say so, whatever header or declaration claims."""

from __future__ import annotations

import codecs
import re

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"), (b"{\0", "utf-16-le"), (b"\0{", "utf-16-be"))
STRAY = "tregua-stray-bytes"
"""Error handler: a byte that is no UTF-8 is read as Windows-1252, what Spanish text is in when it does not say."""
BELIEVED = re.compile(
    r"cp125\d|iso8859-(?:[2-9]|1\d)|koi8-[ru]|mac-(?:roman|cyrillic)|gb2312|gbk|gb18030|big5|shift_jis|euc_(?:jp|kr)"
)
"""Python's names; Latin-1 is read as Windows-1252, as browsers do."""
DECLARED = re.compile(rb"(?:encoding|charset)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
HEAD = 2_048
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff\ufffe\uffff\ud800-\udfff]")
"""Not allowed in XML, and of no use anywhere."""


def decode(body: bytes, *, content_type: str = "") -> str:
    """The text of a feed or page. Never fails: bytes that make no sense become «�»."""
    return UNPRINTABLE.sub("", _decode(body, content_type))


def _decode(body: bytes, content_type: str) -> str:
    for mark, codec in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(codec, "replace")
    for start, codec in UNMARKED:
        if body.startswith(start):
            return body.decode(codec, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_damaged(body, content_type)


def _decode_damaged(body: bytes, content_type: str) -> str:
    """Text that is not UTF-8, or is but for a few bytes."""
    codec = _declared(body, content_type)
    if codec is None or _is_mostly_utf8(body):
        return body.decode("utf-8", STRAY)
    return body.decode(codec, "replace")


def _is_mostly_utf8(body: bytes) -> bool:
    text = body.decode("utf-8", "replace")
    odd, damaged = len(text) - len(text.encode("ascii", "ignore")), text.count("\ufffd")
    return damaged * 4 <= odd - damaged


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(STRAY, _read_stray)


def _declared(body: bytes, content_type: str) -> str | None:
    for place in (content_type.encode("ascii", "ignore"), body[:HEAD]):
        if (found := DECLARED.search(place)) and (codec := _believed(found.group(1).decode("ascii", "ignore"))):
            return codec
    return None


def _believed(name: str) -> str | None:
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return codec if BELIEVED.fullmatch(codec) else None
