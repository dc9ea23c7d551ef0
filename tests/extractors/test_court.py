"""Judgments and opinions need a court and a date; a request is none."""

from __future__ import annotations

from collections.abc import Callable

from recalling.extractors.court import find_court
from recalling.model import Mention

Reader = Callable[..., list[Mention]]


def test_the_date_is_the_opinion_s_not_the_resolution_s(read: Reader) -> None:
    """A/HRC/RES/56/19: the opinion of 9 July, the resolution of 20 July 2004."""
    text = (
        "回顾国际法院2004年7月9日就在巴勒斯坦被占领土修建隔离墙的法律后果发表的咨询意见，"
        "并回顾大会2004年7月20日ES-10/15号决议，"
    )
    (mention,) = read(find_court, text, "zh")
    assert (mention.surface, mention.date) == ("咨询意见", "2004-07-09")


def test_orders_and_judgments_in_three_languages(read: Reader) -> None:
    """A/HRC/RES/56/1: the order of 23 January 2020."""
    english = read(
        find_court, "the order of the International Court of Justice of 23 January 2020", "en"
    )
    russian = read(find_court, "постановление Международного Суда от 23 января 2020 года", "ru")
    arabic = read(
        find_court, "إلى أمر محكمة العدل الدولية المؤرخ 23 كانون الثاني/يناير 2020 في القضية", "ar"
    )
    assert [m.date for m in (*english, *russian, *arabic)] == ["2020-01-23"] * 3


def test_an_order_told_by_what_the_court_did(read: Reader) -> None:
    """A/HRC/RES/55/23 pp41 and A/HRC/RES/55/22 op4."""
    found = [
        *read(
            find_court,
            "la Corte Internacional de Justicia y la orden emitida por la Corte"
            " el 16 de marzo de 2022",
            "es",
        ),
        *read(
            find_court,
            "роль Международного Суда, ссылаясь на принятое Судом 16 марта 2022 года постановление",
            "ru",
        ),
        *read(
            find_court,
            "دور محكمة العدل الدولية، وإذ يشير إلى الأمر الذي أصدرته المحكمة في 16 آذار/مارس 2022",
            "ar",
        ),
        *read(
            find_court,
            "the International Court of Justice and the order issued by the Court on 16 March 2022",
            "en",
        ),
        *read(
            find_court,
            "la Cour internationale de Justice, rappelant l’ordonnance de la Cour du 16 mars 2022",
            "fr",
        ),
        *read(find_court, "注意到国际法院的作用，回顾该法院于2022年3月16日命令俄罗斯联邦", "zh"),
    ]
    assert [m.date for m in found] == ["2022-03-16"] * 6
    assert (
        read(
            find_court,
            "роль Международного Суда и постановление правительства от 16 марта 2022 года",
            "ru",
        )
        == []
    )


def test_a_request_and_the_kind_of_text_are_none(read: Reader) -> None:
    """A/RES/77/276 asks for an opinion; A/RES/76/111 speaks of all of them."""
    request = "to request the International Court of Justice to render an advisory opinion"
    kind = "the Judgments, Advisory Opinions and Orders of the International Court of Justice"
    for text in (f"{request} on 29 March 2023", kind):
        assert read(find_court, text, "en") == []
