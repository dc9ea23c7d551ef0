"""Records, agencies' documents, sales publications and judgments become instruments.

Their keys are the same in every language: `record/unesco/general-conference/41/vol-1`,
`record/who/WHA58/2005/REC/1`, `record/sales/03.II.A.1`, `record/icj/2004-07-09`. A supplement
printed without its symbol gets none: A/59/19/Rev.1 and A/76/5 (Vol. I) are what "Supplement No."
19 and 5 turned out to be, so the symbol cannot be told from session and number.
"""

from __future__ import annotations

import re
import unicodedata

from recalling.model import Instrument, Mention, RecordClaim, SymbolClaim
from recalling.resolver.state import Identified, Outcome, State, Unidentified

#: the letters that open an agency's code, and what parts them from its number
_SERIES = re.compile(r"^([A-Z]{1,5})[ /-]?(?=\d)")
#: a word of a code that is translated
_ENGLISH_TITLE = re.compile(r"(?<=/)(decision|resolution|resolucion)(?:es|s)?$", re.I)
_BODY_OF_SERIES = {"A": "ga", "E": "ecosoc", "S": "sc", "T": "tc"}


def identify_record(mention: Mention, state: State) -> Outcome | None:
    """What a record claim names."""
    claim = mention.claim
    if not isinstance(claim, RecordClaim):
        return None
    if claim.record == "sales":
        return _found(f"record/sales/{claim.sales_number}", "publication")
    if claim.record == "court":
        return _judgment(mention, claim, state)
    if claim.record == "agency-records":
        return _agency(claim)
    return _official(mention, claim, state)


def _found(key: str, kind: str, body: str | None = None, symbol: str | None = None) -> Identified:
    return Identified((Instrument(key=key, kind=kind, body=body, symbol=symbol),), "record")


def _agency(claim: RecordClaim) -> Outcome:
    if claim.name is not None and claim.session is None:
        name = _spelled(claim.name)
        return _found(f"record/{claim.body}/{name}", "document", claim.body, claim.name)
    key = f"record/{claim.body}/{claim.name}/{claim.session}"
    if claim.volume is not None:
        key += f"/vol-{claim.volume}"
    return _found(key, "official-record", claim.body)


def _spelled(code: str) -> str:
    """An agency's code in one spelling: C 2019/REP, C/2019/REP and C2019/REP are C2019/REP.

    "GB.344/Décisions" and "GB.344/Decisiones" are the document that English calls Decisions.
    """
    plain = unicodedata.normalize("NFKD", code).encode("ascii", "ignore").decode() or code
    plain = _ENGLISH_TITLE.sub(_english_title, plain)
    return _SERIES.sub(r"\1", plain).replace(" ", "-")


def _english_title(word: re.Match[str]) -> str:
    return "Decisions" if word[1][0] in "dD" else "Resolution"


def _official(mention: Mention, claim: RecordClaim, state: State) -> Outcome:
    """Official Records by session or year and supplement.

    What "Ibid." leaves out is as it was before.
    """
    body, session = claim.body, claim.session or claim.year
    if body is None or session is None:
        earlier = _record_before(mention, state)
        if earlier is None:
            return Unidentified("no-antecedent", "No records are named before this “Ibid.”.")
        body, session = body or earlier[0], session or earlier[1]
    if session is None:
        return Unidentified("no-antecedent", "No session is named before this “Ibid.”.")
    key = f"record/{body}/{session}"
    if claim.supplement is not None:
        key += f"/supplement-{claim.supplement}"
    return _found(key, "official-record", body)


def _record_before(mention: Mention, state: State) -> tuple[str | None, str | None] | None:
    """Body and session of the records last named before a mention."""
    for earlier in state.nearest(mention):
        claim = earlier.claim
        if isinstance(claim, RecordClaim) and claim.record == "official-records" and claim.body:
            return claim.body, claim.session or claim.year
        if isinstance(claim, SymbolClaim) and earlier.paragraph != mention.paragraph:
            series, _, rest = claim.symbol.partition("/")
            return _BODY_OF_SERIES.get(series), rest.partition("/")[0]
    return None


def _judgment(mention: Mention, claim: RecordClaim, state: State) -> Outcome:
    kind = "advisory-opinion" if claim.name == "advisory-opinion" else "judgment"
    if mention.date is not None:
        return _found(f"record/{claim.body}/{mention.date}", kind, claim.body)
    for _, noted in state.noted(mention)[:1]:
        return Identified(noted.instruments, "note", noted.part)
    dates = {
        other.date
        for other in state.mentions
        if isinstance(other.claim, RecordClaim)
        and (other.claim.body, other.claim.name) == (claim.body, claim.name)
        and other.date is not None
    }
    if len(dates) == 1:
        return _found(f"record/{claim.body}/{dates.pop()}", kind, claim.body)
    return Unidentified("ambiguous", "The decision of the court is named without its date.")
