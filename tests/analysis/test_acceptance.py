"""What is accepted stands in the authority: whole, once, with its evidence, or not at all."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from recalling.analysis.harvesting import (
    Candidate,
    Conflict,
    Contender,
    Name,
    Target,
    accept,
)
from recalling.authority import Authority
from recalling.authority.load import read_authority
from recalling.model.errors import InputError, OutputError, RecallingError

HEAD = """# The named instruments, shortened for this test.
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix inst: <https://w3id.org/recalling/instrument/> .
@prefix kind: <https://w3id.org/recalling/kind/> .
@prefix rec: <https://w3id.org/recalling/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

inst:kyoto-protocol a skos:Concept, rec:NamedInstrument ;
    skos:inScheme <https://w3id.org/recalling/instrument> ;
    rec:kind kind:treaty ;
    skos:prefLabel "Kyoto Protocol"@en ;
    rec:registration "UNTS 2303 / 30822" ;
    dcterms:source "A/RES/75/217, note 5: Ibid., vol. 2303, No. 30822." .
"""
ROWS = "instrument\tlanguage\tlabel\ttimes\tfirst\ninstrument/kyoto-protocol\ten\tKyoto Protocol\t9\tA/RES/75/217\n"  # noqa: E501


def name(language: str, text: str, works: int = 3) -> Name:
    note = f"doc/A/RES/77/282/{language}#note6"
    return Name(language=language, text=text, works=works, notes=(note,))  # type: ignore[arg-type]


ALMATY = Candidate(
    id="almaty-declaration",
    kind="declaration",
    targets=(Target("doc/A/CONF.202/3", "annex II"),),
    names=(name("en", "Almaty Declaration"), name("ru", "Алматинская декларация")),
    works=3,
    status="new",
    source="A/RES/77/282, note 6: A/CONF.202/3, annex II.",
)
KYOTO = Candidate(
    id="kyoto-protocol",
    kind="treaty",
    targets=(Target("instrument/kyoto-protocol"),),
    names=(name("en", "Kyoto Protocol"), name("es", "Protocolo de Kyoto"), name("en", "KP-1")),
    works=9,
    status="new name",
    known="instrument/kyoto-protocol",
)
DISPUTED = msgspec.structs.replace(
    ALMATY,
    conflicts=(
        Conflict(
            "en",
            "Almaty Declaration",
            (
                Contender("almaty-declaration", "A/CONF.202/3, annex II", 3),
                Contender("other", "A/50/1", 1),
            ),
        ),
    ),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "instruments.ttl").write_text(HEAD, "utf-8")
    (tmp_path / "attestations.tsv").write_text(ROWS, "utf-8")
    return tmp_path


def authority(folder: Path) -> Authority:
    return read_authority([folder / "instruments.ttl"])


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_part_of_a_document_is_an_entry_of_its_own(folder: Path) -> None:
    (one,) = accept([ALMATY], ["almaty-declaration"], folder)
    assert (one.key, one.new) == ("instrument/almaty-declaration", True)
    entry = authority(folder).entry(one.key)
    assert entry is not None
    assert (entry.kind, entry.symbol, entry.part) == ("declaration", "A/CONF.202/3", "annex II")
    assert entry.container == "doc/A/CONF.202/3"
    assert (entry.label("en"), entry.label("ru")) == (
        "Almaty Declaration",
        "Алматинская декларация",
    )
    assert entry.sources == ("A/RES/77/282, note 6: A/CONF.202/3, annex II.",)
    rows = (folder / "attestations.tsv").read_text("utf-8")
    assert rows == ROWS + (
        "instrument/almaty-declaration\ten\tAlmaty Declaration\t3\tA/RES/77/282\n"
        "instrument/almaty-declaration\tru\tАлматинская декларация\t3\tA/RES/77/282\n"
    )


def test_what_is_there_stays_byte_for_byte(folder: Path) -> None:
    accept([ALMATY], ["almaty-declaration"], folder)
    assert (folder / "instruments.ttl").read_text("utf-8").startswith(HEAD)


def test_the_whole_of_a_document_has_the_documents_key(folder: Path) -> None:
    whole = msgspec.structs.replace(ALMATY, targets=(Target("doc/A/RES/74/15"),))
    (one,) = accept([whole], ["almaty-declaration"], folder)
    assert one.key == "doc/A/RES/74/15"
    entry = authority(folder).entry("doc/A/RES/74/15")
    assert entry is not None
    assert (entry.symbol, entry.contained) == ("A/RES/74/15", False)


def test_a_treaty_has_its_place_in_the_series(folder: Path) -> None:
    treaty = msgspec.structs.replace(
        ALMATY, kind="treaty", targets=(Target("treaty/I-42279", volume="2354"),)
    )
    accept([treaty], ["almaty-declaration"], folder)
    (entry,) = authority(folder).by_registration("UNTS", "2354", "42279")
    assert entry.symbol is None


def test_a_plain_phrase_is_a_name_between_quotation_marks_only(folder: Path) -> None:
    title = msgspec.structs.replace(ALMATY, names=(name("en", "In larger freedom"),))
    accept([title, KYOTO], ["almaty-declaration"], folder)
    entry = authority(folder).entry("instrument/almaty-declaration")
    assert entry is not None
    assert entry.quoted


def test_a_known_instrument_gets_the_names_that_it_lacks(folder: Path) -> None:
    (one,) = accept([KYOTO], ["kyoto-protocol"], folder)
    assert [n.text for n in one.names] == ["Protocolo de Kyoto", "KP-1"]
    entry = authority(folder).entry("instrument/kyoto-protocol")
    assert entry is not None
    assert [(x.text, x.rank) for x in entry.labels] == [
        ("Kyoto Protocol", "preferred"),
        ("Protocolo de Kyoto", "preferred"),
        ("KP-1", "alternative"),
    ]
    assert entry.registrations


def test_a_second_time_changes_nothing(folder: Path) -> None:
    ids = ["almaty-declaration", "kyoto-protocol"]
    accept([ALMATY, KYOTO], ids, folder)
    before = content(folder)
    again = accept([ALMATY, KYOTO], ids, folder)
    assert content(folder) == before
    assert [(one.names, one.new) for one in again] == [((), False), ((), False)]


def test_a_disputed_name_is_refused_with_all_contenders(folder: Path) -> None:
    before = content(folder)
    with pytest.raises(InputError, match=r"almaty-declaration \(3\), other \(1\); say which"):
        accept([DISPUTED], ["almaty-declaration"], folder)
    assert content(folder) == before


def test_the_contender_that_is_named_has_the_name(folder: Path) -> None:
    (one,) = accept([DISPUTED], ["almaty-declaration"], folder, contenders=["other"])
    assert [n.text for n in one.names] == ["Алматинская декларация"]
    (one,) = accept([DISPUTED], ["almaty-declaration"], folder, contenders=["almaty-declaration"])
    assert [n.text for n in one.names] == ["Almaty Declaration"]


def test_a_name_can_be_left_out(folder: Path) -> None:
    (one,) = accept([DISPUTED], ["almaty-declaration"], folder, without=["Almaty Declaration"])
    assert [n.language for n in one.names] == ["ru"]


def _renamed(**changes: object) -> Candidate:
    return msgspec.structs.replace(ALMATY, **changes)


@pytest.mark.parametrize(
    ("candidate", "id_", "says"),
    [
        (ALMATY, "almaty", "is no candidate of this file"),
        (_renamed(names=(name("en", "Kyoto Protocol"),)), "almaty-declaration",
         "the authority has “Kyoto Protocol” for instrument/kyoto-protocol"),
        (_renamed(id="kyoto-protocol"), "kyoto-protocol", "as something else than"),
        (_renamed(targets=(Target("doc/A/1"), Target("doc/A/2"))), "almaty-declaration",
         "A/1 and A/2, and an entry is one thing"),
    ],
)  # fmt: skip
def test_what_is_in_the_way_is_said(
    folder: Path, candidate: Candidate, id_: str, says: str
) -> None:
    before = content(folder)
    with pytest.raises(InputError, match=says):
        accept([KYOTO, candidate], ["kyoto-protocol", id_], folder)
    assert content(folder) == before  # not even the one that could be accepted


def test_no_name_left_is_said(folder: Path) -> None:
    with pytest.raises(InputError, match="no name is left"):
        accept([ALMATY], ["almaty-declaration"], folder, without=[n.text for n in ALMATY.names])


def test_a_folder_without_an_authority_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="give the folder of an authority"):
        accept([ALMATY], ["almaty-declaration"], tmp_path)


def test_a_broken_authority_is_not_written_to(folder: Path) -> None:
    (folder / "instruments.ttl").write_text(HEAD.replace("kind:treaty ;", "kind:treaty"), "utf-8")
    before = content(folder)
    with pytest.raises(RecallingError):
        accept([ALMATY], ["almaty-declaration"], folder)
    assert content(folder) == before


def test_a_failure_to_write_leaves_both_files_as_they_were(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(folder)

    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError):
        accept([ALMATY], ["almaty-declaration"], folder)
    assert content(folder) == before
