"""The road to an instrument for one party: the step that is open, and all that comes with it.

Unknown is said: where a clause was not read, or no source has an address, the answer has nothing there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from iml_graph import namespaces as ns
from iml_graph import reading
from iml_graph.catalogue import query
from iml_graph.dates import holds
from iml_graph.eligibility import next_step
from iml_graph.entry_into_force import apply, effect_of_consent, parse_delay
from iml_graph.errors import BadInputError
from iml_graph.identifiers import fold_text
from iml_graph.labels import sentence
from iml_graph.protection.advice import Adviser
from iml_graph.protection.clauses import (
    Cited,
    FinalClauses,
    Formalities,
    Opening,
    ReservationClause,
    TimeClause,
    read_final_clauses,
    read_formalities,
)
from iml_graph.protection.groups import Groups, read_groups
from iml_graph.provision_records import Named
from iml_graph.reading import local, number_key
from iml_graph.records import CONSENT, TERMINATION, Instrument, Party, Release
from iml_graph.status import PartyProfile, Standing, party_profile
from iml_graph.store import Iri, Store
from iml_graph.store.base import Row
from iml_graph.terms import CLOSED, NextStep, Status

_MODES: Mapping[NextStep, frozenset[str]] = {
    NextStep.ACCEDE: frozenset({"accession"}),
    NextStep.ACCEDE_AGAIN: frozenset({"accession"}),
    NextStep.ACCEPT_OR_APPROVE: frozenset({"acceptance", "approval"}),
    NextStep.CONFIRM_FORMALLY: frozenset({"formal-confirmation"}),
    NextStep.RATIFY: frozenset({"ratification", "acceptance", "approval"}),
    NextStep.SIGN: frozenset({"definitive-signature"}),
    NextStep.SIGN_AND_RATIFY: frozenset({"signature", "ratification", "acceptance", "approval"}),
    NextStep.SIGN_OR_ACCEDE: frozenset({"signature", "ratification", "acceptance", "approval", "accession"}),
    NextStep.SIGN_CONFIRM_OR_ACCEDE: frozenset({"signature", "formal-confirmation", "accession"}),
}
"""Acts by which each step is taken; the clauses that open them say so."""


class Waits:
    """Why a day of entry into force cannot be reckoned, or only together with something else."""

    NO_CLAUSE = "no-clause"
    PARENT = "parent"
    PARENT_TREATY = "parent-treaty"
    THRESHOLD = "threshold"


@dataclass(frozen=True, slots=True)
class Effect:
    """When the instrument would enter into force for the party if it deposited on a day, and by which clause.

    ``on`` is empty where that cannot be reckoned; ``waits`` then says for what, and ``for_`` names the instruments.
    ``with_treaty``: not the clause for later parties decides, but the treaty’s own entry into force. ``consents`` of
    ``threshold`` are on record where the treaty is not in force.
    """

    deposited: str
    on: str | None
    clause: TimeClause | None
    waits: str | None = None
    for_: tuple[str, ...] = ()
    with_treaty: bool = False
    consents: int | None = None
    threshold: int | None = None


@dataclass(frozen=True, slots=True)
class ReservationUse:
    """Which parties have a reservation on an article in force, and which withdrew one; the peers of the party apart.

    ``article`` is ``None`` for the instrument in general.
    """

    article: Cited | None
    made: tuple[str, ...]
    withdrawn: tuple[str, ...]
    peers_made: tuple[str, ...]
    peers_withdrawn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Denounced:
    """An older convention that joining this one denounces; ``since`` when it binds the party, ``None`` if it does not.

    ``known`` is false where no source is complete up to the day.
    """

    instrument: str
    name: str
    since: str | None
    known: bool


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure that a party may accept, or exclude (``opt-out``), with how many have and whether it operates.

    ``operative`` is ``None`` where that is not known; ``accepted`` whether the party comes under it already.
    """

    identifier: str
    label: str
    kind: str
    way: str
    body: Named
    under: str
    basis: tuple[Cited, ...]
    declarations: int
    threshold: int | None
    operative: bool | None
    accepted: bool


@dataclass(frozen=True, slots=True)
class Report:
    """A duty to report: to whom, on what basis; the first report within ``first`` of entry into force, by ``due``.

    ``first`` and ``interval`` are durations; ``None`` where the text fixes none or was not read.
    """

    label: str
    body: Named
    basis: tuple[Cited, ...]
    first: str | None
    interval: str | None
    due: str | None


@dataclass(frozen=True, slots=True)
class Area:
    """An area of national law, and the rights of the instrument that touch it, by label."""

    identifier: str
    label: str
    rights: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Road:
    """Everything that a party has to know on the road to an instrument, on a day.

    ``otherwise`` is the step where it is not known whether the party is bound: what is open to it if it is not.
    """

    standing: Standing
    on: str
    step: NextStep | None
    otherwise: NextStep | None
    openings: tuple[Opening, ...]
    closed: tuple[Opening, ...]
    first: tuple[str, ...]
    advised: bool
    formalities: Formalities
    effect: Effect
    clauses: FinalClauses
    uses: tuple[ReservationUse, ...]
    denounced: tuple[Denounced, ...]
    procedures: tuple[Procedure, ...]
    reports: tuple[Report, ...]
    areas: tuple[Area, ...]
    described: bool
    names: Mapping[str, str]
    rules: Mapping[str, str]
    release: Release

    @property
    def party(self) -> Party:
        """The party."""
        return self.standing.party

    @property
    def instrument(self) -> Instrument:
        """The instrument."""
        return self.standing.instrument

    @property
    def reservations(self) -> tuple[ReservationClause, ...]:
        """What the instrument says of reservations; nothing where it was not read."""
        return self.clauses.reservations


def road(adviser: Adviser, code: str, identifier: str, on: str, deposit: str | None = None) -> Road:
    """Work out the road of a party to an instrument.

    Args:
        adviser: reads the release.
        code: of the party.
        identifier: of the instrument.
        on: the day asked about (ISO).
        deposit: the day on which consent would be deposited; the day asked about if not given.

    Raises:
        UnknownNameError: no party has the code, no instrument the identifier.
        BadInputError: the instrument is nothing to join, or was not adopted by the day.
    """
    store, lang = adviser.store, adviser.lang
    profile = party_profile(store, code, on, lang)
    standing = _standing(store, profile, identifier, lang)
    standings = {each.instrument.identifier: each for each in profile.standings}
    clauses = read_final_clauses(store, standing.instrument, lang)
    step = _step(standing)
    opening, closed = _openings(standing, _otherwise(standing, step) or step, clauses.openings)
    effect = _effect(store, standing, standings, clauses, deposit or on, lang)
    procedures, reports = _procedures(store, standings, standing, effect, lang)
    names = {name: each.instrument.name for name, each in standings.items()}
    return Road(
        standing=standing,
        on=on,
        step=step,
        otherwise=_otherwise(standing, step),
        openings=opening,
        closed=closed,
        first=standing.can.missing,
        advised=not (standing.instrument.states & CLOSED),
        formalities=read_formalities(store, identifier, lang),
        effect=effect,
        clauses=clauses,
        uses=_uses(store, identifier, code, on, read_groups(store, lang, on), lang),
        denounced=_denounced(store, code, identifier, on, names),
        procedures=procedures,
        reports=reports,
        areas=areas_of(adviser, identifier),
        described=identifier in adviser.law.instruments,
        names=names,
        rules=words_of(store, "reservation-rules", lang),
        release=profile.release,
    )


def _standing(store: Store, profile: PartyProfile, identifier: str, lang: str) -> Standing:
    found = next((each for each in profile.standings if each.instrument.identifier == identifier), None)
    if found and found.instrument.joinable:
        return found
    instrument = reading.read_instrument(store, identifier, lang)
    values = {"instrument": instrument.name, "adopted": instrument.adopted, "on": profile.on}
    raise BadInputError(sentence("road_not_adopted" if instrument.joinable else "road_nothing_to_join", lang, **values))


def _step(standing: Standing) -> NextStep | None:
    """Tell which step is open; none to one that is bound already."""
    if standing.status is Status.PARTY:
        return None
    if standing.status is Status.NOT_ELIGIBLE or standing.last_known is Status.NOT_ELIGIBLE:
        return NextStep.NONE_OPEN
    return next_step(standing.last_known or standing.status, standing.can)


def _otherwise(standing: Standing, step: NextStep | None) -> NextStep | None:
    """Tell which step is open to one that is not bound, where that is not known."""
    if step is not NextStep.CHECK_DEPOSITARY or not standing.can.eligible:
        return None
    return next_step(Status.ELIGIBLE_NO_ACTION, standing.can)


def _openings(
    standing: Standing, step: NextStep | None, openings: Iterable[Opening]
) -> tuple[tuple[Opening, ...], tuple[Opening, ...]]:
    """Pick the clauses that open the step, and those whose window is closed on the day."""
    openings = tuple(openings)
    modes = _MODES.get(step, frozenset()) if step else frozenset()
    open_ = [each for each in openings if each.in_window(standing.on)]
    if modes and standing.can.modes:
        used = [each for each in open_ if modes & standing.can.modes & set(each.modes)]
    else:
        used = [] if step is None else list(open_)
    shut = tuple(each for each in openings if each.closes and each.closes < standing.on)
    return tuple(used), shut


# entry into force


def _effect(
    store: Store,
    standing: Standing,
    standings: Mapping[str, Standing],
    clauses: FinalClauses,
    deposited: str,
    lang: str,
) -> Effect:
    """Reckon the day of effect for a deposit, by the clauses."""
    entry, later, initial = clauses.entry, clauses.time("later"), clauses.time("initial")
    if deposited < standing.instrument.adopted:
        values = {"instrument": standing.instrument.name, "adopted": standing.instrument.adopted, "on": deposited}
        raise BadInputError(sentence("road_not_adopted", lang, **values))
    if entry.on is None or (deposited < entry.on and not _counted(clauses, deposited)):
        return _before_force(store, standing, clauses, deposited)
    found = effect_of_consent(entry, deposited)
    with_treaty = bool(entry.initial and apply(entry.initial, deposited) <= entry.on) if entry.initial else False
    if found is None:
        return Effect(deposited, None, later or initial, Waits.NO_CLAUSE)
    on, waits = _with_parents(standing, standings, found)
    return Effect(
        deposited,
        on,
        initial if with_treaty else later,
        waits=Waits.PARENT if waits else None,
        for_=waits,
        with_treaty=with_treaty,
    )


def _counted(clauses: FinalClauses, deposited: str) -> bool:
    """Tell whether a deposit counted towards the threshold, or came after it was met."""
    entry = clauses.entry
    return bool(entry.on and (entry.later or (entry.initial and apply(entry.initial, deposited) <= entry.on)))


def _with_parents(
    standing: Standing, standings: Mapping[str, Standing], found: str
) -> tuple[str | None, tuple[str, ...]]:
    """Let the day wait for the instruments of which one must be a party first; name those not joined yet."""
    missing = tuple(name for name in standing.instrument.parents if name in standing.can.missing)
    pending = [
        each.in_force_from
        for name in standing.instrument.parents
        if (each := standings.get(name)) and each.status is Status.PARTY_NOT_IN_FORCE and each.in_force_from
    ]
    return (None, missing) if missing else (max([found, *pending]), ())


def _before_force(store: Store, standing: Standing, clauses: FinalClauses, deposited: str) -> Effect:
    """Tell what a deposit does for a treaty that is not in force: it may be the one that brings it into force."""
    initial = clauses.time("initial")
    threshold = initial.clause.threshold if initial else None
    if initial is None or threshold is None:
        return Effect(deposited, None, initial, Waits.NO_CLAUSE)
    consents = _consents(store, standing.instrument.identifier, standing.party.code)
    after = clauses.entry.after
    if len(consents) + 1 < threshold:
        return Effect(deposited, None, initial, Waits.THRESHOLD, consents=len(consents), threshold=threshold)
    if after and not reading.read_instrument(store, after, "en").in_force:
        return Effect(deposited, None, initial, Waits.PARENT_TREATY, for_=(after,), threshold=threshold)
    on = apply(initial.clause, deposited) if initial.clause.delay else None
    waits = None if on else Waits.NO_CLAUSE
    return Effect(deposited, on, initial, waits, with_treaty=True, consents=len(consents), threshold=threshold)


def _consents(store: Store, identifier: str, code: str) -> frozenset[str]:
    """Name the other parties whose consent is on record and was not taken back."""
    found = reading.read_histories(store, "en", instrument=identifier)
    return frozenset(
        actor
        for (actor, _), history in found.items()
        if actor != code and any(not act.bracketed for act in history.of(CONSENT)) and not history.of(TERMINATION)
    )


# reservations


def _uses(store: Store, identifier: str, code: str, on: str, groups: Groups, lang: str) -> tuple[ReservationUse, ...]:
    """Count the reservations of others by article: in force on the day, and withdrawn by it."""
    of = Iri(ns.instrument(identifier))
    labels = {
        row["reference"] or "": row["label"] or ""
        for row in store.select(query("explorer/provisions").text, instrument=of, lang=lang)
    }
    made: dict[str, set[str]] = defaultdict(set)
    gone: dict[str, set[str]] = defaultdict(set)
    for row in store.select(query("adviser/reservations-of").text, instrument=of):
        if local(row["type"] or "") != "reservation" or (row["deposited"] or "9999") > on:
            continue
        actor, article = local(row["actor"] or ""), _article(row, identifier)
        if actor == code or article is None:
            continue
        target = made if holds(row["deposited"] or "", row["withdrawn"], on) else gone
        target[article].add(actor)
    near = groups.near(code)
    references = sorted(made.keys() | gone.keys(), key=number_key)
    return tuple(
        ReservationUse(
            article=Cited(identifier, each, labels.get(each, each)) if each else None,
            made=_ordered(made[each], near),
            withdrawn=_ordered(gone[each] - made[each], near),
            peers_made=tuple(sorted(made[each] & near)),
            peers_withdrawn=tuple(sorted((gone[each] - made[each]) & near)),
        )
        for each in references
    )


def _article(row: Row, identifier: str) -> str | None:
    """Name the article of the instrument that a reservation is on; empty for the whole, none for another's."""
    if row["reference"]:
        return row["reference"] if local(row["on_instrument"] or "") == identifier else None
    return "" if row["whole"] == "true" else None


def _ordered(codes: Iterable[str], near: frozenset[str]) -> tuple[str, ...]:
    """Order parties: peers first."""
    return tuple(sorted(codes, key=lambda code: (code not in near, code)))


# what follows


def _denounced(store: Store, code: str, identifier: str, on: str, names: Mapping[str, str]) -> tuple[Denounced, ...]:
    asked = query("adviser/automatic-denunciation")
    rows = store.select(asked.text, **asked.bind(actor=code, instrument=identifier, on=on))
    return tuple(
        Denounced(
            instrument=(older := local(row["older"] or "")),
            name=names.get(older, older),
            since=row["older_since"],
            known=bool(row["older_since"]) or bool(row["complete"] and on <= row["complete"]),
        )
        for row in rows
    )


def _procedures(
    store: Store, standings: Mapping[str, Standing], standing: Standing, effect: Effect, lang: str
) -> tuple[tuple[Procedure, ...], tuple[Report, ...]]:
    """Read the procedures that a party may accept, and the duties to report that come with being one."""
    of = Iri(ns.instrument(standing.instrument.identifier))
    by_procedure: dict[str, list[Row]] = defaultdict(list)
    for row in store.select(query("adviser/procedures-under").text, instrument=of, lang=lang):
        by_procedure[row["procedure"] or ""].append(row)
    asked = query("adviser/operative-procedures")
    states = {row["procedure"] or "": row for row in store.select(asked.text, **asked.bind(on=standing.on))}
    procedures, reports = [], []
    for iri, rows in by_procedure.items():
        if local(rows[0]["type"] or "") == "reporting":
            if local(rows[0]["under"] or "") == standing.instrument.identifier:
                reports.append(_report(rows, _begins(standing, effect)))
        elif local(rows[0]["acceptance"] or "") != "automatic":
            procedures.append(_procedure(iri, rows, states.get(iri), standings))
    return tuple(procedures), tuple(reports)


def _procedure(iri: str, rows: list[Row], state: Row | None, standings: Mapping[str, Standing]) -> Procedure:
    first = rows[0]
    under, way = local(first["under"] or ""), local(first["acceptance"] or "")
    article = (state["article"] or "") if state else ""
    operative = state["operative"] if state else None
    return Procedure(
        identifier=local(iri),
        label=first["label"] or "",
        kind=local(first["type"] or ""),
        way=way,
        body=Named(local(first["body"] or ""), first["body_label"] or ""),
        under=under,
        basis=_basis(rows),
        declarations=int(state["declarations"] or 0) if state else 0,
        threshold=int(state["threshold"]) if state and state["threshold"] else None,
        operative=None if operative is None else operative == "true",
        accepted=_accepted(standings.get(under), way, article),
    )


def _accepted(standing: Standing | None, way: str, article: str) -> bool:
    """Tell whether a party comes under a procedure: by its declaration, or as a party to the protocol."""
    if standing is None:
        return False
    if way == "protocol":
        return standing.status is Status.PARTY
    spans = (span for span in standing.intervals if span.kind == "ProcedureInterval")
    current = [span for span in spans if holds(span.start, span.until, standing.on)]
    return way == "declaration" and any((span.subject or "").split(".")[0] == article for span in current)


def _basis(rows: Iterable[Row]) -> tuple[Cited, ...]:
    found = (Cited(local(r["under"] or ""), r["basis"] or "", r["basis_label"] or "") for r in rows if r["basis"])
    return tuple(dict.fromkeys(found))


def _begins(standing: Standing, effect: Effect) -> str | None:
    """Return the day from which the first report is counted: when the instrument binds the party, or would."""
    return standing.in_force_from if standing.status is Status.PARTY else effect.on


def _report(rows: list[Row], begins: str | None) -> Report:
    first = rows[0]
    due = None
    if first["first"] and begins:
        due = (date.fromisoformat(begins) + parse_delay(first["first"])).isoformat()
    return Report(
        label=first["label"] or "",
        body=Named(local(first["body"] or ""), first["body_label"] or ""),
        basis=_basis(rows),
        first=first["first"],
        interval=first["interval"],
        due=due,
    )


def areas_of(adviser: Adviser, identifier: str) -> tuple[Area, ...]:
    """Name the areas of national law that the rights of an instrument touch, those that most rights touch first."""
    touched = rights_touching(adviser, identifier, "national-law-areas")
    found = (
        Area(concept, label, adviser.names.concepts("rights", sorted(rights)))
        for (concept, _, label), rights in touched.items()
    )
    return tuple(sorted(found, key=lambda area: (-len(area.rights), fold_text(area.label))))


def rights_touching(adviser: Adviser, identifier: str, scheme: str) -> dict[tuple[str, str, str], set[str]]:
    """Gather the rights of an instrument by the concepts of a scheme that they touch (identifier, notation, label)."""
    law = adviser.law
    given = {tag.right for tag in law.tags if law.articles[tag.article].instrument == identifier}
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in adviser.store.select(query("adviser/rights-serve").text, scheme=scheme, lang=adviser.lang):
        matched = local(row["right"] or "")
        concept = (local(row["concept"] or ""), row["notation"] or "", row["label"] or "")
        if own := given & law.rights.narrower(matched):
            found[concept] |= own
    return dict(found)


def words_of(store: Store, scheme: str, lang: str) -> dict[str, str]:
    """Name the concepts of a vocabulary, by identifier."""
    rows = store.select(query("adviser/scheme-words").text, scheme=scheme, lang=lang)
    return {local(row["concept"] or ""): row["label"] or "" for row in rows}
