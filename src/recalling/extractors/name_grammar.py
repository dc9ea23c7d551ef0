"""What stands around names in one language, from `grammar/names/<language>.toml`."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from recalling.extractors.needs import needs
from recalling.extractors.seeker import Holding, Seeker
from recalling.grammar import load_grammar
from recalling.model import Language


class Around(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns for the words beside a name that change what it is.

    `body_before` and `body_after` make it the name of a body ("Conference of the Parties to …"),
    `nested_before` the end of a longer title ("Protocol to the …"), `joined` stands between two
    names of one instrument ("… (the Nelson Mandela Rules)"), `attached` follows a treaty where its
    protocols are called by their noun alone ("and the Optional Protocol thereto"; groups `name`,
    `optional`, `many` where they are several, and where the noun does not tell, `titled` for the
    mark that makes it a title; `subject` where words on their subjects follow or stand before it),
    `inserted` stands inside a name, behind its noun («Конвенция 1951 года о статусе беженцев»),
    `titled` between a number and the name that says what it is about ("resolution 69/313 … on the
    Addis Ababa Action Agenda"). `about` is a name, with a group `name` for what is left of it
    without the words on its subject ("the Manila Declaration on …"). `further` follows the short
    name of a declaration when another one is meant, whose title goes on ("the Istanbul Declaration
    on Transparency in the Judicial Process"). `headed` leads to a name that only says what a
    document is about ("report … on the implementation of the …"): a note behind such a name is the
    document's.
    """

    body_before: str
    body_after: str
    nested_before: str
    joined: str
    attached: str
    inserted: str
    titled: str
    about: str
    further: str
    headed: str


class Short(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Short forms: nouns that surely name an instrument, nouns that may, and how they are printed.

    `compound` are pairs of a noun that may, of two words, and the noun alone ("Optional Protocol",
    "Protocol"): what is named with the first may be meant by either.
    `form` has a group `noun`; `{nouns}` in it stands for all nouns. `own_rules` are the speaker's
    rules of procedure behind a rule's number, with a group `name`. `ordinary` stands before a noun
    that is an ordinary word there (واجب الإعلان, "the duty to declare"), `demonstrative` before one
    that means what was named right before it ("that Convention"). `joined` stands between
    the two heads of one name ("Declaration and Programme of Action"), `attributive` behind a noun
    that only qualifies the next one ("Framework Convention"). `other_head` is the head of names
    for which none of the nouns stands ("Final Document of the … Parties to the Treaty …").
    `introduced` matches a short form that a bracket behind the full name introduces ("(the
    Convention)"), `introducing` what stands there before a name of several words ("hereinafter
    referred to as the"), `accompanied` between the full name and such a bracket ("and the annexes
    thereto"). `sharing` is the noun of treaties that have the series number of another:
    protocols, that of their convention; it matches them in all forms. `adjectival` are the nouns
    that are adjectives too, behind a noun with the article.
    """

    strong: list[str]
    weak: list[str]
    compound: list[tuple[str, str]]
    form: str
    own_rules: str
    ordinary: str
    demonstrative: str
    joined: str
    attributive: str
    other_head: str
    introduced: str
    introducing: str
    accompanied: str
    sharing: str
    adjectival: list[str]


class Unknown(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles that the authority does not know.

    `form` is that of a title with a note behind it; `standing` that of one whose own words say
    that it is an instrument. `annexed` is the noun, with the words that may stand before it, of
    what a note places in an annex; `joint` stands before a further member of a list of such,
    `told` begins what is said of it behind its name, `stop` are words that no name has. `outcome`
    is the noun of what a meeting comes to, which may be a resolution as a whole, and `held` begins
    what is said of the meeting. `common`
    are words, folded, that alone tell no instrument from another.
    """

    form: str
    standing: str
    annexed: str
    joint: str
    told: str
    stop: str
    outcome: str
    held: str
    common: str


class Described(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Instruments described by what they are.

    `report` has groups `title` and `whose`; `expected` stands before what is still to come,
    `issued` behind (`issued_before` before) what has a date; `contained_before` stands between a
    document and what it contains (`contained_name`), `contained_after` between what is contained
    (it begins with `contained_head`) and the document, both with a group `annexed` where their
    word says that it is in an annex. `contained_other` is found from such a head to the document
    when more than what the head names is contained there ("the Declaration … and the
    recommendations contained in …").
    """

    report: str
    interim: str
    final: str
    expected: str
    issued: str
    contained_before: str
    contained_head: str
    contained_after: str
    contained_other: str
    issued_before: str = "(?!)"
    contained_name: str = "(?P<name>(?!))"


class Dated(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands between an instrument and its date, the date's slots included.

    `after` follows the instrument (", adopted on {day} {month} {year}"), `before` leads to it;
    `adopted` begins what happened to it, with or without a date ("adopted at that meeting").
    """

    after: str
    before: str
    adopted: str


class SharedNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How names share a noun: `member` is what tells one from the other, `joint` stands between.

    A row of `forms` has what stands before the members ("treaties of "), what stands behind them
    (" conventions"), and the name of one of them, where `{}` stands for the member: "{} Convention"
    """

    member: str
    joint: str
    forms: list[tuple[str, str, list[str]]]


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's grammar of names.

    `abbreviated` are words inside a name with their short form, `quotes` pairs of an opening
    and a closing mark; `adjectives` and `nouns` list the endings of a name's first words,
    nominative first; `agreeing` is the ending of participles that follow the name's case,
    `joining` the words behind which a second noun declines too. `agreement` pairs endings, in
    the nominative, of an adjective and of the nouns that it can go with, `possessed` those of a
    definite noun and of the same with "its" ("التوصية", "توصيته").
    """

    fused: str
    article: str
    contracted: str
    abbreviated: list[tuple[str, str]]
    spaced: bool
    quotes: list[tuple[str, str]]
    around: Around
    shared: SharedNoun
    short: Short
    unknown: Unknown
    described: Described
    dated: Dated
    relations: dict[str, str]
    kinds: dict[str, str]
    adjectives: list[list[str]] = []
    nouns: list[list[str]] = []
    agreeing: str = ""
    joining: list[str] = []
    possessed: list[tuple[str, str]] = []
    agreement: list[tuple[str, str]] = []


class NamePatterns:
    """One language's grammar of names, compiled."""

    def __init__(self, language: Language) -> None:
        self.grammar = names = load_grammar("names", language, Names)
        around = names.around
        self.body_before = Seeker([around.body_before], behind="$")
        self.needed_body = Holding([around.body_before])
        self.body_after = re.compile(around.body_after)
        self.nested_before = re.compile(f"(?:{around.nested_before})$")
        self.needed_nested = Holding([around.nested_before])
        self.joined = re.compile(around.joined)
        self.attached = re.compile(around.attached)
        #: None where nothing stands inside a name
        self.inserted = re.compile(around.inserted) if needs(around.inserted) else None
        self.needed_standing = Holding([names.unknown.standing])
        self.titled = re.compile(around.titled)
        self.about = re.compile(around.about)
        self.further = re.compile(around.further)
        self.headed = re.compile(f"(?:{around.headed})$")
        self.demonstrative = re.compile(f"(?:{names.short.demonstrative})$")
        self.ordinary = re.compile(f"(?:{names.short.ordinary})$")
        self.adopted = re.compile(names.dated.adopted)
        self.unknown = re.compile(names.unknown.form)
        self.needed_unknown = Holding([names.unknown.form])
        self.standing = re.compile(names.unknown.standing)
        self.own_rules = re.compile(names.short.own_rules)
        self.annexed = re.compile(names.unknown.annexed)
        self.annexed_joint = re.compile(f"(?:{names.unknown.joint})$")
        self.annexed_told = re.compile(names.unknown.told)
        self.common = re.compile(names.unknown.common)
        self.annexed_stop = re.compile(names.unknown.stop)
        self.outcome = re.compile(names.unknown.outcome)
        self.outcome_held = re.compile(f"{names.unknown.held}|{names.unknown.told}")
        # in lower case: "конве" for «Конвенция» in any case
        bare = (noun.removeprefix(names.article) for noun in names.kinds)
        stems = sorted({noun.lower()[:5] for noun in bare})
        stem = re.compile("|".join(map(re.escape, stems)))
        # need not be looked for where the form itself tells which strings it needs
        self.stem = stem if needs(names.unknown.standing) is None else None
        self.introducing = re.compile(names.short.introducing)
        #: the bracket right behind a name, whose words may go on behind a comma: "(the Peace
        #: Agreement, S/1995/999, annex)"
        self.bracket = re.compile(
            rf"[\"”»》]{{0,2}}(?:{names.short.accompanied})?[\"”»》]{{0,2}}\s?"
            r"[(（](?P<words>[^()（）\n]{4,80})[)）]"
        )
        #: the beginning of an instrument's noun, in lower case and without its article
        self.noun = stem
        self.relations = {name: re.compile(form) for name, form in names.relations.items()}


@cache
def load_names(language: Language) -> NamePatterns:
    """The grammar of names in one language. Raises DataError when its file does not fit."""
    return NamePatterns(language)
