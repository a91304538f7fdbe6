"""What a single word says of time: the verb forms that decide between the last Tuesday and the next.

Verbs are known by the lexicon of events and of saying and, beyond them, by their endings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from talks.lexicon.load import load_lexicon
from talks.reading.conjugation import conjugate
from talks.reading.date_words import words
from talks.reading.event_words import load_event_words

Kind = Literal["past", "present", "future", "wished", "infinitive", "participle", ""]
"""«wished» is the past subjunctive: «pidió que se reunieran el lunes» is to come, «negó que se reunieran» is over."""

NOT_VERBS = words(
    "mayoría minoría cancillería artillería infantería refinería categoría batería tesorería teoría asesoría secretaría"
    " quizá quizás irán teherán entre para sobre como ante bajo contra trata nada cerca marcha forma parte base caso"
    " causa cara cargo plazo vista venta compra ayuda carta lucha cambio fuera financiera primera tercera cámara ahora"
    " lugar militar par ayer mujer primer tercer dólar dólares nuclear mar bar taller popular regular similar líder"
    " anterior posterior estelar titular familiar solar polar singular estado estados unidos unidas soldado soldados"
    " aliado aliados mercado resultado resultados partido partidos comunidad mandado lado lados grado pasado pasada"
    " sentido contenido apellido enviado enviada enviados llamada llamadas jornada jornadas entrada salida medida"
    " medidas ida vida caída cuida unido duda deuda frontera manera bandera carrera espera encuentro acuerdo acuerdos"
    " apenas segundo segundos delegado delegada juzgado senado diputado diputados abogado abogada candidato detenidos"
)
PAST = words(
    "fue fueron era eran iba iban vio vieron dio dieron hubo pudo quiso supo quedó ha han he hemos había habían"
    " tenía tenían podía podían debía debían quería querían hacía hacían decía decían seguía seguían puso pusieron tuvo"
    " tuvieron vino vinieron dijo dijeron hizo hicieron trajo trajeron estuvo estuvieron anduvo cupo quisieron supieron"
    " estaba estaban habría habrían conocía temía vivía crecía nacía existía residía dependía pertenecía padecía"
    " compartía combatía corría recorría sufría ocurría transcurría moría abría cubría descubría sugería prefería"
    " refería requería adquiría leía creía sentía veía caía traía huía oía dormía comía bebía servía"
    " corrían sufrían ocurrían morían abrían cubrían sugerían preferían requerían"
)
PRESENT = words(
    "es son está están hay tiene tienen puede pueden quiere quieren debe deben cierra cierran vuelve vuelven"
    " mantiene mantienen prevé prevén piensa piensan sigue siguen viene vienen sale salen"
    " hace hacen pide piden propone proponen dispone parece parecen toca tocan cumple cumplen confía queda quedan"
    " vive viven conoce conocen crece crecen existe existen reside residen corre corren depende dependen pertenece"
    " padece padecen comparte comparten sufre sufren ocurre ocurren fabrica fabrican produce producen exporta exportan"
    " representa representan ocupa ocupan lidera lideran nace nacen fallece fallecen duerme duermen come comen lee leen"
    " cree creen sirve sirven muere mueren abre abren cubre cubren cae caen cuesta cuestan juega juegan"
)
FUTURE = words(
    "va van voy vamos iremos haya sea sean esté estén tenga tengan pueda puedan venga vengan pase pasen haga hagan dé"
    " vaya vayan siga sigan diga digan ponga pongan vence vencen expira expiran caduca caducan acaba acaban termina"
    " terminan concluye concluyen finaliza finalizan empieza empiezan comienza comienzan arranca arrancan"
)
"""Presents of terms and beginnings are among them: what «expira el 5 de junio» is to come."""
WISHED = words("fuera fueran fuese hubiera hubieran hubiese hubiesen pudiera pudieran tuviera tuvieran estuviera")
IRREGULAR: tuple[tuple[frozenset[str], Kind], ...] = (
    (PAST, "past"),
    (PRESENT, "present"),
    (FUTURE, "future"),
    (WISHED, "wished"),
)
FURTHER_VERBS = words(
    "vencer expirar caducar terminar acabar empezar comenzar arrancar entrar cumplir volver regresar esperar prever"
    " planear tener mantener haber poder deber querer lanzar atacar impactar alcanzar derribar golpear lograr evacuar"
    " decidir permitir consultar atender aterrizar despegar salir morir perder ganar comparecer jurar asumir"
)
BY_TENSE: dict[str, Kind] = {
    "present": "present", "subjunctive": "future", "preterite": "past", "imperfect": "past", "participle": "participle",
    "past_subjunctive": "wished", "future": "future", "conditional": "future", "infinitive": "infinitive",
}  # fmt: skip
_WISHED = ("past_subjunctive",)
BY_ENDING: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"\w{2,}[aei]r(?:se|le|la|lo|les|las|los)?"), "infinitive"),
    (re.compile(r"\w{2,}(?:[ei]r|[aeo]nd|ald)?(?:rá|rán|ré|remos|ría|rían)"), "future"),
    (re.compile(r"\w{2,}(?:ó|aron|ieron|jeron|aba|aban|[^r]ían)|\w+(?:puso|tuvo|vino|dijo|hizo|dujo|trajo)"), "past"),
    (re.compile(r"\w{2,}(?:ieran|iesen|iera|iese|jeran?)"), "wished"),
    (
        re.compile(
            r"\w{3,}[ai]d[oa]s?|dad[oa]s?|\w*(?:dicho|hecho|visto|puest[oa]s?|escrit[oa]s?|abiert[oa]s?|rot[oa]s?)"
        ),
        "participle",
    ),
)


@lru_cache(maxsize=20_000)
def kind_of(word: str) -> Kind:
    """Of a word in lower case, wherever it stands."""
    if len(word) < 2 or word in NOT_VERBS or not word.isalpha():
        return ""
    known = _known().get(word)
    if known:
        return known
    return next((kind for pattern, kind in BY_ENDING if pattern.fullmatch(word)), "")


@cache
def _known() -> dict[str, Kind]:
    known: dict[str, Kind] = {}
    for words_of_kind, kind in IRREGULAR:
        known.update(dict.fromkeys(words_of_kind, kind))
    for form, tense in _forms():
        if tense in BY_TENSE:
            known.setdefault(form, BY_TENSE[tense])
    return known


def _forms() -> Iterator[tuple[str, str]]:
    for form, verbs in load_event_words().forms.items():
        yield form, verbs[0].tense
    for infinitive in sorted(FURTHER_VERBS):
        yield from conjugate(infinitive).items()
    yield from ((form, "present") for verb in load_lexicon().verbs for form in verb.forms[:2])
    for verb in load_lexicon().verbs:
        yield from ((form, "past_subjunctive") for form, tense in conjugate(verb.lemma).items() if tense in _WISHED)


@cache
def speech_forms() -> frozenset[str]:
    """The forms of the verbs of saying, in lower case."""
    return frozenset(form for verb in load_lexicon().verbs for form in verb.forms)
