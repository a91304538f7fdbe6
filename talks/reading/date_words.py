"""The words of dates, folded, and what they are worth."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list written with spaces."""
    return frozenset(text.split())


MONTHS = {
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
    "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
}  # fmt: skip
SHORT_MONTHS = {
    "ene": 1, "feb": 2, "mar": 3, "abr": 4, "may": 5, "jun": 6, "jul": 7, "ago": 8, "sep": 9, "sept": 9, "set": 9,
    "oct": 10, "nov": 11, "dic": 12,
}  # fmt: skip
ENGLISH_MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
"""Only in addresses."""
WEEKDAYS = {
    "lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4, "sabado": 5, "domingo": 6,
}  # fmt: skip
UNITS = {
    "dia": "day", "dias": "day", "jornada": "day", "jornadas": "day", "semana": "week", "semanas": "week",
    "mes": "month", "meses": "month", "ano": "year", "anos": "year",
}  # fmt: skip
THIRDS = {
    "principio": 0, "principios": 0, "comienzo": 0, "comienzos": 0, "inicio": 0, "inicios": 0, "primeros": 0,
    "mediados": 1, "mitad": 1, "final": 2, "finales": 2, "fines": 2, "fin": 2,
}  # fmt: skip
SEASONS = {"primavera": 3, "verano": 6, "otono": 9, "invierno": 12}
"""First of the three months that the season is taken for, in the north."""
PARTS_OF_YEAR = {"trimestre": 3, "cuatrimestre": 4, "semestre": 6}
ORDINALS = {
    "primer": 1, "primero": 1, "segundo": 2, "tercer": 3, "tercero": 3, "cuarto": 4, "ultimo": -1,
    "primera": 1, "segunda": 2, "tercera": 3, "cuarta": 4, "ultima": -1,
}  # fmt: skip
SMALL_NUMBERS = {
    "primero": 1, "un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7,
    "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15,
    "dieciseis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veinte": 20, "veintiun": 21,
    "veintiuno": 21, "veintiuna": 21, "veintidos": 22, "veintitres": 23, "veinticuatro": 24, "veinticinco": 25,
    "veintiseis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29, "treinta": 30,
}  # fmt: skip
TENS = {
    "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90,
}  # fmt: skip
HUNDREDS = {
    "cien": 100, "ciento": 100, "doscientos": 200, "trescientos": 300, "cuatrocientos": 400, "quinientos": 500,
    "seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900,
}  # fmt: skip
NUMBERS = {**SMALL_NUMBERS, **TENS, **HUNDREDS}
DECADES = {"veinte": 20, **TENS}
FEASTS = {
    "nochebuena": (12, 24), "navidad": (12, 25), "nochevieja": (12, 31), "reyes": (1, 6), "epifania": (1, 6),
}  # fmt: skip
EASTER_DAYS = {
    "ramos": -7, "jueves santo": -3, "viernes santo": -2, "sabado santo": -1, "pascua": 0, "resurreccion": 0,
}  # fmt: skip
"""Days from Easter Sunday."""
ZONES = {
    "washington": "America/New_York", "nueva york": "America/New_York", "naciones unidas": "America/New_York",
    "miami": "America/New_York", "palm beach": "America/New_York", "anchorage": "America/Anchorage",
    "los angeles": "America/Los_Angeles", "ottawa": "America/Toronto", "mexico": "America/Mexico_City",
    "ciudad de mexico": "America/Mexico_City", "bogota": "America/Bogota", "lima": "America/Lima",
    "caracas": "America/Caracas", "la paz": "America/La_Paz", "santiago": "America/Santiago",
    "buenos aires": "America/Buenos_Aires", "montevideo": "America/Montevideo", "brasilia": "America/Sao_Paulo",
    "moscu": "Europe/Moscow", "kiev": "Europe/Kiev", "kyiv": "Europe/Kiev", "estambul": "Europe/Istanbul",
    "ankara": "Europe/Istanbul", "riad": "Asia/Riyadh", "yeda": "Asia/Riyadh", "doha": "Asia/Qatar",
    "abu dabi": "Asia/Dubai", "dubai": "Asia/Dubai", "nueva delhi": "Asia/Kolkata", "pekin": "Asia/Shanghai",
    "shanghai": "Asia/Shanghai", "tokio": "Asia/Tokyo", "seul": "Asia/Seoul", "busan": "Asia/Seoul",
    "londres": "Europe/London", "lisboa": "Europe/Lisbon",
}  # fmt: skip
"""Places of writing outside the zone of Madrid, folded."""
