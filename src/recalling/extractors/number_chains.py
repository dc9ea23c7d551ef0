"""Which type and which body own each number: chains of a type word and its numbers."""

from __future__ import annotations

import re
from operator import attrgetter

import msgspec

from recalling.extractors.number_grammar import Compiled, Cue
from recalling.extractors.number_tokens import Token
from recalling.extractors.taken import Stretches
from recalling.model.council import in_its_year
from recalling.model.sessions import parse_number, possible

_REACH_BEFORE, _REACH_BEHIND = 700, 160
#: a type word that no resolution has counts only right before its number
_ADJACENT = 8
#: what stands between two chains that share a body behind them: " et sur la "
_JOINED = 12
#: how far before "its" the clause begins: "that, at the 3rd paragraph of its"
_OPENING = 60
#: how far before its type a number's possessive may stand: "своей недавней резолюции"
_POSSESSIVE = 24
#: how far before a further number of a list its comma or conjunction stands
_JOINT = 12
#: "5/7, озаглавленную «…»; 5/8", "58/101 B, sect. V, paras. 61–76; 59/126 B": a list whose members
#: have titles or places may be parted by semicolons
_AFTER_MEMBER = re.compile(r"[\d»”“\"] ?[;؛] ?$")
#: what closes a number: 2013年12月18日69/197号, 第69/197 号
_ENDS = re.compile(" ?号")
_COMMA = re.compile("[,、،]")
#: decisions of principal organs have higher numbers
_LOW = 100
#: a number alone with a year behind is the Security Council's from here on: "462 (1980)"
_THREE_FIGURES = 100
#: how many bodies before a number may be its owner
_OWNERS = 12
_QUOTED = re.compile("“[^“”]{0,900}”|《[^《》]{0,900}》")
#: words set off by a comma between a number and its date: ", as amended, of 5 May 2015"
_STEP = re.compile(r", [^,.;()/“”«»]{1,40}(?=,)")
_FEW_WORDS = re.compile(r"(?: [\w-]{1,20}){0,4} ?")
_SENTENCE = re.compile(r"[.;؛。；] ?(?=[^\d\s)])")


class Reading(msgspec.Struct, gc=False):
    """What the words say of one number. `body` "self" is the speaker's or its antecedent's."""

    token: Token
    type: str | None = None
    body: str | None = None
    antecedent: str | None = None
    strong: bool = False
    own: bool = False
    seen: frozenset[str] = frozenset()
    rule: str = "number"
    date: str | None = None
    title: str | None = None
    start: int = 0
    end: int = 0
    date_at: int = 0
    date_end: int = 0
    shares_title: bool = False


class _Chain(msgspec.Struct, gc=False):
    """A type word and the numbers it governs so far."""

    type: str
    at: int
    until: int
    rule: str
    body: str | None = None
    body_until: int = 0
    antecedent: str | None = None
    strong: bool = False
    readings: list[Reading] = []


def read_chains(
    text: str, numbers: list[Token], stretches: list[tuple[int, int]], grammar: Compiled
) -> list[Reading]:
    """Read the numbers of one layer of a text; `stretches` are the places whose words count."""
    low, high = numbers[0].at - _REACH_BEFORE, numbers[-1].until + _REACH_BEHIND
    cues: list[Cue] = []
    for start, end in stretches:
        if end > low and start < high:
            cues.extend(grammar.cues(text, max(start, low), min(end, high)))
    if cues:
        held = Stretches((t.at, t.until) for t in numbers)
        cues = [c for c in cues if not held.meets(c.at, c.until)]
    reader = _TypeLast if grammar.data.order == "type-last" else _TypeFirst
    readings = reader(text, grammar).read(cues, numbers)
    return [r for r in readings if r.type in ("resolution", "decision", "statement")]


def _merge(cues: list[Cue], numbers: list[Token]) -> list[Cue | Token]:
    items: list[Cue | Token] = [*cues, *numbers]
    items.sort(key=attrgetter("at"))
    return items


def _fits(owner: Cue, reading: Reading) -> bool:
    """Whether a body can have given a number of this form at all."""
    number = reading.token.number
    if owner.value in ("ga", "sc", "hrc", "ecosoc"):
        return possible(owner.value, None, number, None)
    return owner.kind == "self" or not number.endswith(")")


def _same_session(one: Token, other: Token, gap: str) -> bool:
    """Whether two numbers share a date: "33/12 and 33/13 of …", but not "65/37 A, 65/37 B of …"."""
    head, _, _ = one.number.partition("/")
    if head.startswith("ES-"):  # emergency sessions go on for years
        return False
    apart = one.number == other.number and _COMMA.search(gap)
    return not apart and head == other.number.partition("/")[0]


def _season(token: Token) -> bool:
    """Whether a number may be a span of two years: 2025/26."""
    parts = parse_number(token.number)
    return parts is not None and parts.form == "year" and parts.count == (parts.head + 1) % 100


def _low(token: Token) -> bool:
    """Whether a number is too low for a decision of a principal organ."""
    parts = parse_number(token.number)
    return parts is not None and parts.form in ("session", "special") and parts.count <= _LOW


class _TypeFirst:
    """Type before numbers: "its resolutions 70/1 and 70/2", «резолюции 70/1 и 70/2 …»."""

    def __init__(self, text: str, grammar: Compiled) -> None:
        self.text, self.grammar = text, grammar
        self.chain: _Chain | None = None
        self.previous: _Chain | None = None
        self.last_body: Cue | None = None
        self.last_self: Cue | None = None
        self.seen: frozenset[str] = frozenset()
        self.other_until = -1
        self.readings: list[Reading] = []

    def read(self, cues: list[Cue], numbers: list[Token]) -> list[Reading]:
        for item in _merge(cues, numbers):
            if isinstance(item, Token):
                self._number(item)
            elif item.kind == "body":
                self.seen |= {item.value}
                self._body(item)
            else:
                if item.kind == "self":
                    self.last_self = item
                if item.value == "other":
                    self.other_until = item.until
                elif item.value != "self":  # "قراراتها": the speaker's mark fused with the type
                    self._type(item)
        self._date_groups()
        return self.readings

    def _gap(self, start: int, end: int) -> str:
        return self.text[start:end]

    def _body(self, cue: Cue) -> None:
        chain, fills = self.chain, self.grammar.fills
        if chain and chain.readings:
            last = chain.readings[-1]
            gap = self._gap(max(last.token.until, last.date_end), cue.at)
            if self._goes_on(chain, cue):
                pass
            elif (
                fills("number_to_body", gap)
                or self._adopted_by(chain, gap, cue)
                or self._is_subject(chain, gap, cue)
            ):
                last.end = cue.until
                # "its resolutions 70/1 and 17/4 of the Council"
                named = chain.body is not None and not fills("number_to_subject", gap)
                for reading in [last] if named else chain.readings:
                    if not reading.own:
                        reading.body, reading.own, reading.antecedent = cue.value, True, None
                chain.body = chain.body or cue.value
                if last.date is None:
                    date = self.grammar.date_after.match(self.text, cue.until)
                    self._date(last, cue.until, date)
                self._joined_before(chain, cue)
        elif chain and fills("type_to_body", self._gap(chain.until, cue.at)):
            chain.body, chain.body_until, chain.antecedent = cue.value, cue.until, None
        self.last_body = cue

    def _goes_on(self, chain: _Chain, cue: Cue) -> bool:
        """Whether a body behind a number begins what the sentence goes on with."""
        if self.grammar.joined_on.match(self.text, cue.at) is None:
            return False
        before = max(0, chain.at - _POSSESSIVE)
        return self.grammar.of_subject.search(self.text, before, chain.readings[0].token.at) is None

    def _joined_before(self, chain: _Chain, cue: Cue) -> None:
        """The body behind two types: "la résolution 53/29 et la décision 57/115 du Conseil …"."""
        earlier = self.previous
        if earlier is None or earlier.body is not None or chain.body not in (None, cue.value):
            return
        last = earlier.readings[-1]
        gap = self._gap(max(last.token.until, last.date_end), chain.at)
        if len(gap) <= _JOINED and self.grammar.join.match(gap):
            for reading in earlier.readings:
                reading.antecedent = reading.antecedent or cue.value

    def _adopted_by(self, chain: _Chain, gap: str, cue: Cue) -> bool:
        """Adopter behind the subject: "resolution 60/2 on …, adopted by the Commission on …"."""
        if chain.body is not None or len(gap) > 260 or _SENTENCE.search(gap):
            return False
        if not _fits(cue, chain.readings[-1]):
            return False
        return self.grammar.adopted_by.search(gap) is not None

    def _is_subject(self, chain: _Chain, gap: str, cue: Cue) -> bool:
        """Whose "its" is, told behind: "that, in its resolution 42/22, the … Council decided"."""
        if chain.body != "self" or not self.grammar.fills("number_to_subject", gap):
            return False
        before = self.text[max(0, chain.at - _OPENING) : chain.at]
        return self.grammar.clause_opens.search(before) is not None and all(
            _fits(cue, reading) for reading in chain.readings
        )

    def _type(self, cue: Cue) -> None:
        if self.chain and self.chain.readings:
            self.previous = self.chain
        chain = _Chain(cue.value, cue.at, cue.until, cue.rule)
        body, fills = self.last_body, self.grammar.fills
        mine = self.last_self
        if body and self._attached(body, cue):
            chain.body, chain.at = body.value, body.at
        elif mine and self._owned(mine, cue):
            chain.body, chain.at = "self", mine.at
            if body and body.until <= mine.at:
                chain.antecedent = body.value
                chain.strong = fills("body_to_self", self._gap(body.until, mine.at))
        elif body and len(gap := self._gap(body.until, cue.at)) < 200 and not _SENTENCE.search(gap):
            chain.antecedent = body.value
        self.chain = chain

    def _owned(self, mine: Cue, cue: Cue) -> bool:
        if mine.at == cue.at:
            return True
        gap = self._gap(mine.until, cue.at)
        return _FEW_WORDS.fullmatch(gap) is not None and not self.grammar.self_ends.search(gap)

    def _attached(self, body: Cue, cue: Cue) -> bool:
        gap = self._gap(body.until, cue.at)
        if self.grammar.fills("before_type", gap):
            return True
        goes_on = body.value not in ("ga", "sc", "hrc", "ecosoc", "council")
        return goes_on and len(gap) < 200 and self.grammar.fills("name_goes_on", gap)

    def _number(self, token: Token) -> None:
        chain = self.chain
        reading = Reading(token, start=token.at, end=token.until, seen=self.seen)
        if self._of_other_type(token):
            return
        if chain is None:
            self._untyped(reading)
            return
        reading.type, reading.rule = chain.type, chain.rule
        date = self.grammar.date_after.match(self.text, token.until)
        if self._loose(token, chain, date is not None):
            reading.type = "other"
        if not chain.readings:
            reading.start = chain.at
        reading.body, reading.antecedent, reading.strong = (
            chain.body,
            chain.antecedent,
            chain.strong,
        )
        if chain.body is None and not chain.readings and self.previous:
            gap = self._gap(self.previous.readings[-1].token.until, chain.at)
            if len(gap) < 250 and not _SENTENCE.search(gap):
                reading.antecedent = self.previous.readings[-1].body
        self._date(reading, token.until, date)
        chain.readings.append(reading)
        self.readings.append(reading)

    def _loose(self, token: Token, chain: _Chain, dated: bool) -> bool:
        """Whether a number is no member of the list before it: "in 2025/26", "open 24/7"."""
        if token.numbered:  # "recommendation No. 38 (2020)", but "bears the number 76/402 A"
            known = any(r.token.number == token.number for r in chain.readings)
            return token.at - chain.until > 12 and not known
        if dated or token.number.endswith(")"):
            return False  # "resolution 2428 (2018) and renewed in 2471 (2019)"
        if not chain.readings:
            return token.at - max(chain.until, chain.body_until) > 3 and _season(token)
        last = chain.readings[-1]
        gap = self._gap(last.token.until, token.at)
        if last.type == "other" or (_season(token) and not self.grammar.join.fullmatch(gap)):
            return True
        listed = self.grammar.join.search(gap[-_JOINT:]) or _AFTER_MEMBER.search(gap)
        return len(gap) > 3 and not listed

    def _of_other_type(self, token: Token) -> bool:
        """Whether it is a document's or a law's: "document LC 30/16 and 32/15"."""
        gap = self._gap(self.other_until, token.at) if self.other_until >= 0 else None
        if gap is None or not (len(gap) <= _ADJACENT or self.grammar.join.fullmatch(gap)):
            return False
        self.other_until = token.until
        return True

    def _untyped(self, reading: Reading) -> None:
        """No type at all: "its call in 2462 (2019)"; only one organ puts the year behind.

        A number that is not of that year is none: « à l’horizon 2030 (2018) ».
        """
        parts = parse_number(reading.token.number)
        if parts is None or parts.form != "counted" or reading.token.numbered:
            return
        if parts.count >= _THREE_FIGURES and in_its_year(parts.count, parts.head):
            reading.type, reading.rule = "resolution", "number.untyped"
            self.readings.append(reading)

    def _date(self, reading: Reading, at: int, m: re.Match[str] | None) -> None:
        """Give a number the date behind a place, `m`, or behind a few words there."""
        if m is None:
            step = _STEP.match(self.text, at)
            m = self.grammar.date_after.match(self.text, step.end()) if step else None
        if m:
            reading.date, reading.date_end = self.grammar.iso(m), m.end()
            reading.end = max(reading.end, m.end())

    def _date_groups(self) -> None:
        """Give numbers of one session their date: "33/12 and 33/13 of 29 September 2016"."""
        for first, second in reversed(list(zip(self.readings, self.readings[1:], strict=False))):
            if first.date is not None or second.date is None:
                continue
            gap = self._gap(first.token.until, second.token.at)
            same = _same_session(first.token, second.token, gap)
            if same and self.grammar.join.fullmatch(gap):
                first.date = second.date


class _TypeLast(_TypeFirst):
    """人权理事会2011年6月16日第17/4号、2012年7月6日第20/22号决议: body, dates, numbers, type."""

    def __init__(self, text: str, grammar: Compiled) -> None:
        super().__init__(text, grammar)
        self.waiting: list[Reading] = []
        self.owners: list[Cue] = []

    def read(self, cues: list[Cue], numbers: list[Token]) -> list[Reading]:
        for item in _merge(cues, numbers):
            if isinstance(item, Token):
                self._number(item)
            elif item.kind == "type":
                self._close(item)
            else:
                self.seen |= {item.value}
                self.owners.append(item)
        return self.readings

    def _number(self, token: Token) -> None:
        if self._stands_alone(token):
            return
        reading = Reading(token, start=token.at, end=token.until, seen=self.seen)
        before = self.text[max(0, token.at - 150) : token.at]
        sign = token.at - len(before) + self._sign(before)
        m = self.grammar.date_before.search(before)
        if m:
            reading.date, reading.start = self.grammar.iso(m), token.at - len(before) + m.start()
            reading.date_at = reading.start
        elif token.numbered:
            reading.start = sign
        earlier = self.waiting[-1] if self.waiting else None
        place = earlier.token.until if earlier else 0
        owners = [  # not those in its subject, but 2010年10月29日大会第65/7号
            c for c in self.owners[-_OWNERS:] if c.until <= reading.start or c.until >= sign
        ]
        if owners and owners[-1].at >= place and self._reaches(owners[-1], reading):
            self._own(reading, owners)
        elif earlier:
            reading.body, reading.antecedent = earlier.body, earlier.antecedent
            reading.strong, reading.own = earlier.strong, False
            gap = self._gap(place, token.at)
            joined = self.grammar.join.fullmatch(gap)
            if reading.date is None and joined and _same_session(earlier.token, token, gap):
                reading.date = earlier.date
        elif self.readings:
            gap = self._gap(self.readings[-1].token.until, token.at)
            if len(gap) < 60 and not _SENTENCE.search(gap):
                reading.antecedent = self.readings[-1].body
        self.waiting.append(reading)
        self.readings.append(reading)

    def _stands_alone(self, token: Token) -> bool:
        """Whether neither its sign nor a list marks a number as one: 2025/26年, (24/7)."""
        if token.numbered or token.number.endswith(")"):
            return False
        text, join = self.text, self.grammar.join
        listed = self.waiting and join.fullmatch(self._gap(self.waiting[-1].token.until, token.at))
        return not (listed or _ENDS.match(text, token.until) or join.match(text, token.until))

    def _sign(self, before: str) -> int:
        """Where the sign begins that opens a number: "第" of 第70/1号."""
        m = self.grammar.numero.search(before)
        return len(before[: m.start() if m else None].rstrip())

    def _reaches(self, owner: Cue, reading: Reading) -> bool:
        gap = _QUOTED.sub("", self._gap(owner.until, reading.start))
        # "印度洋金枪鱼委员会，第12/07号": in a note the comma parts a body from its number
        return len(gap) < 70 and (gap == "，" or not re.search("[，；。]", gap))

    def _close_by(self, owner: Cue, reading: Reading) -> bool:
        """Whether only a date, a title or a subject stands between a body and its number."""
        gap = _QUOTED.sub("", self._gap(owner.until, reading.start))
        gap = self.grammar.date_before.sub("", gap)
        return self.grammar.fills("body_to_number", gap)

    def _own(self, reading: Reading, owners: list[Cue]) -> None:
        earlier, owner = self._owner(reading, owners)
        if owner.kind == "body" and not self._close_by(owner, reading):
            reading.antecedent = owner.value
            return
        reading.body, reading.own = owner.value, True
        if not self.readings or self.readings[-1].token.until <= owner.at:
            reading.start = min(reading.start, owner.at)
        if owner.kind == "self" and earlier and earlier.kind == "body":
            reading.antecedent = earlier.value
            gap = self._gap(earlier.until, owner.at)
            reading.strong = self.grammar.fills("body_to_self", gap)

    def _owner(self, reading: Reading, owners: list[Cue]) -> tuple[Cue | None, Cue]:
        """The owner and the cue before it; a body in a number's subject gives way to the outer.

        "大会关于加强经济及社会理事会的…第61/16号" is the Assembly's.
        """
        place = len(owners) - 1
        for outer in range(place - 1, -1, -1):
            cue = owners[outer]
            if not self._reaches(cue, reading):
                break
            if cue.kind == "body" and _fits(cue, reading) and self._close_by(cue, reading):
                place = outer
        return (owners[place - 1] if place else None), owners[place]

    def _close(self, cue: Cue) -> None:
        low = {id(r) for r in self.waiting if _low(r.token)}
        mixed = cue.value == "decision" and 0 < len(low) < len(self.waiting)
        for reading in self.waiting:
            # "第53/26号和2024年4月4日第55/20号以及…第36/115号决定": decisions are numbered from 101
            reading.type = "resolution" if mixed and id(reading) in low else cue.value
            reading.rule = cue.rule
        if self.waiting:
            self.waiting[-1].end = max(self.waiting[-1].end, cue.until)
        self.waiting = []
