"""Names that share one noun: the treaties of Tlatelolco, Rarotonga, Bangkok and Pelindaba."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recalling.authority import load_authority
from recalling.extractors import find
from recalling.extractors.name_shared import names_sharing
from recalling.model import Document, Language, NameClaim

Maker = Callable[..., Document]

ZONES = ["tlatelolco", "rarotonga", "bangkok", "pelindaba"]
CHEMICALS = ["basel-convention", "rotterdam-convention", "stockholm-convention"]


def keys(text: str, language: Language) -> list[str]:
    found = names_sharing(text, load_authority(), language)
    return [each[0].removeprefix("instrument/") for *_, each in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the treaties of Tlatelolco, Rarotonga, Bangkok and Pelindaba"),
        ("fr", "aux traités de Tlatelolco, de Rarotonga, de Bangkok et de Pelindaba"),
        ("es", "en los tratados de Tlatelolco, Rarotonga, Bangkok y Pelindaba"),
        ("ar", "في معاهدات تلاتيلولكو وراروتونغا وبانكوك وبليندابا"),
    ],
)
def test_nuclear_weapon_free_zones(language: Language, text: str) -> None:
    """As A/RES/75/41 prints them; Russian and Chinese repeat the noun."""
    assert keys(text, language) == [f"treaty-of-{zone}" for zone in ZONES]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "the Basel, Rotterdam and Stockholm conventions", CHEMICALS),
        ("fr", "les conventions de Bâle, de Rotterdam et de Stockholm", CHEMICALS),
        ("es", "los convenios de Basilea, Rotterdam y Estocolmo", CHEMICALS),
        ("ru", "Базельской, Роттердамской и Стокгольмской конвенций", CHEMICALS),
        ("ar", "اتفاقيات بازل وروتردام واستكهولم", CHEMICALS),
        ("zh", "巴塞尔、鹿特丹和斯德哥尔摩公约", CHEMICALS),
    ],
)
def test_chemicals_and_wastes(language: Language, text: str, found: list[str]) -> None:
    """The member is the beginning of a treaty's name; in Chinese the end of it."""
    assert keys(text, language) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the Conferences of the Parties to the Basel, Rotterdam and Stockholm conventions"),
        ("en", "the Vienna and Hague Conventions"),
        ("fr", "les conventions de Genève et de Vienne"),
        ("en", "International Labour Organization and United Nations conventions"),
    ],
)
def test_bodies_and_what_may_be_several_treaties(language: Language, text: str) -> None:
    assert keys(text, language) == []


def test_members_are_citations(paragraph: Maker) -> None:
    """The member beside the noun has the noun with it."""
    text = "los Protocolos de Cartagena y Nagoya, según proceda"
    mentions = find(paragraph(text, "es"), load_authority()).mentions
    assert [
        (m.surface, m.claim.candidates) for m in mentions if isinstance(m.claim, NameClaim)
    ] == [
        ("Protocolos de Cartagena", ("instrument/cartagena-protocol",)),
        ("Nagoya", ("instrument/nagoya-protocol",)),
    ]
