"""The verbs that open paragraphs, as a reader needs them: whether a line begins with one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Literal

from recalling.grammar import load_grammar
from recalling.model import Language
from recalling.model.errors import DataError
from recalling.readers.text_grammar import IDEOGRAPH

Mood = Literal["pp", "op", "both"]
# "Expressing [own] [deg] <concern>": the words before the first bracket open the form
_BRACKET = re.compile(r"[\[<]")
_TOKEN = re.compile(r"(\[\w+\])|(<\w+>)|([^\[<\s]+)")


class Openings:
    """The opening verbs of one language, in one pattern for preambles and one for decisions."""

    def __init__(self, data: dict[str, Any]) -> None:
        verbs: list[dict[str, Any]] = data.get("verb", [])
        before = [*data.get("also", ()), *data.get("before", ())]
        leads = data.get("leads", ())
        self._preambular = _pattern(verbs, "pp", before, leads)
        self._operative = _pattern(verbs, "op", before, leads)
        forms = [form for verb in verbs for form in verb.get("op", ())]
        self._openers = tuple(f"{word} " for word in data.get("openers", ()))
        joints = sorted(data.get("joints", ()), key=lambda joint: (-len(joint), joint))
        edge = "" if any(IDEOGRAPH.match(joint) for joint in joints) else r"[,،]? "
        # one letter may be written together with its verb: "ويطلب"
        fused = "".join(re.escape(joint) for joint in joints if len(joint) == 1)
        together = rf"|[{fused}](?=\w)" if edge and fused else ""
        self._joint = re.compile(
            rf"(?:{'|'.join(map(re.escape, joints)) or '(?!)'}){edge}{together}", re.IGNORECASE
        )
        self._high = bool(forms) and all(form[0].isupper() for form in forms)

    def opens(self, head: str) -> bool:
        """Whether a line with this beginning opens with a known verb."""
        return self.mood(head) is not None

    def joined(self, head: str) -> Mood | None:
        """The mood of the verb behind a joint with which a line begins, if it begins with one.

        >>> openings("en").joined("and further requests the Secretary-General")
        'op'
        >>> openings("ar").joined("ويطلب كذلك إلى الأمين العام")
        'op'
        """
        found = self._joint.match(head)
        return self.mood(_capital(head[found.end() :])) if found else None

    def mood(self, head: str) -> Mood | None:
        """Whether the verb at this beginning is a preamble's, a decision's, or either's.

        >>> openings("en").mood("Recalling its resolution 70/1")
        'pp'
        """
        if self._high and not head[:1].isupper():
            return None
        head = (
            head.replace("'", "’").replace(" ", "")
            if IDEOGRAPH.match(head)
            else head.replace("'", "’")
        )
        preambular = self._preambular is not None and self._preambular.match(head)
        operative = self._operative is not None and self._operative.match(head)
        if (preambular or operative) and head.startswith(self._openers):
            return "pp"
        if preambular:
            return "both" if operative else "pp"
        return "op" if operative else None


def _capital(head: str) -> str:
    """A beginning as paragraphs have it in scripts with capitals."""
    return head[:1].upper() + head[1:]


@cache
def openings(language: Language) -> Openings:
    """The opening verbs of a language's verb file; none when there is no such file."""
    try:
        return Openings(load_grammar("verbs", language))
    except DataError:
        return Openings({})


def _pattern(
    verbs: list[dict[str, Any]], mood: str, before: list[str], leads: Iterable[str]
) -> re.Pattern[str] | None:
    heads = {_BRACKET.split(form)[0].strip() for verb in verbs for form in verb.get(mood, ())}
    heads.discard("")
    if not heads:
        return None
    spaced = not any(IDEOGRAPH.match(head) for head in heads)
    gap, edge = (" ", r"(?!\w)") if spaced else ("", "")
    prefix = "|".join(
        _words(form, gap) for form in sorted(set(before), key=lambda form: (-len(form), form))
    )
    verb = "|".join(map(re.escape, sorted(heads, key=lambda head: (-len(head), head))))
    front = rf"(?:(?:{prefix}){gap}){{0,3}}" if prefix else ""
    lead = "|".join(map(re.escape, leads))  # "在这方面，", "in this regard, "
    front = rf"(?:(?:{lead})[,，،]?{gap})?{front}" if lead else front
    return re.compile(rf"{front}(?:{verb}){edge}", re.IGNORECASE)


def _words(form: str, gap: str) -> str:
    """A form that stands before verbs, as a pattern: `[x]` up to three words, `<x>` one or two."""
    parts = []
    for optional, needed, word in _TOKEN.findall(form):
        if optional:
            parts.append(rf"(?:\w{{1,30}}{gap}){{0,3}}")
        elif needed:
            parts.append(rf"\w{{1,30}}(?: \w{{1,30}})?{gap}")
        else:
            parts.append(re.escape(word) + gap)
    return "".join(parts).removesuffix(gap) if gap else "".join(parts)
