"""Protocols called by their noun alone, behind the treaty to which they belong."""

from __future__ import annotations

import pytest

from recalling.authority import load_authority
from recalling.extractors.name_attached import attached_protocols
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
    found = attached_protocols(text, 0, treaty, language, load_authority())
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
        ("zh", "及其议定书缔约国会议"),
        ("en", " and the Optional Protocols thereto on the involvement of children"),
        ("fr", " et les Protocoles facultatifs s’y rapportant concernant la vente"),
        ("es", " y sus Protocolos Facultativos relativos a la venta"),
        ("ru", " и факультативные протоколы к ней, касающиеся торговли детьми"),
        ("ar", " والبروتوكولات الاختيارية الملحقة بها بشأن بيع الأطفال"),
        ("ar", " وبروتوكوليها الإضافيين لعام 1977"),
    ],
)
def test_a_name_that_goes_on_is_another(language: Language, text: str) -> None:
    assert keys(text, DISABILITIES, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", " (SUA Convention) and its protocols to implement fully"),
        ("fr", " et à ses protocoles à s’acquitter pleinement des obligations"),
        ("es", " de 1988 (Convenio SUA) y sus protocolos a que cumplan plenamente"),
        ("ru", " 1988 года и протоколов к ней в полной мере выполнять"),
        ("zh", "及其各项议定书的缔约国全面履行"),
        ("ar", " وبروتوكولاتها، على أن تنفذ تنفيذا كاملا"),
    ],
)
def test_protocols_in_small_letters_and_behind_a_short_name(language: Language, text: str) -> None:
    """As op24 of S/RES/2608 (2021)."""
    assert keys(text, "instrument/maritime-navigation-convention", language) == {
        "instrument/maritime-navigation-protocol-2005"
    }


def test_a_noun_without_number_means_all_unless_one_has_no_other_name() -> None:
    """《儿童权利公约》及其任择议定书, beside the Covenant whose first protocol is so called."""
    assert keys("及其任择议定书、", CHILD, "zh") == THREE
    covenant = "instrument/international-covenant-on-civil-and-political-rights"
    assert keys("及其任择议定书、", covenant, "zh") == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", " and the Optional Protocols thereto on the involvement of children in armed"
         " conflict and on the sale of children, child prostitution and child pornography,"),
        ("fr", " et à ses Protocoles facultatifs concernant l’implication d’enfants dans les"
         " conflits armés et la vente d’enfants, la prostitution des enfants et la pornographie"
         " mettant en scène des enfants,"),
        ("es", " y los Protocolos Facultativos de esta relativos a la participación de niños en los"
         " conflictos armados y a la venta de niños, la prostitución infantil y la utilización de"
         " niños en la pornografía,"),
        ("ru", " и Факультативных протоколов к ней, касающихся участия детей в вооруженных"
         " конфликтах и торговли детьми, детской проституции и детской порнографии,"),
        ("ar", " وبروتوكوليها الاختياريين بشأن اشتراك الأطفال في المنازعات المسلحة"
         " وبيع الأطفال واستغلال الأطفال في البغاء وفي المواد الإباحية،"),
        ("zh", "及其《关于儿童卷入武装冲突问题的任择议定书》和《关于买卖儿童、儿童卖淫和儿童"
         "色情制品问题的任择议定书》、"),
    ],
)  # fmt: skip
def test_subjects_tell_which_protocols_are_meant(language: Language, text: str) -> None:
    """As op15 of A/HRC/RES/54/29: not the one on a communications procedure."""
    assert keys(text, CHILD, language) == THREE - {
        "instrument/optional-protocol-crc-communications"
    }
