"""Protocols called by their noun alone, behind the treaty to which they belong."""

from __future__ import annotations

import pytest

from recalling.authority import load_authority
from recalling.extractors.name_attached import attached_protocols
from recalling.extractors.name_grammar import load_names
from recalling.model import Language

CHILD = "instrument/convention-on-the-rights-of-the-child"
DISABILITIES = "instrument/convention-on-the-rights-of-persons-with-disabilities"
THREE = {
    "instrument/optional-protocol-crc-armed-conflict",
    "instrument/optional-protocol-crc-communications",
    "instrument/optional-protocol-crc-sale-of-children",
}
ONE = {"instrument/optional-protocol-crpd"}


def keys(text: str, treaty: str, language: Language) -> set[str]:
    found = attached_protocols(text, 0, treaty, load_names(language), load_authority())
    return set() if found is None else set(found.keys)


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("en", " and the Optional Protocol thereto,", " and the Optional Protocols thereto,"),
        (
            "fr",
            " et le Protocole facultatif s’y rapportant,",
            " et les Protocoles facultatifs s’y rapportant,",
        ),
        ("es", " y su Protocolo Facultativo,", " y sus Protocolos Facultativos,"),
        ("ru", " и Факультативный протокол к ней,", " и факультативные протоколы к ней,"),
        ("zh", "及其《任择议定书》，", "及其各项任择议定书，"),
        ("ar", " وبروتوكولها الاختياري،", " والبروتوكولات الاختيارية الملحقة بها،"),
    ],
)
def test_one_protocol_or_all(language: Language, one: str, several: str) -> None:
    """The Convention on the Rights of the Child has three, that of 2006 one."""
    assert keys(one, DISABILITIES, language) == ONE
    assert keys(several, CHILD, language) == THREE
    assert keys(one, CHILD, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", " and the Optional Protocol to the Covenant"),
        ("en", " and its Protocol on trafficking"),
        ("fr", " et son Protocole additionnel visant à prévenir"),
        ("es", " y sus Protocolos Adicionales de 1977"),
        ("ru", " и Факультативный протокол к Пакту"),
        ("zh", "及其议定书缔约国"),
        ("ar", " وبروتوكوليها الإضافيين لعام 1977"),
    ],
)
def test_a_name_that_goes_on_is_another(language: Language, text: str) -> None:
    assert keys(text, DISABILITIES, language) == set()
