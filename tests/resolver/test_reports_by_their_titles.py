"""Russian prints a report's title right behind the words that say whose it is."""

from __future__ import annotations

from tests.worded import resolved, worded


def test_the_note_tells_which_report_it_is() -> None:
    # A/RES/75/322, op. 1: the title begins with the name of the partnership itself
    text = (
        "принимает к сведению доклад Генерального секретаря «Новое партнерство в интересах "
        "развития Африки: восемнадцатый сводный доклад о прогрессе в осуществлении»^,"
    )
    keys = {c.instrument.key for c in resolved(worded(text, "ru", ["A/75/918."])).citations}
    assert keys == {"doc/A/75/918"}


def test_a_nickname_in_small_letters_is_no_title() -> None:
    resolution = resolved(worded("отмечая доклад «четверки» от 1 июля 2016 года,", "ru"))
    assert not resolution.citations
    assert not resolution.unresolved


def test_an_arabic_order_behind_to_the() -> None:
    # A/RES/75/192, op. 1
    text = (
        "تأسف لعدم الامتثال للطلبات، وكذلك للأمر الصادر عن محكمة العدل الدولية "
        "في 19 نيسان/أبريل 2017 بشأن التدابير التحفظية،"
    )
    (order,) = resolved(worded(text, "ar")).citations
    assert order.instrument.key == "record/icj/2017-04-19"


def test_arabic_protocols_with_their_date_before_the_note() -> None:
    # A/RES/75/125, pp5
    text = (
        "وإذ تشير إلى اتفاقيات جنيف المؤرخة 12 آب/أغسطس 1949 وبروتوكوليها الإضافيين "
        "المؤرخين 8 حزيران/يونيه 1977^، وإلى الواجب،"
    )
    note = "United Nations, Treaty Series, vol. 1125, Nos. 17512 and 17513."
    found = resolved(worded(text, "ar", [note])).citations
    assert found[1].mention.surface.startswith("بروتوكوليها الإضافيين")
    assert found[1].instrument.key == "instrument/additional-protocol-i"
