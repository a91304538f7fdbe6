"""What is said on pictures and under them."""

from __future__ import annotations

from bot.drawing.sheets import Tint

PICTURE_BUTTON = "Imagen"
TINT_BUTTONS: dict[Tint, str] = {"light": "En claro", "dark": "En oscuro"}
NO_PICTURE = "Ahora no puedo dibujar la imagen. Prueba otra vez en un momento."
PICTURE_REFUSED = "Aquí no puedo enviar imágenes."


def picture_foot(day: str) -> str:
    return f"Tregua · {day}"


def themes_shown(shown: int, known: int) -> str:
    if shown < known:
        return f"Los {shown} temas más recientes de {known}"
    return "1 tema" if known == 1 else f"{known} temas"
