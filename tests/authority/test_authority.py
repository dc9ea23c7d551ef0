"""The named instruments: what the shipped files say, and what a broken one is told."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from recalling.authority import Authority, Entry, Registration, load_authority
from recalling.authority.load import read_authority
from recalling.model import LANGUAGES
from recalling.model.errors import DataError
from recalling.model.resources import resource


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load_authority()


def test_217_a_iii_is_the_universal_declaration(authority: Authority) -> None:
    (entry,) = authority.by_symbol("A/RES/217(III)", "A")
    assert entry.key == "instrument/universal-declaration-of-human-rights"
    assert entry.label("zh") == "世界人权宣言"
    assert entry.container == "doc/A/RES/217(III)"


def test_the_2030_agenda_is_resolution_70_1_itself(authority: Authority) -> None:
    (entry,) = authority.by_symbol("A/RES/70/1")
    assert entry.key == "doc/A/RES/70/1"
    assert not entry.contained


def test_a_declaration_in_a_resolution_is_not_the_resolution(authority: Authority) -> None:
    """75/1 holds the declaration on the seventy-fifth anniversary; the two are told apart."""
    assert authority.by_symbol("A/RES/75/1") == ()
    assert [e.key for e in authority.inside("A/RES/75/1")] == ["instrument/un75-declaration"]


def test_one_annex_may_hold_several_instruments(authority: Authority) -> None:
    """A/C.2/59/3, annex: the Geneva Declaration of Principles and the Geneva Plan of Action."""
    keys = {e.key for e in authority.by_symbol("A/C.2/59/3", "annex")}
    assert keys == {
        "instrument/geneva-declaration-of-principles",
        "instrument/geneva-plan-of-action",
    }


def test_one_registration_number_is_a_convention_and_its_protocols(authority: Authority) -> None:
    """UNTS 39574: the volume tells the convention (2225) from the trafficking protocol (2237)."""
    assert len(authority.by_registration("UNTS", None, "39574")) == 4
    (convention,) = authority.by_registration("UNTS", "2225", "39574")
    assert convention.key == "instrument/un-convention-against-transnational-organized-crime"
    (protocol,) = authority.by_registration("UNTS", "2237", "39574")
    assert protocol.key == "instrument/trafficking-protocol"


def test_what_is_to_come_is_anticipated_until_it_exists(authority: Authority) -> None:
    compact = authority.entry("instrument/global-digital-compact")
    assert compact is not None
    assert compact.anticipated("2024-03-21")
    assert not compact.anticipated("2025-01-01")
    assert not compact.anticipated(None)


def test_every_entry_says_where_it_was_read(authority: Authority) -> None:
    """An identifier without a source, or an entry without a name, would be a claim of our own."""
    for entry in authority.entries.values():
        assert entry.label("en"), entry.key
        if entry.registrations or (entry.symbol and entry.contained):
            assert entry.sources, entry.key


def test_no_two_treaties_share_volume_and_number_but_a_convention_and_its_first_protocols(
    authority: Authority,
) -> None:
    """Protocols share their convention's number and stand in volumes of their own.

    Only the Convention on Certain Conventional Weapons was registered with its first protocols.
    """
    numbers = [
        (volume, registration.number)
        for entry in authority.entries.values()
        for registration in entry.registrations
        for volume in registration.volumes
    ]
    assert {place for place in numbers if numbers.count(place) > 1} == {("1342", "22495")}


def test_every_label_is_attested() -> None:
    """attestations.tsv has a row for each preferred and alternative label."""
    rows = resource("ontology", "authority", "attestations.tsv").read_text("utf-8").splitlines()[1:]
    attested = {tuple(row.split("\t")[:3]) for row in rows}
    missing = [
        (key, label.text)
        for language in LANGUAGES
        for label, key in load_authority().labels(language)
        if label.rank != "hidden" and (key, language, label.text) not in attested
    ]
    assert not missing


def test_most_instruments_have_labels_in_six_languages(authority: Authority) -> None:
    assert len(authority.entries) >= 120
    complete = [
        e for e in authority.entries.values() if all(e.label(language) for language in LANGUAGES)
    ]
    assert len(complete) >= 0.9 * len(authority.entries)


def test_a_label_of_two_instruments_has_a_note(authority: Authority) -> None:
    """A label that two instruments claim needs a note saying how they are told apart."""
    for language in LANGUAGES:
        bearers: dict[str, set[str]] = defaultdict(set)
        for label, key in authority.labels(language):
            bearers[label.text.casefold()].add(key)
        for text, keys in bearers.items():
            if len(keys) > 1:
                notes = [authority.entries[key].scope for key in keys]
                assert all(notes), (language, text, keys)


def test_a_volume_alone_finds_a_treaty() -> None:
    """The League of Nations Treaty Series is cited by volume: vol. XCIV, No. 2138."""
    entry = Entry(
        key="instrument/x", kind="treaty", registrations=(Registration("LNTS", ("94",), "2138"),)
    )
    authority = Authority([entry])
    assert authority.by_registration("LNTS", "94", None) == (entry,)
    assert authority.by_registration("LNTS", "95", None) == ()
    assert authority.by_registration("LNTS", "95", "2138") == ()


@pytest.mark.parametrize(
    ("turtle", "word"),
    [
        ("<https://w3id.org/recalling/instrument/x> a", "cannot be read"),
        ("inst:x a rec:NamedInstrument .", "rec:kind"),
        (
            'inst:x a rec:NamedInstrument ; rec:kind kind:treaty ; rec:registration "1577" .',
            "UNTS 1577 / 27531",
        ),
    ],
)
def test_a_broken_file_is_told_what_it_lacks(tmp_path: Path, turtle: str, word: str) -> None:
    head = "\n".join(
        f"@prefix {name}: <https://w3id.org/recalling/{path}> ."
        for name, path in (("inst", "instrument/"), ("kind", "kind/"), ("rec", "ontology#"))
    )
    path = tmp_path / "broken.ttl"
    path.write_text(f"{head}\n{turtle}\n", "utf-8")
    with pytest.raises(DataError, match=word):
        read_authority([path])


def test_a_part_of_a_document_is_spelled_as_its_symbol(authority: Authority) -> None:
    """A/RES/75/161, note 2: "A/CONF.157/24 (Part I), chap. III."."""
    vienna = authority.entry("instrument/vienna-declaration-and-programme-of-action")
    assert vienna is not None
    assert (vienna.symbol, vienna.part) == ("A/CONF.157/24 (Part I)", "chap. III")
    assert vienna.container == "doc/A/CONF.157/24 (Part I)"


def test_symbols_of_the_authority_are_whole(authority: Authority) -> None:
    """No bracket is left open, and the first half stands for a double symbol."""
    for entry in authority.entries.values():
        if entry.symbol is not None:
            assert entry.symbol.count("(") == entry.symbol.count(")"), entry.key
            assert "-S/" not in entry.symbol, entry.key


@pytest.mark.parametrize(
    ("slug", "symbol", "part"),
    [
        ("residual-mechanism-statute", "S/RES/1966(2010)", "annex 1"),  # S/RES/2529(2020), pp2
        ("joint-inspection-unit-statute", "A/RES/31/192", "annex"),  # A/RES/75/270, note 1
    ],
)
def test_statutes_stand_in_resolutions(
    authority: Authority, slug: str, symbol: str, part: str
) -> None:
    """The statute of a body is the annex of the resolution that gave it, in six languages."""
    statute = authority.entry(f"instrument/{slug}")
    assert statute is not None
    assert (statute.symbol, statute.part, statute.contained) == (symbol, part, True)
    assert all(statute.label(language) for language in LANGUAGES)


def test_what_stands_in_no_counted_text_says_where_it_was_read() -> None:
    """A label that no text of the corpus prints is marked so, with its source, and no other is."""
    rows = resource("ontology", "authority", "attestations.tsv").read_text("utf-8").splitlines()[1:]
    outside = {(row.split("\t")[3] == "0", row.split("\t")[4][:9] == "outside: ") for row in rows}
    assert outside == {(True, True), (False, False)}


@pytest.mark.parametrize(
    ("symbol", "part", "key"),
    [
        ("A/RES/79/1", None, "doc/A/RES/79/1"),  # A/RES/80/3, note 16
        ("A/RES/79/1", "annex I", "instrument/global-digital-compact"),
        ("A/RES/79/1", "annex II", "instrument/declaration-on-future-generations"),
        ("A/RES/78/317", "annex", "instrument/antigua-and-barbuda-agenda"),  # A/RES/80/5, note 13
        ("A/RES/79/233", "annex", "instrument/awaza-programme-of-action"),  # A/RES/80/5, note 12
        ("A/RES/79/323", "annex", "instrument/sevilla-commitment"),  # A/RES/80/3, note 12
        ("A/RES/78/1", "annex", "instrument/sdg-summit-2023-political-declaration"),  # 80/5, note 4
    ],
)
def test_instruments_of_2023_to_2025_by_what_footnotes_say(
    authority: Authority, symbol: str, part: str | None, key: str
) -> None:
    assert [entry.key for entry in authority.by_symbol(symbol, part)] == [key]
