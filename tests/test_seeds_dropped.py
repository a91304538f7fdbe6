"""Two texts dropped into the seeds folder of a bot that knows the seeds of the project: two alerts, rightly dated."""

import shutil
from pathlib import Path

import pytest

from bot.compose import House, open_house
from jobs.digest import DigestReport, digest
from jobs.poll import poll
from talks.settings import PROJECT, Settings
from talks.store.developments import last_developments
from talks.types import DevelopmentIntent

MIAMI = """FOTO DE ARCHIVO. El portavoz del Kremlin, Dmitri Peskov, llega a una rueda de prensa en Moscú

Lo hablado por Rusia y Estados Unidos en Miami para acabar con la guerra de Ucrania no es un avance decisivo, dijo el
portavoz del Kremlin, Dmitri Peskov, en una entrevista con el diario Izvestia que se publicó el martes.

«Se trata de un proceso de trabajo», contestó Peskov a la pregunta de si las reuniones celebradas los días 20 y 21 de
diciembre en Miami habían cambiado algo.

El fin de semana, enviados estadounidenses se reunieron por separado en Miami con ucranianos y europeos, y con Kirill
Dmitriev, que dirige el fondo soberano ruso.

Peskov avisó de que los expertos seguirán trabajando y de que Moscú espera de Washington detalles de lo tratado con
europeos y ucranianos.

Con información de agencias
"""
NEW_YORK = """El ministro ruso de Exteriores, Serguéi Lavrov, y su homólogo estadounidense, Marco Rubio, se reunieron en
Nueva York para hablar de la guerra en Ucrania, según informó la Cancillería rusa.

Lavrov calificó de «inaceptables» los planes con los que, a su juicio, Kiev y algunas capitales europeas alargan los
combates. Los dos ministros acordaron mantener el diálogo y devolver a la normalidad el trabajo de las embajadas.

El 15 de agosto, Putin y Trump hablaron de Ucrania en Anchorage. Tres días después, Trump recibió en la Casa Blanca a
Volodímir Zelenski. El 13 de septiembre, Trump se mostró dispuesto a imponer sanciones a Rusia.
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    shutil.copytree(PROJECT / "seeds", tmp_path / "seeds")
    changes = {"data": tmp_path / "datos", "seeds": tmp_path / "seeds", "max_age_hours": 0.0}
    return Settings(_env_file=None).model_copy(update=changes)


async def a_round(house: House) -> DigestReport:
    await poll(house.poll, is_forced=True)
    return await digest(house.digest)


async def test_two_texts_dropped_while_it_runs_are_two_alerts(settings: Settings) -> None:
    async with open_house(settings) as house:
        assert (await a_round(house)).alerts == 0
        alerts = []
        for name, text in {"a": MIAMI, "b": NEW_YORK}.items():
            (settings.seeds / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
            assert await a_round(house) == DigestReport(read=1, judged=1, alerts=1)
            alerts.append((await house.read(last_developments, limit=1))[0].intent)
    _is_the_word_of_peskov(alerts[0])
    _is_the_meeting_in_new_york(alerts[1])


def _is_the_word_of_peskov(alert: DevelopmentIntent) -> None:
    told = f"{alert.headline} {alert.summary} {alert.quote.text if alert.quote else ''}"
    assert "Se trata de un proceso de trabajo" in told
    assert alert.quote is None or alert.quote.speaker == "Dmitri Peskov"
    assert "ARCHIVO" not in told
    assert "rueda de prensa" not in told
    assert alert.date_is_estimated


def _is_the_meeting_in_new_york(alert: DevelopmentIntent) -> None:
    assert (alert.type, alert.place) == ("meeting", "Nueva York")
    assert {"Serguéi Lavrov", "Marco Rubio"} <= set(alert.actors)
    assert alert.date_is_estimated
