"""Clauses: the verbs of a resolution's paragraphs, and how far each governs.

The verb that opens a paragraph governs up to the next verb of the same rank: "Reaffirming … , and
recalling …". A verb whose subject is a document governs its own object only, inside the clause it
stands in: "taking note of … resolution 17/4, which endorsed …". So clauses may lie one in another,
and `clause_at` answers with the innermost.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from recalling.extractors.verb_forms import REACH, Form, Lexicon, level, lexicon
from recalling.model import Clause, Document, Language, Paragraph

#: verbs of asking: two of them may share one predicate ("Calls upon States and invites others to")
_ASKING = frozenset(
    {"appeals", "calls-upon", "encourages", "invites", "recommends", "requests", "urges"}
)
_ROLES = frozenset({"pp", "op", "para", "formula"})
#: a paragraph that begins with a word of so many letters has no number
_WORD = 6
_NUMBERING = re.compile(
    r"[\s*_]{0,8}(?:\(?(?:\d{1,4}|[a-zA-Z]{1,5}|\w)(?:[.)]| ?[-–](?=\s))\s{0,8}"
    r"|\d{1,3} (?=[^\W\d])){0,2}[\s*_]{0,8}"  # a number that lost its dot
)
_STOPS = ",;،؛—–:：，；、。"
#: a verb behind its object ends its clause, but for a word or two: "表示敬意，"
_CLOSES = re.compile(rf"[^{_STOPS}]{{0,4}}(?:[{_STOPS}]|$)")
_HARD_STOPS = ";؛；"
_POINT = re.compile(r"\([^()]{1,12}\)$")
_REPEAT = re.compile(r"#\d+$")
#: the object of an embedded verb: up to a comma or semicolon outside titles and quotations
_OBJECT = re.compile(
    r"(?:《[^》]{0,400}》|“[^”]{0,400}”|«[^»]{0,400}»|”[^“”]{0,400}“|[^;；؛,，،])*"
)
#: a paragraph may begin with joints before its verb, in no more signs: "while, in this regard,"
_LONGEST_LEAD = 120
#: verbs farther apart than this do not share a predicate
_SHARED = 60


class _Hit(msgspec.Struct, frozen=True, gc=False):
    """A verb found in a flow: the words printed, the form, and how it is joined to what is before.

    `joint` is "start", "stop" (behind a semicolon), "comma", "and" (a joint behind punctuation),
    "bare" (a joint alone) or "subject" (a document before it is its subject).
    """

    at: int
    until: int
    form: Form
    joint: str


class _Place(msgspec.Struct, frozen=True, cache_hash=True):
    """What kind of paragraph a verb stands in.

    `point`: a point of another paragraph; `record`: the record of a meeting, as decisions have it;
    `annex`: a text that others adopted; `attached`: a paragraph of such a text as a whole.
    """

    role: str
    point: bool
    record: bool
    annex: bool
    attached: bool


def _place(paragraph: Paragraph) -> _Place:
    label = paragraph.label
    annex = "annex" in label
    attached = annex and label.startswith("annex") and ":" in label
    return _kind_of_place(paragraph.role, paragraph.parent is not None, annex, attached)


@cache  # there are few
def _kind_of_place(role: str, point: bool, annex: bool, attached: bool) -> _Place:
    return _Place(role, point, role == "para" and not annex, annex, attached)


def find_clauses(document: Document, within: Container[str] | None = None) -> tuple[Clause, ...]:
    """The clauses of all paragraphs, in order of place; footnotes and headings have none.

    The leading verb of a paragraph is as printed ("Reaffirming also", "又重申"); a verb that no
    rule knows is found by its form, with the function None. With `within`, only those of the
    paragraphs with these labels.
    """
    words = lexicon(document.language)
    clauses: list[Clause] = []
    for paragraph in document.paragraphs:
        if paragraph.role not in _ROLES or (within is not None and paragraph.label not in within):
            continue
        label, flow = paragraph.label, paragraph.flow
        text = flow.text
        for verb in _verbs(text, _place(paragraph), words):
            printed, span = text[verb.at : verb.end], flow.span(verb.at, verb.end)
            clauses.append(
                Clause(label, printed, verb.function, verb.since, verb.until, span, verb.leading)
            )
    return tuple(clauses)


class _Verb(NamedTuple):
    """A verb `[at, end)` of a flow and the stretch `[since, until)` that it governs.

    It stands at the beginning of that, but for a verb behind its object: 根据 … 采取行动.
    """

    since: int
    at: int
    end: int
    function: str | None
    until: int
    leading: bool


def leading_verb_end(paragraph: Paragraph, language: Language) -> int:
    """Where a paragraph's opening verb ends in its flow; 0 where it has none before its object."""
    if paragraph.role not in _ROLES:
        return 0
    verbs = _verbs(paragraph.flow.text, _place(paragraph), lexicon(language))
    opens = bool(verbs) and verbs[0].leading and verbs[0].at == verbs[0].since
    return verbs[0].end if opens else 0


@lru_cache(maxsize=4096)  # what is resolved every year is mostly said in the words of last year
def _verbs(text: str, place: _Place, words: Lexicon) -> tuple[_Verb, ...]:
    """The verbs of a flow that open a clause, in order."""
    low = level(text)
    start = _start(low)
    hits = _hits(low, start, place, words)
    first: tuple[_Verb, ...] = ()
    if not hits or hits[0].joint != "start" or hits[0].form.inner == "never":
        other = _split(low, start, place, words)
        if other is not None:
            hits = [hit for hit in hits if hit.at > start]
        elif not hits or hits[0].joint != "start":
            other = _by_form(text, start, place, words)
        if other is not None:
            first = (_Verb(start, *other, hits[0].at if hits else len(low), True),)
    return first + tuple(
        _Verb(hit.at, hit.at, hit.until, hit.form.function, end, hit.joint == "start")
        for hit, end in zip(hits, _ends(hits, low, place, words), strict=True)
    )


def forget_paragraphs() -> None:
    """Drop what is remembered of paragraphs, so that what is measured meets each as a new one."""
    _verbs.cache_clear()


def _start(text: str) -> int:
    """Where the words of a paragraph begin, behind its number and marks of bold type."""
    if text[:_WORD].isalpha():
        return 0
    numbering = _NUMBERING.match(text)
    return numbering.end() if numbering else 0


def _hits(text: str, start: int, place: _Place, words: Lexicon) -> list[_Hit]:
    """The verbs of a levelled flow that open a clause, in order."""
    hits: list[_Hit] = []
    done, near, last = start, start + REACH, ""
    pasts = words.told if place.record else words.stated
    opens, only_we, leads, spaced = words.opens, words.only_we, words.leads, words.spaced
    for key, at, end in words.keys_in(text, start):
        if at < done or (at > near and not opens[key]) or (only_we[key] and not place.annex):
            continue
        if at > start:
            # most keys are ordinary words in the middle of a sentence: told by the word before
            last = text[at - 1]
            if spaced and last == " ":
                last = text[max(start, text.rfind(" ", start, at - 1) + 1) : at - 1]
            if last not in leads[key] and last[-1:] not in _STOPS and not pasts[key]:
                continue
        hit = _hit(text, start, at, end, last, key, place, words)
        if hit is None or (hits and not _own_clause(text, hits[-1], hit, words)):
            continue
        hits.append(hit)
        done = hit.until
    return hits


def _hit(
    text: str,
    start: int,
    at: int,
    end: int,
    last: str,
    key: int,
    place: _Place,
    words: Lexicon,
) -> _Hit | None:
    """The verb at a key, whose word before is `last`, if it opens a clause there."""
    if at == start:
        begin, joint, before, opened = at, "start", "", False
    else:
        began = _begin(text, start, at, last, key, words)
        if began is None:
            return _told(text, at, end, key, place, words)
        begin, joint = began
        if not place.annex and text.endswith(words.ourselves, start, begin):
            return None
        before = text[begin:at]
        opened = before != "" and before.split(" ", 1)[0] in words.openers
    own, others = _standing(words, key, place, joint, opened)
    best = _farthest(own, text, before, end, words) if own else None
    if best is None and others:
        best = _farthest(others, text, before, end, words)
    if best is None:
        return _told(text, at, end, key, place, words)
    form, until = best
    after = words.after.match(text, until) if form.ahead is None else None
    if joint != "start" and begin < at:
        lead = words.joint_lead.match(text, begin, at)
        begin = lead.end() if lead else begin
    return _Hit(begin, after.end() if after else until, form, joint)


@lru_cache(maxsize=8192)  # most verbs stand in few ways
def _standing(
    words: Lexicon, key: int, place: _Place, joint: str, opened: bool
) -> tuple[tuple[Form, ...], tuple[Form, ...]]:
    """The forms of a key that may open a clause there: of the paragraph's own mood, and others."""
    own, others = words.by_role[place.role][key]
    return (
        tuple(form for form in own if _stands(form, joint, opened, place, words)),
        tuple(form for form in others if _stands(form, joint, opened, place, words)),
    )


def _farthest(
    forms: tuple[Form, ...], text: str, before: str, end: int, words: Lexicon
) -> tuple[Form, int] | None:
    """Of the forms that stand there, the one that reads farthest, and where its words end."""
    best: tuple[int, int, int] | None = None
    chosen: Form | None = None
    for form in forms:
        if form.prefix is not None and not form.prefix.search(before):
            continue
        tail = form.tail.match(text, end) if form.tail else None
        if form.tail is not None and tail is None:
            continue
        until = tail.end() if tail else end
        if words.never_before and words.never_before.match(text, until):
            continue
        ahead = form.ahead.match(text, until) if form.ahead else None
        if form.ahead is not None and ahead is None:
            continue
        rank = (ahead.end() if ahead else until, form.weight, until)
        if best is None or rank > best:
            best, chosen = rank, form
    return (chosen, best[2]) if best is not None and chosen is not None else None


def _stands(form: Form, joint: str, opened: bool, place: _Place, words: Lexicon) -> bool:
    """Whether this form may open a clause there."""
    if form.mood == "we" and not place.annex:
        return False
    if form.opener and not opened:
        return False
    if joint == "start":
        if place.point and (form.inner == "never" or (form.inner == "joined" and not words.spaced)):
            return False  # "(b) 通过强化伙伴关系": in a point such a word belongs to what is asked
        return opened == form.opener or not words.openers
    if form.inner == "never":
        return False
    if form.inner == "joined" and joint not in ("stop", "and"):
        # "concerned by the end of the talks and expressing the hope that they resume"
        participle = place.role == "pp" and words.spaced and form.weight > 0
        if joint != "bare" or not participle:
            return False
    if place.role == "pp":
        return form.mood == "pp"
    return form.mood in ("op", "we") or form.beside


def _begin(
    text: str, start: int, at: int, last: str, key: int, words: Lexicon
) -> tuple[int, str] | None:
    """Where the words that belong to a verb begin, and what joins it to what stands before."""
    if words.spaced and text[at - 1] != " ":
        return _fused(text, start, at, words)
    begin = at
    if last in words.leads[key]:
        if last not in words.only_joins:
            begin = words.before.begin(text, max(start, at - words.reach), at)
    elif words.spaced and last[-1:] not in _STOPS:
        return None
    if begin == start:
        return begin, "start"
    if begin - start <= _LONGEST_LEAD:
        lead = words.joint_lead.match(text, start, begin)
        if lead is not None and lead.end() == begin:
            return begin, "start"
    return _joint(text, begin, words)


def _fused(text: str, start: int, at: int, words: Lexicon) -> tuple[int, str] | None:
    """A joint written together with its verb: "وتهيب"."""
    if text[at - 1] not in words.joint_ends:
        return None
    if at - 1 == start:
        return start, "start"
    if text[at - 2] != " ":
        return None
    return at, "and" if text[at - 3] in _STOPS else "bare"


def _joint(text: str, begin: int, words: Lexicon) -> tuple[int, str] | None:
    last = text[begin - 2 : begin].strip()[-1:]
    opened = text[begin : begin + 12].split(" ", 1)[0] in words.openers
    if last and last in _STOPS:
        return begin, "stop" if last in _HARD_STOPS else "and" if opened else "comma"
    seen = text[max(0, begin - 40) : begin]
    joint = words.joint.start(seen)
    if joint is not None:
        ahead = seen[: joint + words.spaced].rstrip()[-1:]
        if ahead in _HARD_STOPS and ahead:
            return begin, "stop"
        return begin, "and" if ahead in _STOPS and ahead else "bare"
    return (begin, "and") if opened else None


def _told(text: str, at: int, end: int, key: int, place: _Place, words: Lexicon) -> _Hit | None:
    """A verb in the past.

    Its subject is the document named before it, or, in the record of a meeting, the organ.
    """
    if not words.told[key]:
        return None
    for form in words.forms[key]:
        if form.mood != "past":
            continue
        tail = form.tail.match(text, end) if form.tail else None
        if form.tail is not None and tail is None:
            continue
        begin = at
        if form.prefix is not None:
            prefix = form.prefix.search(text, max(0, at - REACH), at)
            if prefix is None:
                continue
            begin = prefix.start()
        until = tail.end() if tail else end
        ahead = max(0, begin - REACH)
        passive = text.startswith(words.passive, until)
        if place.record and not passive:
            joined = text[begin - 2 : begin].strip()[-1:] or " "
            if joined in _STOPS or words.organ.search(text, ahead, begin):
                return _Hit(begin, until, form, "stop")
        if form.stated and not passive and words.subject.search(text, ahead, begin):
            return _Hit(begin, until, form, "subject")
    return None


def _own_clause(text: str, before: _Hit, hit: _Hit, words: Lexicon) -> bool:
    """False where two verbs of asking share what they ask for, or stand side by side."""
    if hit.joint == "start" or hit.joint == "subject":
        return True
    between = text[before.until : hit.at]
    if len(between) < 6 and hit.joint == "bare":
        return False
    if hit.joint != "bare" or before.form.function not in _ASKING:
        return True
    if hit.form.function not in _ASKING or len(between) > _SHARED:
        return True
    return words.predicate.search(between) is not None


def _ends(hits: list[_Hit], text: str, place: _Place, words: Lexicon) -> list[int]:
    """How far each verb governs, in the order of the verbs.

    A verb ends where the next begins, but for one that is only said by the way: behind it the
    verb before goes on, and so lies around it.
    """
    ends = [len(text)] * len(hits)
    if len(hits) == 1 and hits[0].joint == "start":
        return ends
    # where the next verb takes over for good, where one of its rank begins, where any begins
    following = limit = near = len(text)
    returns = False
    for i in range(len(hits) - 1, -1, -1):
        hit = hits[i]
        if hit.joint == "subject":
            scope = _OBJECT.match(text, hit.until, near)
            ends[i] = scope.end() if scope else near
            near = hit.at
            continue
        beside = hit.form.mood == "pp" and place.role != "pp" and hit.joint not in ("start", "stop")
        again = words.resume.search(text, hit.until, limit) if beside else None
        returns = beside and (again is not None or returns)
        ends[i] = again.start() if again else limit if returns else following
        limit = near = hit.at
        if not returns:
            following = hit.at
    return ends


def _split(
    text: str, start: int, place: _Place, words: Lexicon
) -> tuple[int, int, str | None] | None:
    """A verb that stands only behind its object: the words printed as the verb, and the function.

    In "对 … 表示关切" the first part is printed as the verb, in "根据 … 第七章采取行动" the second.
    """
    first = next((w for w in words.split if text.startswith(w, start)), None)
    late = next((w for w in words.late if text.startswith(w, start)), None)
    if place.annex or place.point or (first is None and late is None):
        return None
    behind = start + len(first or late or "")
    for key, at, end in words.keys_in(text[: start + 2 * REACH], behind):
        found = [
            (tail.end() if tail else end, form.function)
            for form in words.forms[key]
            if form.mood == place.role and form.prefix is None and form.ahead is None
            for tail in [form.tail.match(text, end) if form.tail else None]
            if tail or form.tail is None
        ]
        closing = [(until, function) for until, function in found if _CLOSES.match(text, until)]
        if closing and first is not None:
            return start, behind, max(closing)[1]
        if found and key in words.late_keys:
            return at, *max(found)
    return None


def _by_form(
    text: str, start: int, place: _Place, words: Lexicon
) -> tuple[int, int, str | None] | None:
    """The place of a paragraph's unknown verb; points and annexes need not have one."""
    if place.point or place.attached or place.role not in words.unknown:
        return None
    hit = words.unknown[place.role].match(text, start)
    return (start, hit.end(), None) if hit else None


def clause_at(clauses: Iterable[Clause], paragraph: str, at: int) -> Clause | None:
    """The clause that governs a place in a paragraph's flow, its parents' included.

    A point that says nothing of its own up to there is governed by the last clause of the
    paragraph or point it belongs to.
    """
    return _index(tuple(clauses)).at(paragraph, at)


class ClauseIndex:
    """Clauses by paragraph label."""

    def __init__(self, clauses: tuple[Clause, ...]) -> None:
        by_label: dict[str, list[Clause]] = defaultdict(list)
        for clause in sorted(clauses, key=lambda clause: clause.at):
            by_label[clause.paragraph].append(clause)
        self._by_label: Mapping[str, list[Clause]] = by_label

    def at(self, label: str, at: int) -> Clause | None:
        """The innermost clause of the paragraph around the place, or that of its parent."""
        for clause in reversed(self._by_label.get(label, ())):  # in order of place
            if clause.at <= at < clause.until:
                return clause
        parent = _parent(label)
        while parent is not None:
            clauses = self._by_label.get(parent)
            if clauses:
                end = max(clause.until for clause in clauses)
                return max((c for c in clauses if c.until == end), key=lambda clause: clause.at)
            parent = _parent(parent)
        return None


def governing_labels(labels: Iterable[str]) -> frozenset[str]:
    """These paragraphs and those whose clauses may govern them, by label.

    >>> sorted(governing_labels(["op4(b)(ii)", "pp2"]))
    ['op4', 'op4(b)', 'op4(b)(ii)', 'pp2']
    """
    found: set[str] = set()
    for label in labels:
        above: str | None = label
        while above is not None and above not in found:
            found.add(above)
            above = _parent(above)
    return frozenset(found)


@lru_cache(maxsize=2)
def _index(clauses: tuple[Clause, ...]) -> ClauseIndex:
    return ClauseIndex(clauses)


def _parent(label: str) -> str | None:
    """The label of the paragraph of which this is a point: "op4(b)(ii)" to "op4(b)"."""
    plain = _REPEAT.sub("", label)
    cut = _POINT.sub("", plain)
    return cut if cut != plain else None
