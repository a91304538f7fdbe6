"""What is said about what a chat wants: modes, hours, pauses, people and themes."""

from __future__ import annotations

from talks.types import Mode

SETTINGS_TITLE = "Ajustes"
MODES: dict[Mode, str] = {
    "all": "Al instante, todo", "important": "Solo lo importante", "followed": "Solo lo que sigo",
    "digest": "Un resumen",
}  # fmt: skip
MODE_NOTES: dict[Mode, str] = {
    "all": "cada novedad en cuanto se conoce",
    "important": "reuniones, acuerdos, canjes, sanciones y palabras de los principales; y lo que sigues",
    "followed": "solo las personas y temas que sigues",
    "digest": "un resumen a su hora, nada más",
}
MODE_LABEL, DIGEST_LABEL, QUIET_LABEL, ZONE_LABEL = "Avisos:", "Resumen:", "Silencio:", "Hora local:"
FOLLOWS_LABEL, MUTED_LABEL = "Sigues:", "Historias silenciadas:"
NOT_SUBSCRIBED_HERE = "Aquí no llegan avisos."
NOBODY_FOLLOWED, NO_QUIET_HOURS = "a nadie todavía", "ninguno"
DIGEST_BUTTON, QUIET_BUTTON, ZONE_BUTTON = "Hora del resumen", "Horas de silencio", "Zona horaria"
FOLLOWS_BUTTON, MUTED_BUTTON, PAUSE_BUTTON, RESUME_BUTTON = "Personas y temas", "Silenciadas", "Pausa", "Reanudar ya"
BACK_BUTTON, DAILY_BUTTON, NO_QUIET_BUTTON = "‹ Ajustes", "Cada día", "Sin silencio"
SETTINGS_BUTTON, ONLY_FOLLOWED_BUTTON = "Ajustes", "Recibir solo lo que sigo"
WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
PAUSES = (("1 hora", "1h"), ("8 horas", "8h"), ("Hasta mañana", "manana"), ("Una semana", "7d"))
ZONES = (
    ("Madrid", "Europe/Madrid"), ("Canarias", "Atlantic/Canary"), ("Kiev", "Europe/Kyiv"), ("Moscú", "Europe/Moscow"),
    ("México", "America/Mexico_City"), ("Bogotá", "America/Bogota"), ("Caracas", "America/Caracas"),
    ("Santiago", "America/Santiago"), ("Buenos Aires", "America/Argentina/Buenos_Aires"),
    ("Nueva York", "America/New_York"),
)  # fmt: skip
QUIETS = ((22, 7), (23, 8), (0, 8), (23, 7))
HOURS = (7, 8, 9, 13, 18, 20, 21, 22)
DIGEST_QUESTION = "¿A qué hora quieres el resumen, y cada cuánto?"
QUIET_QUESTION = "¿A qué horas prefieres silencio? Lo que llegue entonces lo recibirás junto, en un mensaje."
ZONE_QUESTION = "¿En qué hora vives? También puedes escribirla: <code>/ajustes zona America/Lima</code>."
FOLLOWS_QUESTION = "Un botón deja de seguir; /seguir añade personas y temas."
MUTED_QUESTION, NOTHING_MUTED = "Un botón vuelve a avisar de esa historia.", "No hay historias silenciadas."
PAUSE_QUESTION = "¿Cuánto tiempo? Lo que llegue mientras lo recibirás junto, en un mensaje."
PAUSE_NOTE = "Lo que llegue mientras lo recibirás junto, en un mensaje."
RESUMED = "Hecho: los avisos siguen."
NOT_PAUSED = "Los avisos no están en pausa."
PAUSE_HINT = (
    "No entiendo cuánto tiempo. Prueba <code>/pausa 8h</code>, <code>/pausa 2 días</code> o <code>/pausa no</code>."
)
ZONE_HINT = "No conozco esa zona horaria. Prueba <code>/ajustes zona America/Lima</code>."
FOLLOW_HINT = "Escribe a quién o qué seguir: <code>/seguir Witkoff</code>, <code>/seguir territorio</code>."
UNFOLLOW_HINT = "Escribe a quién o qué dejar: <code>/dejar Witkoff</code>, <code>/dejar territorio</code>."
SUBSCRIBE_FIRST = "Aquí no llegan avisos todavía: /start los activa."
ONLY_ADMINISTRATORS_SETTINGS = "En un grupo, solo quien lo administra puede cambiar los ajustes."


def digest_at(hour: int, weekday: int | None) -> str:
    return f"{'cada día' if weekday is None else f'los {weekdays_of(weekday)}'} a las {hour}:00"


def weekdays_of(weekday: int) -> str:
    name = WEEKDAYS[weekday]
    return name if name.endswith("s") else f"{name}s"


def quiet_between(first: int, last: int) -> str:
    return f"de {first}:00 a {last}:00"


def paused_until(when: str) -> str:
    return f"En pausa hasta {when}."


def now_following(name: str) -> str:
    return f"Desde ahora sigues: {name}."


def already_following(name: str) -> str:
    return f"Ya seguías: {name}."


def no_longer_following(name: str) -> str:
    return f"Hecho: ya no sigues: {name}."


def was_not_following(name: str) -> str:
    return f"No seguías: {name}."


def following_all() -> str:
    return "Ahora recibes todos los avisos; si quieres, solo los de lo que sigues."


def unknown_matter(asked: str) -> str:
    return f"No conozco a nadie ni ningún tema como «{asked}»."


def picked(label: str, *, is_chosen: bool) -> str:
    return f"✓ {label}" if is_chosen else label
