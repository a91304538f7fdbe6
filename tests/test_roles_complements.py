"""What belongs to a role behind its head: a region, who named its holder, «de entonces»."""

from __future__ import annotations

import pytest

from tests.test_roles import mentions_in, role_of


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("El alcalde bávaro Jonas Keller abrió la feria.", "Jonas Keller", "alcalde bávaro"),
        ("Lo negó la ministra flamenca, Lotte Claes.", "Lotte Claes", "ministra flamenca"),
        ("El poeta tártaro Rinat Safin recibió el premio.", "Rinat Safin", "poeta tártaro"),
        ("El alcalde dijo a Jonas Keller que abriera.", "Jonas Keller", None),
    ],
)
def test_a_region_is_an_adjective_of_the_office(text: str, name: str, role: str | None) -> None:
    assert role_of(name, text) == role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("La mediadora propuesta por la patronal, Lola Vidal, calló.", "Lola Vidal",
         "mediadora propuesta por la patronal"),
        ("El fiscal nombrado por Trump, Ron Becker, dimitió.", "Ron Becker", "fiscal nombrado por Trump"),
        ("Habló el candidato apoyado por Bruselas, Jan Novotny.", "Jan Novotny", "candidato apoyado por Bruselas"),
        ("El ministro fue recibido por Jan Novotny en Praga.", "Jan Novotny", None),
        ("El ministro, acompañado por Jan Novotny, salió.", "Jan Novotny", None),
    ],
)  # fmt: skip
def test_who_named_or_backs_them_is_part_of_the_role(text: str, name: str, role: str | None) -> None:
    assert role_of(name, text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Clara Ibáñez, su jefa de entonces, lo cuenta en un libro.", "jefa de entonces"),
        ("Clara Ibáñez, ministra de Industria de entonces, lo negó.", "ministra de Industria de entonces"),
        ("Lo negó la alcaldesa de entonces, Clara Ibáñez.", "alcaldesa de entonces"),
    ],
)
def test_an_office_of_then_is_over(text: str, role: str) -> None:
    mention = next(each for each in mentions_in(text) if each.name == "Clara Ibáñez")
    assert (mention.role, mention.role_is_current) == (role, False)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Lo contó el asistente del presidente ruso, Vladímir Medinski.", "Vladímir Medinski",
         "asistente del presidente ruso"),
        ("Lo contó el asistente del presidente ruso Yuri Ushakov.", "Yuri Ushakov", "asistente del presidente ruso"),
        ("Lo contó el asistente de Putin, Yuri Ushakov.", "Yuri Ushakov", "asistente de Putin"),
        ("Lo contó el presidente ruso, Vladímir Putin.", "Vladímir Putin", "presidente ruso"),
    ],
)  # fmt: skip
def test_an_assistant_of_the_president_is_an_adviser(text: str, name: str, role: str) -> None:
    assert role_of(name, text) == role
