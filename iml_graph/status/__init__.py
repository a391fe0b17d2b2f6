"""Where a party stands towards an instrument on a date, alone and in the profiles of parties and instruments."""

from iml_graph.status.profiles import (
    InstrumentProfile,
    PartyProfile,
    instrument_profile,
    party_profile,
    stand_all,
)
from iml_graph.status.standing import Standing, recorded_status, stand, stand_as_member

__all__ = [
    "InstrumentProfile",
    "PartyProfile",
    "Standing",
    "instrument_profile",
    "party_profile",
    "recorded_status",
    "stand",
    "stand_all",
    "stand_as_member",
]
