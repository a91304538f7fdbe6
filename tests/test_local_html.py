"""Telegram's HTML, as strict as Telegram."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local.addresses import good_address
from local.entities import entity_text, trimmed, utf16_index, utf16_length, with_found
from local.html import STYLES, HtmlError, parse_html

ANY_TAG = st.sampled_from(
    [*(f"<{name}>" for name in STYLES), *(f"</{name}>" for name in STYLES), "&", "<", ">", "&lt;"]
)
FOREIGN = st.lists(st.one_of(ANY_TAG, st.text(max_size=6)), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        ("<b>x</b>", {"type": "bold"}),
        ("<strong>x</strong>", {"type": "bold"}),
        ("<i>x</i>", {"type": "italic"}),
        ("<em>x</em>", {"type": "italic"}),
        ("<u>x</u>", {"type": "underline"}),
        ("<ins>x</ins>", {"type": "underline"}),
        ("<s>x</s>", {"type": "strikethrough"}),
        ("<strike>x</strike>", {"type": "strikethrough"}),
        ("<del>x</del>", {"type": "strikethrough"}),
        ("<tg-spoiler>x</tg-spoiler>", {"type": "spoiler"}),
        ('<span class="tg-spoiler">x</span>', {"type": "spoiler"}),
        ("<code>x</code>", {"type": "code"}),
        ("<pre>x</pre>", {"type": "pre"}),
        ('<pre><code class="language-python">x</code></pre>', {"type": "pre", "language": "python"}),
        ("<blockquote>x</blockquote>", {"type": "blockquote"}),
        ("<blockquote expandable>x</blockquote>", {"type": "expandable_blockquote"}),
        (
            '<a href="https://example.org/a?b=1&amp;c=2">x</a>',
            {"type": "text_link", "url": "https://example.org/a?b=1&c=2"},
        ),
        ("<a href='example.org'>x</a>", {"type": "text_link", "url": "http://example.org/"}),
        ('<tg-emoji emoji-id="54">x</tg-emoji>', {"type": "custom_emoji", "custom_emoji_id": "54"}),
        ("<B>x</B>", {"type": "bold"}),
        ("<b>x</>", {"type": "bold"}),
    ],
)
def test_each_tag_becomes_its_entity(source: str, entity: dict[str, str]) -> None:
    assert parse_html(source) == ("x", [entity | {"offset": 0, "length": 1}])


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("hola <br>", 'Unsupported start tag "br" at byte offset 5'),
        ("ñ <p>x</p>", 'Unsupported start tag "p" at byte offset 3'),
        ("<b>hola", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>hola</i>", 'Unmatched end tag at byte offset 7, expected "</b>", found "</i>"'),
        ("hola</b>", "Unexpected end tag at byte offset 4"),
        ("2 < 3", 'Unsupported start tag "" at byte offset 2'),
        ("hola <b", "Unclosed start tag at byte offset 5"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ('<a href="x>x</a>', "Unclosed start tag at byte offset 0"),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<tg-emoji emoji-id="no">x</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_what_telegram_refuses_is_refused_in_its_words(source: str, complaint: str) -> None:
    with pytest.raises(HtmlError) as caught:
        parse_html(source)
    assert str(caught.value) == complaint


def test_only_four_named_references_and_numbers_are_known() -> None:
    assert parse_html("&lt;&gt;&amp;&quot;&#241;&#x1F7E1;&nbsp;&laquo;&")[0] == '<>&"ñ🟡&nbsp;&laquo;&'


def test_offsets_count_utf16_units() -> None:
    assert parse_html("🟡 <b>ñ🟡</b>x")[1] == [{"type": "bold", "offset": 3, "length": 3}]


def test_tags_may_stand_in_each_other() -> None:
    text, entities = parse_html("<b>uno <i>dos</i></b>")
    assert [(one["type"], entity_text(text, one)) for one in entities] == [("bold", "uno dos"), ("italic", "dos")]


def test_a_style_around_code_goes_on_after_it() -> None:
    text, entities = parse_html("<b>uno <code>dos</code> tres</b>")
    shown = [(one["type"], entity_text(text, one)) for one in entities]
    assert shown == [("bold", "uno "), ("code", "dos"), ("bold", " tres")]


def test_equal_styles_that_touch_become_one() -> None:
    text, entities = parse_html("<b>uno</b><b>dos</b> <b>tres</b>")
    assert [entity_text(text, one) for one in entities] == ["unodos", "tres"]


def test_around_the_same_text_a_link_is_outside_and_bold_before_italic() -> None:
    _, entities = parse_html("<i><b><a href='https://example.org'>x</a></b></i>")
    assert [one["type"] for one in entities] == ["text_link", "bold", "italic"]


def test_an_entity_around_nothing_but_blanks_goes() -> None:
    assert trimmed(*parse_html("<b> \n</b>x")) == ("x", [])


def test_a_link_that_leads_nowhere_is_plain_text() -> None:
    assert parse_html('<a href="javascript:x">hola</a>') == ("hola", [])


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/",
        "http://",
        "sin punto",
        "http://a b.org",
        "http://[x",
        "http://localhost/",
        "http://a.org:x/",
    ],
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    assert good_address(address) is None


@pytest.mark.parametrize(
    ("address", "stored"),
    [
        ("example.org", "http://example.org/"),
        ("HTTPS://Example.org?a=1", "https://example.org/?a=1"),
        (" https://example.org/á b ", "https://example.org/á%20b"),
        ("tg://user?id=1", "tg://user?id=1"),
    ],
)
def test_an_address_is_stored_as_telegram_does(address: str, stored: str) -> None:
    assert good_address(address) == stored


def test_blank_at_the_ends_is_cut_and_entities_move_along() -> None:
    text, entities = parse_html("  hola <b>tú </b>\n")
    assert trimmed(text, entities) == ("hola tú", [{"type": "bold", "offset": 5, "length": 2}])


def test_links_commands_mentions_and_hashtags_are_found() -> None:
    text = "🟡 /quien@un_bot peskov, ver https://example.org/a. y @ana_b #tregua, no 1/2; a@b.org (example.org/a_(b))"
    found = [(one["type"], entity_text(text, one)) for one in with_found(text, [])]
    assert found == [
        ("bot_command", "/quien@un_bot"),
        ("url", "https://example.org/a"),
        ("mention", "@ana_b"),
        ("hashtag", "#tregua"),
        ("email", "a@b.org"),
        ("url", "example.org/a_(b)"),
    ]


def test_nothing_is_found_inside_code_or_a_link() -> None:
    text, entities = parse_html('<code>/start</code> <a href="https://example.org/">@ana_b</a>')
    assert [one["type"] for one in with_found(text, entities)] == ["code", "text_link"]


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(html.escape(text, quote=False)) == (text, [])


@given(st.text(min_size=1))
def test_a_bold_text_is_bold_from_end_to_end(text: str) -> None:
    parsed, entities = parse_html(f"<b>{html.escape(text)}</b>")
    assert parsed == text
    assert entities == [{"type": "bold", "offset": 0, "length": utf16_length(text)}]


@given(FOREIGN)
def test_any_text_is_parsed_or_refused_and_entities_lie_inside_it(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except HtmlError:
        return
    kept, moved = trimmed(text, entities)
    for entity in with_found(kept, moved):
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= utf16_length(kept)


@given(st.text(), st.integers(0, 50))
def test_an_offset_of_utf16_finds_its_letter(text: str, letters: int) -> None:
    assert utf16_index(text, utf16_length(text[:letters])) == min(letters, len(text))
