"""From bytes to text: what the bytes say counts before what anybody says of them."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.sources.charset import decode

TEXT = "<p>Reunión en España: «ñandú», 100 €</p>"
WINDOWS = TEXT.encode("cp1252")


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (TEXT.encode(), ""),
        (TEXT.encode(), "text/html; charset=iso-8859-1"),
        (codecs.BOM_UTF8 + TEXT.encode(), "text/html; charset=ascii"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), ""),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "text/html; charset=utf-8"),
        (TEXT.encode("utf-16-le"), ""),
        (TEXT.encode("utf-16-be"), ""),
        (WINDOWS, "text/html; charset=windows-1252"),
        (WINDOWS, "text/html; charset=iso-8859-1"),
        (WINDOWS, "text/html; charset=utf-8"),
        (WINDOWS, "text/html; charset=inventado"),
        (WINDOWS, ""),
    ],
)
def test_spanish_is_read_whatever_is_said_of_it(body: bytes, content_type: str) -> None:
    assert decode(body, content_type=content_type) == TEXT


@pytest.mark.parametrize(
    ("codec", "text"), [("koi8-r", "Переговоры в Женеве"), ("cp1251", "Переговоры"), ("iso8859-2", "Účastníci jednání")]
)
def test_another_charset_is_read_where_the_page_declares_it(codec: str, text: str) -> None:
    declared = f'<?xml version="1.0" encoding="{codec}"?><p>{text}</p>'
    assert text in decode(declared.encode(codec))
    assert decode(text.encode(codec), content_type=f"text/html; charset={codec}") == text


def test_a_few_stray_bytes_do_not_spoil_the_rest() -> None:
    body = "Ministerio de Asuntos Exteriores: reunión, más, aún, así, allí. ".encode() * 20 + "España".encode("cp1252")
    assert decode(body, content_type="text/html; charset=koi8-r").endswith("así, allí. España")


def test_what_cannot_be_printed_goes() -> None:
    assert decode(b"a\x00\x08b\x1fc\ttab\r\n\xef\xbb\xbfd\xef\xbf\xbf") == "abc\ttab\r\nd"


@given(st.binary(max_size=300), st.text(max_size=40))
def test_any_bytes_under_any_header_give_a_text(body: bytes, content_type: str) -> None:
    decode(body, content_type=content_type).encode("utf-8")
