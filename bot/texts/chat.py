"""What is said to a chat about itself: subscribing, rights, failures."""

from __future__ import annotations

SUBSCRIBED = {
    "private": "Hecho: desde ahora te aviso cuando algo se mueva de verdad en las conversaciones para terminar la "
    "guerra en Ucrania. Un mensaje por novedad, con palabras exactas y fuentes.",
    "group": "Hecho: este grupo recibirá un aviso cuando algo se mueva de verdad en las conversaciones para terminar "
    "la guerra en Ucrania.",
    "topic": "Hecho: este tema recibirá un aviso cuando algo se mueva de verdad en las conversaciones para terminar "
    "la guerra en Ucrania.",
    "channel": "Hecho: este canal recibirá un aviso cuando algo se mueva de verdad en las conversaciones para terminar "
    "la guerra en Ucrania.",
}
NO_BACKLOG = "Lo anterior no se envía: los avisos empiezan con la próxima novedad."
WHERE_TO_LOOK = "/timeline: qué pasó y cuándo · /quien: quién es quién · /stop: parar los avisos · /ayuda"
ALREADY_SUBSCRIBED = "Ya está: los avisos llegan aquí. /stop los para."
MOVED_TO_TOPIC = "Hecho: desde ahora los avisos llegan a este tema."
UNSUBSCRIBED = "Hecho: no habrá más avisos. /start los reanuda cuando quieras; /timeline y /quien siguen funcionando."
WAS_NOT_SUBSCRIBED = "Aquí no llegaban avisos. /start los activa."
ONLY_ADMINISTRATORS = "En un grupo, solo quien lo administra puede activar o parar los avisos."
ONLY_ADMINISTRATORS_MUTE = "Solo quien administra el grupo puede silenciar avisos."
GREETING = "Hola. Quien administra el grupo puede activar los avisos con /start; /timeline y /quien son para todos."
STALE_BUTTON = "Ese botón ya no sirve."
BUTTON_FAILED = "Algo ha fallado; prueba otra vez en un momento."
FAILED = "Algo ha fallado por mi parte. Ya está anotado; prueba otra vez en un momento."
