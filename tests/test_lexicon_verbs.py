"""The verbs of saying."""

from collections import Counter

import pytest

from talks.lexicon.load import load_lexicon


def test_there_are_enough_verbs_of_every_kind() -> None:
    kinds = Counter(verb.kind for verb in load_lexicon().verbs)
    assert set(kinds) == {"neutral", "insisting", "denial", "admission", "proposal", "judgement"}
    assert sum(kinds.values()) >= 120


def test_no_lemma_stands_twice() -> None:
    lemmas = [verb.lemma for verb in load_lexicon().verbs]
    assert len(lemmas) == len(set(lemmas))


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("decir", "ha dicho"),
        ("advertir", "advirtió"),
        ("sostener", "sostuvieron"),
        ("añadir", "añadiendo"),
        ("pedir", "pidiera"),
        ("dejar claro", "ha dejado claro"),
        ("quejarse", "se quejó"),
    ],
)
def test_a_verb_has_the_forms_that_news_use(lemma: str, form: str) -> None:
    assert form in next(verb.forms for verb in load_lexicon().verbs if verb.lemma == lemma)


def test_no_form_is_in_the_future_or_the_conditional() -> None:
    forms = {form for verb in load_lexicon().verbs for form in verb.forms}
    assert forms.isdisjoint({"dirá", "diría", "habría dicho", "anunciará", "aseguraría"})


def test_denials_report_only_words() -> None:
    assert all(verb.reports == "words" for verb in load_lexicon().verbs if verb.kind == "denial")
