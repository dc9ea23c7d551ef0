"""Short forms become what the same document named in full: before, after, or in a note."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import msgspec

from recalling.authority import Authority
from recalling.extractors.name_grammar import load_names
from recalling.extractors.name_index import Found, NameIndex, fold, instrument_index
from recalling.extractors.name_kinds import kind_of
from recalling.extractors.short_forms import introduces, may_name, nouns_of, paired_nouns
from recalling.model import Evidence, Language, Mention, SeriesClaim, ShortClaim
from recalling.resolver.antecedents import Antecedent, Antecedents, one
from recalling.resolver.by_series import of_noun
from recalling.resolver.instruments import instrument_of
from recalling.resolver.state import Identified, Outcome, State, Unidentified

#: "(the Convention)", "(hereinafter referred to as “the Convention”)", (下称《公约》)
_BRACKET = re.compile(r"[\"”»》]?,? ?[(（](?P<words>[^()（）]{2,60})[)）]")
#: words between a full name and such a bracket, in the same clause
_WHOSE = re.compile(r"[^,;.，、；。،؛()（）]{1,110}(?=[(（])")

#: how far back a paragraph is searched for what it names
_SAME = 2000
#: how far back "that" stands before a short form
_POINTING = 20
#: a bracket that is still open
_OPENED, _BRACKETED = re.compile(r"[(（][^()（）]{0,60}$"), 64


def identify_short_form(mention: Mention, state: State) -> Outcome | None:
    """The instrument for which a short form stands.

    None while names are not settled yet.
    """
    claim = mention.claim
    if not isinstance(claim, ShortClaim):
        return None
    antecedents = state.antecedents(claim.noun)
    if antecedents is None:
        return None
    noted = _noted(mention, antecedents, state)
    if noted is not None:
        return noted
    beside = _beside(mention, claim.noun, state)
    if antecedents.unknown and not beside:
        return _by_custom(mention, claim, state) or Unidentified(
            "no-antecedent", f"Nothing in the document says which {claim.noun} is meant."
        )
    chosen = _chosen(mention, claim, antecedents, beside, state)
    if chosen is None or chosen.instrument is None:
        return _customary(mention, claim, antecedents, beside, state) or Unidentified(
            "ambiguous", f"The document names several instruments that “{claim.name}” may mean."
        )
    full = chosen.mention
    evidence = Evidence("short form", full.paragraph, full.surface)
    return Identified((chosen.instrument,), "short form", evidence=(evidence,))


def _noted(mention: Mention, antecedents: Antecedents, state: State) -> Identified | None:
    """What the note behind a short form says, if it is a treaty or one of the full names.

    A note of another kind belongs to what the whole phrase is about: "the decision of the
    Conference of the Parties to the Convention". In a bracket, a short form is that of the full
    name before it, whatever the note adds.
    """
    text = state.paragraphs[mention.paragraph].flow.text
    if _OPENED.search(text, max(0, mention.at - _BRACKETED), mention.at):
        return None
    for cited, found in state.noted(mention)[:1]:
        if isinstance(cited.claim, SeriesClaim):
            instruments = of_noun(mention.surface, cited, found, state)
        else:
            known = antecedents.keys
            instruments = tuple(one for one in found.instruments[:1] if one.key in known)
        if instruments:
            evidence = Evidence("note", cited.paragraph, cited.surface)
            return Identified(instruments, "note", evidence=(evidence,))
    return None


def _chosen(
    mention: Mention,
    claim: ShortClaim,
    antecedents: Antecedents,
    beside: list[Antecedent],
    state: State,
) -> Antecedent | None:
    """The antecedent of a short form, None when several may be meant.

    The only one that the same paragraph names before, and be it in the name of a body; else the
    only one of the document; else the one for which the document introduces the short form, or
    which its title names; else the only one named so far, or the one that the document is about.
    That one stands nearer than another decides nothing. A plan or strategy named once somewhere
    else is not enough: others are named that no authority knows. "That Convention" is one named
    right before it, or the one of the title.
    """
    index = state.index(mention)
    patterns = load_names(state.document.language)
    text = state.paragraphs[mention.paragraph].flow.text
    if text[mention.at].islower():  # "this convention" is found only where one was just named
        return beside[-1] if beside else None
    pointing = patterns.demonstrative.search(text, max(0, mention.at - _POINTING), mention.at)
    antecedents = _paired(mention, claim.noun, antecedents, state)
    same = antecedents.within(_family(mention.paragraph, state), index)
    if same and (one(same) or not antecedents.one):
        introduced = _introducing(antecedents, claim.noun, index, state)
        if not one(same) or introduced is None or pointing is not None:
            return same[-1] if one(same) else introduced
        return _of_two(mention, same[-1], introduced, text)
    plain = kind_of(claim.noun, patterns) in _PLAIN
    chosen = antecedents.names[0] if antecedents.one else None
    if pointing is not None:
        chosen = _titled(antecedents, claim.noun, state)
    elif chosen is None or (plain and len(antecedents.names) == 1):
        chosen = _introducing(antecedents, claim.noun, index, state) or _titled(
            antecedents, claim.noun, state
        )
        if chosen is None and kind_of(claim.noun, patterns) in _WEIGHTY:
            chosen = _so_far(antecedents, index) or _foremost(mention, antecedents, index, state)
    if beside and (chosen is None or chosen.instrument is None):
        return beside[0] if one(beside) else None
    if beside and chosen is not None and not one([chosen, *beside]):
        return None
    return chosen


def _so_far(antecedents: Antecedents, index: int) -> Antecedent | None:
    """The only one that the document has named when it prints the short form."""
    before = antecedents.before(index)
    return before[0] if one(before) else None


#: how often a document names what it is about, and how many times as often as anything else
_OFTEN, _TIMES = 3, 3


def _foremost(
    mention: Mention, antecedents: Antecedents, index: int, state: State
) -> Antecedent | None:
    """The one that the document is about: it names it again and again, and others in passing.

    None where another is named in the paragraph before, of which the short form may still speak.
    """
    counts = Counter(_named_as(each) for each in antecedents.names)
    (name, times), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if times < _OFTEN or times < _TIMES * second:
        return None
    place = state.order[mention.paragraph]
    near = [each for each in antecedents.before(index) if _at(each, state) >= place - 1]
    if any(_named_as(each) != name for each in near):
        return None
    before = (each for each in antecedents.before(index) if each.instrument is not None)
    return next((each for each in before if _named_as(each) == name), None)


def _named_as(name: Antecedent) -> str:
    """What tells a full name from others: what it cites, else its words."""
    return name.mention.surface if name.instrument is None else name.instrument.key


def _at(name: Antecedent, state: State) -> int:
    """The place of the paragraph of a full name in the document."""
    return state.order[name.mention.paragraph]


#: what stands between a full name and a short form in a list: "(the Compliance Agreement), the "
_LISTED = re.compile(r"[)）»”》\"]{0,3}(?:[,，、،] ?| )(?:\w{1,3}[ ’']){0,2}[《“«\"]?")
#: how far behind a full name a short form still speaks of it
_NEAR = 120


def _of_two(
    mention: Mention, same: Antecedent, introduced: Antecedent, text: str
) -> Antecedent | None:
    """What a short form means where a bracket introduces it for another than the paragraph names.

    "consistent with international law, as reflected in the Convention" may be either, however the
    paragraph began. Right behind the other's name it is a member of the same list.
    """
    if one([same, introduced]):
        return same
    here = same.mention.paragraph == mention.paragraph
    if here and _LISTED.fullmatch(text, same.mention.until, mention.at):
        return introduced
    return same if here and mention.at - same.mention.until <= _NEAR else None


#: the heads of the outcomes of one meeting: "Declaration and Programme of Action"
_OUTCOMES = frozenset({"programme-of-action", "plan-of-action"})
#: kinds of which a text names many without being understood
_PLAIN = _OUTCOMES | {
    "strategy",
    "framework",
    "principles",
    "guidelines",
    "rules",
    "code-of-conduct",
}
#: kinds that a text prints in full when it first speaks of them; agreements it may take for granted
_WEIGHTY = frozenset({"treaty", "declaration", "compact"})


def _paired(mention: Mention, noun: str, antecedents: Antecedents, state: State) -> Antecedents:
    """The antecedents that have both heads where two are joined: "Declaration and Plan of Action".

    Where none has, the pair is another one that the authority does not know.
    """
    language, patterns = state.document.language, load_names(state.document.language)
    kinds = {noun: kind_of(noun, patterns)}
    text = state.paragraphs[mention.paragraph].flow.text
    for other in paired_nouns(text, mention.at, mention.until, language):
        kinds[other] = kind_of(other, patterns)
    if "declaration" not in kinds.values() or not _OUTCOMES & set(kinds.values()):
        return antecedents
    pair = {each for each, kind in kinds.items() if kind == "declaration" or kind in _OUTCOMES}
    if noun not in pair:
        return antecedents
    return Antecedents(
        [a for a in antecedents.names if pair <= nouns_of(a.mention.surface, language)]
    )


def _introducing(
    antecedents: Antecedents, noun: str, index: int, state: State
) -> Antecedent | None:
    """The full name before a mention behind which a bracket introduces a short form."""
    defined = [a for a in antecedents.before(index) if _introduced(a.mention, noun, state)]
    return defined[-1] if one(defined) else None


def _titled(antecedents: Antecedents, noun: str, state: State) -> Antecedent | None:
    """The full name of what the document's title names with the same noun."""
    if not may_name(fold(state.document.cover.title or ""), noun, state.document.language):
        return None
    titled = [a for a in antecedents.names if a.instrument and a.instrument.key in state.titled]
    return titled[0] if one(titled) else None


def _beside(mention: Mention, noun: str, state: State) -> list[Antecedent]:
    """What the same paragraph names before a short form, also where the name cites nothing.

    "the Conference of the Parties to the Convention on Biological Diversity … the Convention", "the
    Final Document of the … Conference of the Parties to the Treaty on … article VI of the Treaty"
    """
    language = state.document.language
    text = state.paragraphs[mention.paragraph].flow.text[: mention.at][-_SAME:]
    if not may_name(fold(text), noun, language):  # most paragraphs print the noun once
        return []
    index = instrument_index(state.authority, language)
    found = []
    for start, end, keys in _named(text, noun, index, language):
        entry = state.authority.entry(keys[0]) if len(keys) == 1 else None
        if entry is not None:
            name = msgspec.structs.replace(mention, at=start, until=end, surface=text[start:end])
            found.append(Antecedent(state.index(mention), name, instrument_of(entry, state)))
    return found


def _named(text: str, noun: str, index: NameIndex, language: Language) -> Iterator[Found]:
    """The names in a text for which a noun stands, and those that stand inside another name."""
    for start, end, keys in index.find(text):
        if noun in nouns_of(text[start:end], language):
            yield start, end, keys
            continue
        inner = start + 1  # the name itself is longer
        for at, until, bearers in index.find(text[inner:end]):
            if noun in nouns_of(text[inner + at : inner + until], language):
                yield inner + at, inner + until, bearers


def _introduced(name: Mention, noun: str, state: State) -> bool:
    """Whether a bracket behind a full name introduces the short form: "… (the Convention)".

    Whose it is may stand between: "the Code of Conduct … of the Food and Agriculture Organization
    of the United Nations (the Code)".
    """
    text = state.paragraphs[name.paragraph].flow.text
    bracket = _BRACKET.match(text, name.until)
    if bracket is None:
        whose = _WHOSE.match(text, name.until)
        if whose is None or may_name(fold(whose[0]), noun, state.document.language):
            return False
        bracket = _BRACKET.match(text, whose.end())
    if bracket is None:
        return False
    return introduces(bracket["words"], noun, state.document.language)


def _family(label: str, state: State) -> set[str]:
    """A paragraph and those of which it is a point."""
    family: set[str] = set()
    at: str | None = label
    while at is not None and at not in family:
        family.add(at)
        paragraph = state.paragraphs.get(at)
        at = None if paragraph is None else paragraph.parent
    return family


def _customary(
    mention: Mention,
    claim: ShortClaim,
    antecedents: Antecedents,
    beside: list[Antecedent],
    state: State,
) -> Identified | None:
    """What a noun means by custom, where the document names that and the paragraph nothing else.

    "international law and the Charter" is the Charter of the United Nations, though another
    paragraph names the Charter of Economic Rights and Duties of States.
    """
    found = _by_custom(mention, claim, state)
    if found is None:
        return None
    near = [*beside, *antecedents.within(_family(mention.paragraph, state), state.index(mention))]
    key = found.instruments[0].key
    others = {each.instrument.key if each.instrument else None for each in near} - {key}
    return found if key in antecedents.keys and not others else None


def _by_custom(mention: Mention, claim: ShortClaim, state: State) -> Identified | None:
    """What a noun means in every resolution: "the Charter" is that of the United Nations."""
    bearers = _hidden(state.authority, state.document.language).get(claim.noun, ())
    entry = state.authority.entry(next(iter(bearers))) if len(bearers) == 1 else None
    if entry is None:
        return None
    evidence = Evidence("authority", mention.paragraph, mention.surface)
    return Identified((instrument_of(entry, state),), "custom", evidence=(evidence,))


@cache
def _hidden(authority: Authority, language: Language) -> dict[str, set[str]]:
    """The keys of what bears each hidden label: the nouns that mean something by custom."""
    bearers: dict[str, set[str]] = {}
    for label, key in authority.labels(language):
        if label.rank == "hidden":
            bearers.setdefault(label.text, set()).add(key)
    return bearers
