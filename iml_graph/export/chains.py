"""Chains of explanation as lines of text, as rows, and as RDF in the terms of PROV and of the ontology."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iml_graph import namespaces as ns
from iml_graph.export.additions import percent
from iml_graph.export.cover import perhaps, say_limits
from iml_graph.export.forms import Table
from iml_graph.labels import sentence, word
from iml_graph.protection.explain import Explanation, Ground, Link
from iml_graph.protection.names import Names
from iml_graph.protection.newness import Addition, Overlap
from iml_graph.reading import local
from iml_graph.store import Iri
from iml_graph.store.base import Blank, Literal, Term, Triple

CHAIN_COLUMNS = ("depth", "thing", "text", "sure", "iri")
_INDENT = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chain: how deep it stands, what it is (a class, or a word of the chain), and how sure it is."""

    depth: int
    thing: str
    text: str
    sure: str = ""
    iri: str = ""


def cover_lines(found: Explanation, names: Names) -> list[Line]:
    """Tell the chain of one right, from the answer down to the sources."""
    answer, lang = found.answer, names.lang
    right, cover = names.concept("rights", answer.right), names.concept("cover-classes", answer.cover)
    lines = [Line(0, "cover", sentence("explain_answer", lang, right=right, cover=cover))]
    for ground in found.grounds:
        lines += _ground_lines(ground, names, 1)
    for ground in found.excluded:
        text = sentence("explain_excluded", lang, article=names.citation(ground.article))
        lines += [Line(1, "excluded", text), *_ground_lines(ground, names, 2)]
    for doubt in found.doubts:
        told = perhaps(doubt.instrument, doubt.last_known, names)
        lines.append(Line(1, "perhaps", sentence("explain_doubt", lang, instrument=told)))
        for link in doubt.links:
            lines += _link_lines(link, names, 2)
    for link in found.soft:
        article = _article(link.value("ofProvision") or "")
        lines.append(Line(1, "soft", sentence("explain_soft", lang, article=names.citation(article))))
        lines += _link_lines(link, names, 2)
    if answer.asserted or answer.contested:
        text = sentence("asserted-note", lang, asserted=answer.asserted, contested=answer.contested)
        lines.append(Line(1, "asserted", text))
    return lines


def addition_lines(
    addition: Addition, tags: Iterable[Link], grounds: Iterable[tuple[Overlap, Ground]], names: Names
) -> list[Line]:
    """Tell why an article is new or not: its own tags, then each article that gives some of it."""
    key, lang = addition.article.key, names.lang
    title = sentence("explain_new", lang, article=names.citation(key), share=percent(addition.new))
    lines = [Line(0, "added", title, "", _provision(key))]
    for link in tags:
        lines += _link_lines(link, names, 1)
    for overlap, ground in grounds:
        text = sentence("explain_overlap", lang, article=names.citation(overlap.article), share=percent(overlap.share))
        lines.append(Line(1, "overlap", text, "", _provision(overlap.article)))
        if ground.relation:
            lines += _link_lines(ground.relation, names, 2)
        elif overlap.article != key:
            lines.append(Line(2, "overlap", sentence("nobody_compared", lang)))
        lines += _ground_lines(ground, names, 2)
    return lines


def _ground_lines(ground: Ground, names: Names, depth: int) -> list[Line]:
    lang = names.lang
    role = ground.provision.value("provisionRole") if ground.provision else None
    told = sentence(
        "explain_provision",
        lang,
        heading=names.heading(ground.article),
        role=names.concept("provision-roles", local(role or "")),
    )
    sure = ground.provision.sure if ground.provision else ""
    text = sentence("fact", names.lang, name=names.citation(ground.article), values=told)
    lines = [Line(depth, "Provision", text, sure, _provision(ground.article))]
    for link in (*(ground.provision.rests_on if ground.provision else ()), *ground.judgements):
        lines += _link_lines(link, names, depth + 1)
    if ground.through:
        member = any(link.kind == "MemberBindingInterval" for link in ground.binding)
        key = "explain_as_member" if member else "explain_through"
        lines.append(Line(depth + 1, "through", sentence(key, lang, through=names.instrument(ground.through))))
    for link in ground.binding:
        lines += _link_lines(link, names, depth + 1)
    plain = [limit for limit, cause in ground.limits if cause is None]
    for said in say_limits(plain, names):
        lines.append(Line(depth + 1, "limits", sentence("explain_limit", lang, limit=said)))
    for limit, cause in ground.limits:
        if cause:
            (said,) = say_limits((limit,), names)
            lines.append(Line(depth + 1, "limits", sentence("explain_limit", lang, limit=said)))
            lines += _link_lines(cause, names, depth + 2)
    return lines


def _link_lines(link: Link, names: Names, depth: int) -> Iterator[Line]:
    """Tell a link, what it rests on, and what differs from it."""
    yield Line(depth, link.kind, _say(link, names), link.sure, link.iri)
    for below in (*link.rests_on, *link.against):
        yield from _link_lines(below, names, depth + 1)


def _say(link: Link, names: Names) -> str:
    """Say in words what the graph says of a thing."""
    lang = names.lang
    said = {
        "ProvisionTag": _say_tag,
        "ProvisionRelation": _say_relation,
        "TreatyAction": _say_act,
        "SourceRecord": _say_record,
        "Source": _say_source,
        "CoverageStatement": _say_coverage,
        "Adjudication": _say_adjudication,
    }.get(link.kind)
    if said:
        return said(link, names)
    if link.kind.endswith("Interval"):
        return _say_interval(link, names)
    return word(link.kind, lang)


def _say_tag(link: Link, names: Names) -> str:
    return sentence(
        "explain_tag",
        names.lang,
        holder=names.concept("holders", local(link.value("holder") or "")),
        modality=names.concept("modalities", local(link.value("modality") or "")),
        authors=", ".join(names.concepts("authors", map(local, link.values("author")))),
    )


def _say_relation(link: Link, names: Names) -> str:
    aspects = ", ".join(names.concepts("relation-aspects", map(local, link.values("differsIn"))))
    return sentence(
        "explain_relation",
        names.lang,
        one=names.short(_article(link.value("firstProvision") or "")),
        kind=names.concept("provision-relations", local(link.value("provisionRelation") or "")),
        other=names.short(_article(link.value("secondProvision") or "")),
        differs=sentence("explain_differs", names.lang, aspects=aspects) if aspects else "",
        authors=", ".join(names.concepts("authors", map(local, link.values("author")))),
    )


def _say_interval(link: Link, names: Names) -> str:
    until = link.value("until")
    scope = local(link.value("scopeKind") or "")
    about = names.instrument(local(link.value("onInstrument") or link.value("ofOrganization") or ""))
    if concerned := link.value("concernsProvision"):
        about = names.citation(_article(concerned))
    return sentence(
        "explain_interval",
        names.lang,
        kind=word(scope or link.kind, names.lang),
        instrument=about,
        start=link.value("from") or "?",
        until=sentence("explain_until", names.lang, day=until) if until else "",
    )


def _say_act(link: Link, names: Names) -> str:
    effective, basis = link.value("effectiveOn"), link.value("effectBasis")
    day = names.concept("effect-bases", local(basis or ""))
    return sentence(
        "explain_act",
        names.lang,
        act=names.concept("action-types", local(link.value("actionType") or "")),
        instrument=names.instrument(local(link.value("onInstrument") or "")),
        deposited=link.value("depositedOn") or "?",
        effect=sentence("explain_effect", names.lang, effective=effective, basis=day) if effective else "",
    )


def _say_adjudication(link: Link, names: Names) -> str:
    reasons = {term.language: term.value for term in link.facts.get(ns.IML + "reason", ()) if isinstance(term, Literal)}
    decided = link.value("decidedOn") or "?"
    return sentence("explain_adjudication", names.lang, reason=reasons.get(names.lang, ""), decided=decided)


def _say_record(link: Link, names: Names) -> str:
    return sentence(
        "explain_other_record" if link.value("disputes") else "explain_record",
        names.lang,
        source=local(link.value("fromSource") or ""),
        locator=link.value("locator") or "?",
        shown=link.value("asShown") or "",
    )


def _say_source(link: Link, names: Names) -> str:
    title = next((term.value for term in link.facts.get(ns.DCT + "title", ())), local(link.iri))
    return sentence("explain_source", names.lang, title=title, day=link.value("asOf") or "?")


def _say_coverage(link: Link, names: Names) -> str:
    complete = link.value("completeAsOf")
    key = "explain_coverage" if complete else "explain_partial"
    return sentence(key, names.lang, source=local(link.value("ofSource") or ""), day=complete or "")


def chain_rows(lines: Iterable[Line], names: Names) -> Table:
    """One row a line."""
    return [
        {
            "depth": str(line.depth),
            "thing": word(line.thing, names.lang),
            "text": line.text,
            "sure": say_sure(line, names),
            "iri": line.iri,
        }
        for line in lines
    ]


def chain_object(lines: Iterable[Line]) -> list[dict[str, object]]:
    """The lines for JSON, in the words of the ontology."""
    return [
        {"depth": line.depth, "kind": line.thing, "text": line.text, "sure": line.sure or None, "iri": line.iri or None}
        for line in lines
    ]


def say_sure(line: Line, names: Names) -> str:
    """Say how sure a line is."""
    return names.concept("source-roles", line.sure) if line.thing == "Source" else word(line.sure, names.lang)


def chain_text(lines: Iterable[Line], names: Names, width: int, *, bullets: bool = False) -> str:
    """Write a chain as an indented list; with ``bullets`` as one of Markdown."""
    from textwrap import wrap

    written = []
    for line in lines:
        indent = " " * (_INDENT * line.depth) + ("- " if bullets else "")
        sure = say_sure(line, names)
        text = sentence("explain_sure", names.lang, text=line.text, sure=sure) if sure else line.text
        written += wrap(text, width, initial_indent=indent, subsequent_indent=" " * (_INDENT * (line.depth + 1)))
    return "\n".join(written)


def _article(iri: str) -> str:
    """Turn the IRI of a provision into the key of an article."""
    instrument, _, reference = iri.removeprefix(ns.instrument("")).partition("/art/")
    return f"{instrument}/{reference}"


def _provision(key: str) -> str:
    instrument, _, reference = key.partition("/")
    return ns.provision(instrument, reference)


def cover_graph(found: Iterable[Explanation], party: str) -> list[Triple]:
    """Write the chains of rights as RDF: each answer is an entity, derived from what it rests on."""
    triples: dict[Triple, None] = {}
    for number, each in enumerate(found):
        roots = [link for ground in (*each.grounds, *each.excluded) for link in _links_of(ground)]
        roots += [*each.soft, *(link for doubt in each.doubts for link in doubt.links)]
        used = (ns.party(party), ns.concept("rights", each.answer.right))
        triples.update(_answer(number, each.answer.cover.value, roots, used))
    return list(triples)


def addition_graph(found: Iterable[tuple[Addition, Iterable[Link], Iterable[Ground]]], party: str) -> list[Triple]:
    """Write the chains of articles as RDF, in the same way."""
    triples: dict[Triple, None] = {}
    for number, (addition, tags, grounds) in enumerate(found):
        roots = [*tags, *(link for ground in grounds for link in _links_of(ground))]
        used = (ns.party(party), _provision(addition.article.key))
        triples.update(_answer(number, percent(addition.new), roots, used))
    return list(triples)


def _links_of(ground: Ground) -> Iterator[Link]:
    causes = (link for _, link in ground.limits)
    yield from filter(None, (ground.provision, *ground.binding, *ground.judgements, ground.relation, *causes))


def _answer(number: int, value: str, roots: Iterable[Link], used: Iterable[str]) -> dict[Triple, None]:
    """Write one answer: its value, the reckoning that used what is recorded, and all that this rests on."""
    answer, reckoning = Blank(f"answer{number}"), Blank(f"reckoning{number}")
    triples: dict[Triple, None] = {
        (answer, Iri(ns.RDF + "type"), Iri(ns.PROV + "Entity")): None,
        (answer, Iri(ns.PROV + "value"), Literal(value)): None,
        (answer, Iri(ns.PROV + "wasGeneratedBy"), reckoning): None,
        (reckoning, Iri(ns.RDF + "type"), Iri(ns.PROV + "Activity")): None,
    }
    triples |= {(reckoning, Iri(ns.PROV + "used"), Iri(iri)): None for iri in used}
    for root in roots:
        triples[reckoning, Iri(ns.PROV + "used"), Iri(root.iri)] = None
        triples[answer, Iri(ns.PROV + "wasDerivedFrom"), Iri(root.iri)] = None
        triples |= dict.fromkeys(_described(root))
    return triples


def _described(link: Link) -> Iterator[Triple]:
    """Yield what the graph says of a thing, in our terms and PROV’s, that it was derived from what it rests on."""
    about = Iri(link.iri)
    for name, values in link.facts.items():
        if name.startswith((ns.IML, ns.PROV, ns.RDF + "type")):
            yield from ((about, Iri(name), value) for value in values)
    for below in link.rests_on:
        yield about, Iri(ns.PROV + "wasDerivedFrom"), Iri(below.iri)
        yield from _described(below)
    for other in link.against:
        yield from _described(other)


def to_turtle(triples: Iterable[Triple]) -> str:
    """Write triples as Turtle."""
    import pyoxigraph as ox

    def node(each: Term) -> ox.NamedNode | ox.BlankNode:
        return ox.NamedNode(each.value) if isinstance(each, Iri) else ox.BlankNode(each.value)

    def term(each: Term) -> ox.NamedNode | ox.BlankNode | ox.Literal:
        if not isinstance(each, Literal):
            return node(each)
        if each.language:
            return ox.Literal(each.value, language=each.language)
        return ox.Literal(each.value, datatype=ox.NamedNode(each.datatype))

    def statement(triple: Triple) -> ox.Triple:
        start, link, end = triple
        return ox.Triple(node(start), ox.NamedNode(link.value), term(end))

    out = io.BytesIO()
    used = {name: iri for name, iri in ns.PREFIXES.items() if name in ("iml", "prov", "rdf", "xsd")}
    ox.serialize(map(statement, triples), out, ox.RdfFormat.TURTLE, prefixes=used)
    return out.getvalue().decode()
