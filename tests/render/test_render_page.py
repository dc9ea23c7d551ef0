"""The page as a file: it loads nothing, runs only its own script, and speaks six languages."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, URIRef

import recalling.render
from recalling.model import LANGUAGES
from recalling.model.errors import OutputError
from recalling.render import page, write_page

ASSETS = Path(recalling.render.__file__).parent / "assets"
SAMPLE = Path(__file__).resolve().parents[1] / "graph" / "sample.ttl"
_STATED = URIRef("https://w3id.org/recalling/ontology#StatedRelation")
HOSTILE = "</script><script>document.title='owned'</script><img src=x onerror=alert(1)>\"'\u2028"


class _Elements(HTMLParser):
    """Start tags with their attributes, and the text of scripts and styles."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in self.raw:
            self._in = tag
            self.raw[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._in:
            self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in:
            self.raw[self._in][-1] += data


def _elements(text: str) -> _Elements:
    found = _Elements()
    found.feed(text)
    return found


def _data(text: str) -> dict[str, object]:
    data: dict[str, object] = json.loads(_elements(text).raw["script"][0])
    return data


def test_nothing_in_the_markup_points_outside(sample: Graph) -> None:
    elements = _elements(page(sample))
    for tag, attributes in elements.tags:
        assert tag not in {"iframe", "object", "embed", "base", "img", "form", "video", "audio"}
        assert "src" not in attributes
        if tag != "a":
            assert attributes.get("href", "data:,") == "data:,"
        assert not any(name.startswith("on") or name == "style" for name in attributes)
    style = "".join(elements.raw["style"])
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_allows_exactly_what_is_there(sample: Graph) -> None:
    elements = _elements(page(sample))
    policy = next(
        a["content"] for t, a in elements.tags if a.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["connect-src"] == "'none'"
    assert "unsafe" not in policy

    def digest(text: str) -> str:
        raw = hashlib.sha256(text.encode()).digest()
        return f"'sha256-{base64.b64encode(raw).decode()}'"

    assert rules["script-src"].split() == [digest(s) for s in elements.raw["script"][1:]]
    assert rules["style-src"].split() == [digest(s) for s in elements.raw["style"]]


def test_the_library_keeps_its_licence(sample: Graph) -> None:
    text = page(sample)
    assert "vis.js is dual licensed under both" in text
    assert "sourceMappingURL" not in text


def test_hostile_text_stays_text(sample: Graph) -> None:
    graph = Graph() + sample
    work = URIRef("https://w3id.org/recalling/doc/A/RES/98/7")
    graph.set((work, URIRef("http://purl.org/dc/terms/title"), Literal(HOSTILE, lang="en")))
    text = page(graph, title=HOSTILE, name="x")
    elements = _elements(text)
    assert len(elements.raw["script"]) == 3
    assert not any(tag == "img" for tag, _ in elements.tags)
    nodes = _data(text)["nodes"]
    assert isinstance(nodes, list)
    assert any(node["titles"].get("en") == HOSTILE for node in nodes)


def test_marks_of_templates_in_texts_are_left_alone(sample: Graph) -> None:
    assert _data(page(sample, title="@DATA@ @APP@"))["title"] == "@DATA@ @APP@"


def test_the_same_graph_gives_the_same_bytes(sample: Graph) -> None:
    """Whatever the hash seed: another process with another seed writes the same page."""
    program = (
        "import sys, rdflib; from recalling.render import page\n"
        "sys.stdout.write(page(rdflib.Graph().parse(sys.argv[1])))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, str(SAMPLE)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert outputs == {page(sample).encode()}


def test_a_page_that_cannot_be_written_leaves_the_old_one(sample: Graph, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        write_page(sample, target / "page.html")
    assert target.read_text(encoding="utf-8") == "old"
    write_page(sample, target, title="New")
    assert "<title>New</title>" in target.read_text(encoding="utf-8")
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]


def test_an_empty_graph_has_a_page() -> None:
    data = _data(page(Graph()))
    assert (data["nodes"], data["title"]) == ([], "What 0 documents cite")


def test_edges_of_one_function_between_the_same_two_are_one_line(
    made: Callable[..., Graph],
) -> None:
    data = _data(page(made(1, 2, 27)))
    edges, ties = data["edges"], data["ties"]
    assert isinstance(edges, list)
    assert isinstance(ties, list)
    assert len(ties) == 27
    assert len({(e["s"], e["t"], e["fn"]) for e in edges}) == len(edges) < 27


def test_a_relation_that_the_text_states_has_its_name_in_six_languages(sample: Graph) -> None:
    """No verb of the sample stands for "contained in": its labels are the vocabulary's."""
    relation = URIRef("https://w3id.org/recalling/ontology#containedIn")
    graph = Graph() + sample
    stated = graph.value(predicate=RDF.type, object=_STATED)
    graph.set((stated, RDF.predicate, relation))
    schemes = _data(page(graph))["schemes"]
    assert isinstance(schemes, dict)
    labels = schemes["functions"]["contained-in"]["labels"]
    assert labels.keys() == set(LANGUAGES)
    assert (labels["fr"], labels["zh"]) == ("figure dans", "载于")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_stand_in_all_six_languages(language: str) -> None:
    """Each file has the keys of the English one, with the same places for numbers."""
    english = tomllib.loads((ASSETS / "words" / "en.toml").read_text(encoding="utf-8"))
    words = tomllib.loads((ASSETS / "words" / f"{language}.toml").read_text(encoding="utf-8"))
    assert words.keys() == english.keys()
    for key, text in words.items():
        assert text.strip()
        assert sorted(re.findall(r"\{\w\}", text)) == sorted(re.findall(r"\{\w\}", english[key]))


def test_every_word_that_the_page_asks_for_exists() -> None:
    english = tomllib.loads((ASSETS / "words" / "en.toml").read_text(encoding="utf-8"))
    program = "".join(p.read_text(encoding="utf-8") for p in (ASSETS / "app").glob("*.js"))
    markup = (ASSETS / "page.html").read_text(encoding="utf-8")
    asked = set(re.findall(r'word\("(\w+)"', program))
    asked |= set(re.findall(r'data-word[a-z-]*="(\w+)"', markup))
    assert len(asked) > 50
    assert asked <= english.keys()


def test_no_word_stands_unused() -> None:
    english = tomllib.loads((ASSETS / "words" / "en.toml").read_text(encoding="utf-8"))
    source = "".join(
        p.read_text(encoding="utf-8")
        for p in (*(ASSETS / "app").glob("*.js"), ASSETS / "page.html", ASSETS.parent / "view.py")
    )
    for key in english.keys() - {"column_citing", "column_paragraph"}:
        stem = key.removeprefix("column_")
        assert f'"{key}"' in source or f'"{stem}"' in source, key


def test_every_function_has_a_colour() -> None:
    """Each concept of the scheme stands in exactly one family, and nothing else does."""
    from recalling.model.resources import resource

    scheme = resource("ontology", "functions.ttl").read_text(encoding="utf-8")
    functions = set(re.findall(r"^fn:([a-z-]+) a skos:Concept", scheme, re.MULTILINE))
    families = tomllib.loads((ASSETS / "signs.toml").read_text(encoding="utf-8"))["families"]
    listed = [name for ids in families.values() for name in ids]
    assert sorted(listed) == sorted(functions)


# Machado, Oliveira and Fernandes (2009), severity 1: what the colour-blind see, in linear RGB.
_SEEN = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
                   (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
                     (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
                   (0.004733, 0.691367, 0.303900)),
}  # fmt: skip


def _colours(theme: int) -> dict[str, tuple[float, ...]]:
    """Colours of a theme (0 light, 1 dark) in linear RGB."""
    block = re.findall(
        r":root \{(.*?)\n *\}", (ASSETS / "style.css").read_text(encoding="utf-8"), re.DOTALL
    )[theme]
    found = {}
    for name, value in re.findall(r"--([a-z]+): #([0-9a-f]{6})", block):
        parts = (int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
        found[name] = tuple(
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
        )
    return found


def _lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    r, g, b = (min(max(c, 0.0), 1.0) for c in rgb)
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _luminance(rgb: tuple[float, ...]) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("sight", _SEEN)
def test_the_colour_blind_can_tell_verbs_apart(theme: int, sight: str) -> None:
    """Every two families differ by at least 15 in CIELAB (2 is just noticeable), however seen."""
    families = [
        *tomllib.loads((ASSETS / "signs.toml").read_text(encoding="utf-8"))["families"], "plain",
    ]  # fmt: skip
    colours = _colours(theme)
    seen = {
        name: _lab(
            tuple(
                sum(m * c for m, c in zip(row, colours[name], strict=True)) for row in _SEEN[sight]
            )
        )
        for name in families
    }
    for a, b in itertools.combinations(families, 2):
        distance = sum((x - y) ** 2 for x, y in zip(seen[a], seen[b], strict=True)) ** 0.5
        assert distance >= 15, (a, b, round(distance, 1))


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_colours_stand_out_from_the_ground(theme: int) -> None:
    """WCAG 2.2: 3 to 1 for lines and shapes, 4.5 to 1 for text."""
    colours = _colours(theme)

    def contrast(a: str, b: str) -> float:
        low, high = sorted((_luminance(colours[a]), _luminance(colours[b])))
        return (high + 0.05) / (low + 0.05)

    families = tomllib.loads((ASSETS / "signs.toml").read_text(encoding="utf-8"))["families"]
    for family in (*families, "plain"):
        assert contrast(family, "ground") >= 3, family
        assert contrast(family, "surface") >= 3, family
    for ground in ("ground", "surface", "raised"):
        assert contrast("ink", ground) >= 7
        assert contrast("soft", ground) >= 4.5
    assert contrast("accent", "surface") >= 4.5
