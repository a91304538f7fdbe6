"""Who somebody is: a card, a question when in doubt, the principals when nobody is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from bot.actions import PRINCIPALS, page, pick, said
from bot.answer import LONGEST_DATA, Answer, Button, rows_of
from bot.answers.principals import BY_SIDE, principals_answer
from bot.dates import day, full_day, when
from bot.markup import bold, clean, escape, link, safe, shorten
from bot.rendering import quoted, surname_of
from bot.texts.alerts import PRINCIPALS_BUTTON, TIMELINE_BUTTON
from bot.texts.kinds import SIDES
from bot.texts.people import (
    EARLIER_LABEL,
    FORMER,
    LAST_WORDS_TITLE,
    NO_WORDS_YET,
    NOT_IN_LEXICON,
    PARAPHRASE,
    ROLE_SINCE,
    ROLE_SINCE_MONTH,
    SEEN_AS_LABEL,
    SIDE_LABEL,
    SPELLINGS_LABEL,
    WHICH_ONE,
    WHO_HINT,
    all_they_said,
    looked_for,
    met,
    nobody_found,
    on_day,
)
from talks.folding import fold
from talks.lexicon.load import Lexicon, Person, Role
from talks.queries import parse_timeline_query
from talks.reading.names import PersonMatch, certain_person, find_person, normal_form
from talks.store.chronology import meetings_with
from talks.store.connection import Store
from talks.store.people import last_statements, roles_seen, unknown_people
from talks.types import RoleObservation, Statement

NAME, ROLE, WORDS, OUTLET, ASKED, OTHERS = 60, 90, 220, 40, 60, 120
MEETINGS_LOOKED_AT = 10
PAST_VERBS = frozenset(("era", "eran", "fueron", "sera"))
STATEMENTS, EARLIER_ROLES, SPELLINGS, SEEN_ROLES = 3, 3, 4, 2
BUTTON, MOST_ASKED = 60, 8
LEAST_SPELLING = 0.66
"""Below this a word is nobody's name with a typing error."""


def who_answer(store: Store, text: str, *, lexicon: Lexicon, today: date) -> Answer:
    asked, on = _dated(clean(text), today)
    if not asked:
        return principals_answer(lexicon)
    matches = find_person(asked, lexicon, on=_middle(on) if on else None)
    if matches and matches[0].why != "spelling":
        person = certain_person(matches)
        people = [each.person for each in matches]
        return person_answer(store, person, today=today, on=on) if person else which_one(people)
    if stranger := _stranger(store, asked):
        return stranger_answer(store, *stranger, today=today)
    if namesakes := _namesakes(asked, lexicon):
        return which_one(namesakes) if len(namesakes) > 1 else person_answer(store, namesakes[0], today=today)
    return _guess(store, asked, likely(matches), today=today)


def likely(matches: Sequence[PersonMatch]) -> tuple[PersonMatch, ...]:
    """Without those that are hardly more than a letter or two in common."""
    return tuple(each for each in matches if each.why != "spelling" or each.score >= LEAST_SPELLING)


def _guess(store: Store, asked: str, matches: Sequence[PersonMatch], *, today: date) -> Answer:
    """A typing error, perhaps."""
    person = certain_person(matches)
    if person:
        return person_answer(store, person, today=today, asked=asked)
    return which_one([each.person for each in matches]) if matches else _nobody(asked)


def _namesakes(asked: str, lexicon: Lexicon) -> list[Person]:
    """Those who bear the given name, the principals first."""
    form = normal_form(asked)
    known = [person for person in lexicon.people if " " in person.name and form == normal_form(person.name.split()[0])]
    first = [each for ids in BY_SIDE.values() for each in ids]
    return sorted(known, key=lambda person: first.index(person.id) if person.id in first else len(first))


def which_one(people: Sequence[Person], *, data: Callable[[Person], str] = lambda person: pick(person.id)) -> Answer:
    """A question; `data` is what the button of a person says."""
    buttons = [Button(_label(person), data(person)) for person in people[:MOST_ASKED]]
    return Answer(WHICH_ONE, rows_of(buttons, width=1))


def _label(person: Person) -> str:
    role = next((role.role for role in person.roles if not role.until), None)
    return shorten(f"{person.name}, {role}" if role else person.name, BUTTON)


def _nobody(asked: str) -> Answer:
    button = Button(PRINCIPALS_BUTTON, PRINCIPALS)
    return Answer(f"{nobody_found(safe(asked, ASKED))}\n\n{WHO_HINT}", ((button,),))


def _dated(asked: str, today: date) -> tuple[str, str | None]:
    """«Ministro de Defensa ruso en mayo de 2024»: whom, and on which ISO day, month or year."""
    query = parse_timeline_query(asked, today=today)
    if query.since is None or not query.words:
        return asked, None
    return " ".join(word for word in query.words if word not in PAST_VERBS), query.since


def _middle(value: str) -> date:
    """Of a month or year, a day in its middle."""
    return date.fromisoformat(value + {4: "-07-01", 7: "-15"}.get(len(value), ""))


def person_answer(
    store: Store, person: Person, *, today: date, asked: str | None = None, on: str | None = None
) -> Answer:
    """The card; `asked` is what was written where it is spelt otherwise, `on` the ISO day, month or year asked for."""
    head = [f"<i>{looked_for(safe(asked, ASKED))}</i>"] if asked else []
    head += [bold(safe(person.name, NAME)), *([_on_that_day(person, on)] if on else [])]
    head += [*_roles(person, today), *_seen(store, person, today), f"{SIDE_LABEL} {_side(person)}"]
    head += [*_spellings(person), *_last_meeting(store, person, today)]
    statements = last_statements(store, person.id, limit=STATEMENTS)
    words = _words(statements, today)
    surname = surname_of(person)
    everything = Button(all_they_said(surname), said(person.id, "", 0))
    buttons = (*([everything] if statements else []), Button(TIMELINE_BUTTON, page(surname, 0)))
    return Answer("\n".join((*head, "", *words)), (buttons,))


def stranger_answer(store: Store, person_id: str, name: str, *, today: date) -> Answer:
    """Somebody whom two outlets have named with an office and the lexicon does not have."""
    seen = [_seen_as(each, today) for each in roles_seen(store, person_id, limit=SEEN_ROLES)]
    words = _words(last_statements(store, person_id, limit=STATEMENTS), today)
    data = page(name, 0)
    buttons = ((Button(TIMELINE_BUTTON, data),),) if len(data.encode()) <= LONGEST_DATA else ()
    return Answer("\n".join((bold(safe(name, NAME)), *seen, f"<i>{NOT_IN_LEXICON}</i>", "", *words)), buttons)


def _stranger(store: Store, asked: str) -> tuple[str, str] | None:
    wanted = fold(asked)
    known = unknown_people(store)
    return next((each for each in known if wanted in (fold(each[1]), fold(each[1]).split()[-1])), None)


def _roles(person: Person, today: date) -> Iterator[str]:
    is_open = [role for role in person.roles if not role.until or role.until > today.isoformat()]
    if not is_open:
        yield _capital(FORMER)
    for role in is_open:
        yield f"{_role_link(role, is_first=True)}, {_since(role.since)}"
    earlier = [role for role in person.roles if role not in is_open][:EARLIER_ROLES]
    if earlier:
        yield f"{EARLIER_LABEL} {'; '.join(f'{_role_link(role)} ({_years(role)})' for role in earlier)}"


def _on_that_day(person: Person, on: str) -> str:
    day = _middle(on).isoformat()
    held = [role for role in person.roles if role.since <= day < (role.until or "9999")]
    names = "; ".join(_role_link(role) for role in held) or FORMER
    return f"{on_day(full_day(on))}: {names}"


def _last_meeting(store: Store, person: Person, today: date) -> Iterator[str]:
    """When and where the chronology last has them with others."""
    for row in meetings_with(store, fold(surname_of(person)), until=today, limit=MEETINGS_LOOKED_AT):
        others = [name for name in row.actors if name != person.name]
        if person.name in row.actors and others:
            day = escape(when(row.date, row.end_date, today=today))
            yield met(
                " · ".join((day, *([safe(row.place, NAME)] if row.place else []))), safe(", ".join(others), OTHERS)
            )
            return


def _role_link(role: Role, *, is_first: bool = False) -> str:
    return link(safe(_capital(role.role) if is_first else role.role, ROLE), role.source)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _since(value: str) -> str:
    """«desde el 22 de mayo de 2012», «desde mayo de 2012»."""
    return f"{ROLE_SINCE if len(value) == 10 else ROLE_SINCE_MONTH} {full_day(value)}"


def _years(role: Role) -> str:
    first, last = role.since[:4], role.until[:4]
    return first if first == last else f"{first}–{last}"


def _seen(store: Store, person: Person, today: date) -> Iterator[str]:
    """The office as the press last gave it, where the card does not have it in other words."""
    for each in roles_seen(store, person.id, limit=1):
        if not any(fold(each.role) in fold(role.role) for role in person.roles):
            yield _seen_as(each, today)


def _seen_as(seen: RoleObservation, today: date) -> str:
    when = day(date.fromisoformat(seen.date), today=today)
    return f"{SEEN_AS_LABEL} «{safe(seen.role, ROLE)}» ({safe(seen.outlet, OUTLET)}, {when})"


def _side(person: Person) -> str:
    side = SIDES[person.side]
    return side if person.country in (side, "") else f"{side} ({safe(person.country, NAME)})"


def _spellings(person: Person) -> Iterator[str]:
    others = [alias for alias in person.aliases if fold(alias) not in fold(person.name)][:SPELLINGS]
    if others:
        yield f"{SPELLINGS_LABEL} {', '.join(safe(alias, NAME) for alias in others)}"


def _words(statements: tuple[Statement, ...], today: date) -> Iterator[str]:
    if not statements:
        yield f"<i>{NO_WORDS_YET}</i>"
        return
    yield bold(LAST_WORDS_TITLE)
    for each in statements:
        yield statement_html(each, today=today)


def statement_html(said: Statement, *, today: date) -> str:
    """Exact words between « », anything else called what it is; with the day, the outlet and its link."""
    words = quoted(said.text, WORDS) if said.direct else f"{PARAPHRASE}: {safe(said.text, WORDS)}"
    outlet = link(safe(said.outlet, OUTLET), said.url)
    return f"• {words} — {outlet}, {day(said.said_at.date(), today=today)}"
