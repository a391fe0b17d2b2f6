"""What a treaty of the register of the United Kingdom is about.

Topics are concepts of the scheme ``bilateral-topics``. Rules look at the title, the first that matches decides; a
subject of the register alone decides only where it is never filed wrongly (visas, social security).
"""

from __future__ import annotations

import re

# Officers of territories, forces and police, the ILO, health and customs papers, a royal marriage, mere letters.
_NOT_MIGRATION = (
    r"overseas service|overseas civil service|overseas commonwealth forces|public officers|public service"
    r"|armed forces|free french|s\.h\.a\.e\.f|police( and prisons)? mission|international labour organi"
    r"|bills? of health|visas for certificates|propaganda|marriage of his|non-treaty character"
)

_PATTERNS = (
    (r"commerce, establishment|\bresidence\b", "establishment"),
    (_NOT_MIGRATION, ""),
    (r"displaced persons|refugee|liberated soviet", "refugees"),
    (
        r"social (security|insurance)|unemployment insurance|family allowance|national insurance|pension",
        "social-security",
    ),
    (r"consular convention|notification of (the )?(arrest|imprisonment)|consular rights", "consular"),
    (r"visitor['’]?s?['’]? passport|seam[ae]n['’]?s? discharge|passports for seamen", "nationality-and-passports"),
    (r"\bvisas?\b", "visa-abolition"),
    (r"no-passport|travel\b|tourist|excursion|transit of|temporary admission|naval ratings|aircraft crews", "travel"),
    (
        r"labour|mozambique convention|recruitment|workers?\b|employ|student employees|hotel|seamen|seaman|medical pr",
        "labour-and-recruitment",
    ),
    (r"assisted passage|migration|emigration|immigrants|repatriation|deportation", "migration-cooperation"),
    (
        r"nationality|naturali[sz]ation|passport|mixed marriages|registration of british subjects"
        r"|military service|selective training|protected persons|documents of identity",
        "nationality-and-passports",
    ),
)
"""Pattern of the title and topic; no topic means that the treaty is not about migration. The first match decides."""

_SUBJECTS = {"VISA": "visa-abolition", "SOCIAL SECURITY": "social-security"}
"""Topic by subject where no rule matches the title."""

_READ = frozenset(
    {"VISA", "SOCIAL SECURITY", "NATIONALITY & PASSPORTS", "LABOUR", "TRAVEL", "MIGRATION", "REFUGEES", "ESTABLISHMENT"}
)
"""Subjects that are read; of two more, only what a rule names (consular conventions, repatriation)."""

_NAMED_ONLY = {
    "DIPLOMATIC & CONSULAR RELATIONS": frozenset({"consular", "visa-abolition"}),
    "HUMAN RIGHTS": frozenset({"refugees", "migration-cooperation"}),
}
_RULES = tuple((re.compile(pattern, re.IGNORECASE), topic) for pattern, topic in _PATTERNS)


def topic_of(subject: str, title: str) -> str:
    """Return the topic of a treaty, or an empty text if it is not about migration.

    Args:
        subject: the subject under which the register files it.
        title: its title as registered.
    """
    ruled = next((topic for pattern, topic in _RULES if pattern.search(title)), None)
    if subject in _READ:
        return _SUBJECTS.get(subject, "") if ruled is None else ruled
    return ruled if ruled and ruled in _NAMED_ONLY.get(subject, ()) else ""
