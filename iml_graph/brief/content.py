"""What a briefing says: the answers as a tree of sections, in one language. It reads nothing and writes no form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from iml_graph.brief import chart
from iml_graph.brief import map as maps
from iml_graph.brief.answers import DETAILED, Answers, Peer, PeerGroup, UsedSource
from iml_graph.brief.document import (
    Block,
    Cell,
    Column,
    Document,
    Figure,
    Group,
    Item,
    Items,
    Paragraph,
    Section,
    Table,
)
from iml_graph.brief.shapes import Point, Shapes
from iml_graph.brief.typography import capital, say_date, typeset, typeset_document
from iml_graph.brief.words import join, say
from iml_graph.export import roads
from iml_graph.export.additions import KINDS, addition_rows, kind_of, percent
from iml_graph.export.cover import cover_rows, perhaps
from iml_graph.identifiers import fold_text
from iml_graph.labels import sentence
from iml_graph.protection.cover import Cover, RightCover
from iml_graph.protection.names import Names
from iml_graph.protection.newness import Addition, Additions
from iml_graph.protection.position import Statement
from iml_graph.protection.ranking import COVERED, Candidate, Change
from iml_graph.protection.road import Procedure as OptionalProcedure
from iml_graph.protection.road import Road

MOST = 3
"""How many articles a line of the table of rights names."""

_LISTED = (Cover.LIMITED, Cover.CUSTOMARY, Cover.SOFT, Cover.NONE, Cover.UNKNOWN)
"""Classes of which the summary names the rights."""

AS_PUBLISHED = "en"
"""The language in which titles and publishers of sources are given."""

_NAMED = 200
"""How many names of parties a list has at most."""

_FEW = 30
"""How many rights of a class the summary names; and up to how many members of a group those who are not bound."""


class _Briefing:
    """Writes the sections of one briefing."""

    def __init__(self, answers: Answers, names: Names, shapes: Shapes) -> None:
        self.answers, self.names, self.shapes = answers, names, shapes
        self.lang = names.lang

    def say(self, key: str, **values: object) -> str:
        """Say something in the language of the briefing."""
        return say(key, self.lang, **values)

    def column(self, key: str, width: int, numeric: bool = False) -> Column:
        """Make a column with a heading."""
        return Column(self.say(key), width, numeric)

    def day(self, iso: str | None) -> str:
        """Say a day in words; nothing where there is none."""
        return say_date(iso, self.lang) if iso else ""

    # ---- summary

    def summary(self) -> Section:
        """Write the summary."""
        parts = (self.stands(), self.covered(), self.open(), self.steps(), self.context(), self.unknowns())
        return Section(self.say("summary"), sections=tuple(_filled(parts)))

    def stands(self) -> Section:
        """Say where the State stands."""
        answers = self.answers
        known, own = set(answers.instruments), answers.position
        lines = [
            self.say("stands_counts", total=len(known), bound=len(known & set(own.bound)), on=answers.on),
            self.say("stands_unknown", count=len(known & set(own.unknown))),
        ]
        if through := sum(key.partition("/")[0] in known for key in own.through):
            lines.append(self.say("stands_through", count=through))
        if kept := [each for each in answers.statements if each.in_force(answers.on)]:
            lines.append(self.say("stands_statements", count=len({each.iri for each in kept})))
        return Section(self.say("stands"), (Paragraph(" ".join(lines)),))

    def covered(self) -> Section:
        """Say how rights are covered, with the chart."""
        covers = self.answers.covers
        groups = {self.answers.law.rights.group(each.right) for each in covers}
        items = []
        for cover in Cover:
            own = [each for each in covers if each.cover is cover]
            if not own:
                continue
            lead = self.say("class_lead", label=capital(self.names.concept("cover-classes", cover)), count=len(own))
            items.append(Item(self._listed(own) if cover in _LISTED else self.say("in_chart"), lead))
        intro = Paragraph(self.say("covered_counts", total=len(covers), groups=len(groups)))
        return Section(self.say("covered"), (intro, Items(tuple(items)), self.chart()))

    def _listed(self, covers: Sequence[RightCover]) -> str:
        """Name rights; of very many, the first."""
        found = [self._named(each) for each in covers[:_FEW]]
        if left := len(covers) - len(found):
            found.append(sentence("and_more", self.lang, count=left))
        return join(found, self.lang)

    def _named(self, cover: RightCover) -> str:
        """Name a right; of one that is not known, with the instruments that may bind."""
        name = self.names.concept("rights", cover.right)
        if cover.cover is not Cover.UNKNOWN:
            return name
        return f"{name} ({', '.join(self.names.instrument(each) for each, _ in cover.unknown)})"

    def chart(self) -> Figure:
        """Draw the coverage by group of rights."""
        counts: dict[str, Counter[str]] = {}
        for each in self.answers.covers:
            group = self.names.concept("rights", self.answers.law.rights.group(each.right))
            counts.setdefault(capital(group), Counter())[each.cover.value] += 1
        classes = {cover.value: self._set(self.names.concept("cover-classes", cover)) for cover in Cover}
        bars = [chart.Bar(self._set(group), counts[group]) for group in sorted(counts, key=fold_text)]
        caption = self.say("chart", on=self.answers.on)
        lines = [
            self.say(
                "class_line",
                label=bar.label,
                count=", ".join(f"{classes[key]} {bar.counts[key]}" for key in classes if bar.counts.get(key)),
            )
            for bar in bars
        ]
        alternative = join(lines, self.lang)
        svg = chart.draw(bars, classes, self._set(caption), self._set(alternative))
        return Figure(svg, caption, alternative, chart.WIDTH, chart.height(bars, classes))

    def _set(self, text: str) -> str:
        return typeset(text, self.lang)

    def open(self) -> Section:
        """Name the first candidates, each with what it would add."""
        answers = self.answers
        blocks: list[Block] = []
        if not answers.likely:
            blocks.append(Paragraph(self.say("open_none")))
        if answers.first:
            blocks.append(Paragraph(self.say("open_intro")))
            items = [
                Item(self.sentences(each), self.say("full_stop", label=self.titled(each.identifier)))
                for each in answers.first
            ]
            blocks.append(Items(tuple(items), numbered=True))
        if answers.invited:
            named = join([self.names.instrument(each.identifier) for each in answers.invited], self.lang)
            blocks.append(Paragraph(self.say("invited", instruments=named), note=True))
        return Section(self.say("open"), tuple(blocks))

    def titled(self, identifier: str) -> str:
        """Name an instrument with its title, where that is another."""
        name, title = self.names.instrument(identifier), self.answers.titles.get(identifier, identifier)
        return (
            title
            if title.casefold().startswith(name.casefold())
            else self.say("of_instrument", instrument=name, title=title)
        )

    def sentences(self, candidate: Candidate) -> str:
        """Say what a candidate would add, how surely it does not bind, and which step is open."""
        kinds = Counter(kind_of(each) for each in candidate.additions.additions)
        whole, part, none = (kinds[key] for key in KINDS)
        found = [self.say("adds", total=sum(kinds.values()), whole=whole, part=part, none=none)]
        found.append(self.say("adds_share", share=percent(candidate.additions.share)))
        if candidate.chooses:
            found.append(self.say("chooses"))
        better = join([self.changed(each) for each in candidate.better], self.lang)
        found.append(self.say("adds_rights", rights=better) if better else self.say("adds_no_rights"))
        found.append(self.step(candidate))
        if known := self.known(candidate):
            found.append(known)
        return " ".join(found)

    def changed(self, change: Change) -> str:
        """Say how the cover of a right would change."""
        return sentence(
            "rank_change",
            self.lang,
            right=self.names.concept("rights", change.right),
            before=self.names.concept("cover-classes", change.before.cover),
            after=self.names.concept("cover-classes", change.after.cover),
        )

    def step(self, candidate: Candidate) -> str:
        """Say which step is open."""
        step = self.names.concept("next-steps", candidate.gap.step)
        if first := join([self.names.instrument(each) for each in candidate.gap.first], self.lang):
            return self.say("step_first", step=step, first=first)
        return self.say("step", step=step)

    def known(self, candidate: Candidate) -> str:
        """Say how far it is known that a candidate does not bind; nothing where the record is complete."""
        standing = candidate.gap.standing
        if standing.status.value != "unknown":
            return ""
        if standing.last_known is None:
            return self.say("known_not")
        status = self.names.concept("statuses", standing.last_known)
        if standing.complete_as_of:
            return self.say("known_until", day=standing.complete_as_of, status=status)
        return self.say("known_last", status=status)

    def steps(self) -> Section:
        """List the steps that are open."""
        answers = self.answers
        items = [
            self.say(
                "next_step",
                instrument=self.names.instrument(each.identifier),
                step=self.names.concept("next-steps", each.gap.step),
            )
            for each in answers.likely[:DETAILED]
        ]
        if answers.procedures:
            items.append(self.say("next_procedures", count=len(answers.procedures)))
        kept = {each.iri for each in answers.statements if each.in_force(answers.on) and each.kind == "reservation"}
        if kept:
            items.append(self.say("next_statements", count=len(kept)))
        if answers.silent:
            named = join([self.names.instrument(each.identifier) for each in answers.silent], self.lang)
            items.append(self.say("next_ask", instruments=named))
        return Section(self.say("next"), (Items(tuple(Item(each) for each in items)),) if items else ())

    def context(self) -> Section:
        """Say in short who else is bound, what reviews urge, and which objectives would be served."""
        answers, lines = self.answers, []
        if answers.first and answers.groups:
            group, counts = answers.groups[0], self._counted(answers.groups[0])
            lines.append(
                self.say(
                    "context_peers_unknown" if counts["unknown"] else "context_peers",
                    instrument=self.names.instrument(answers.first[0].identifier),
                    bound=counts["bound"],
                    total=len(group.members),
                    group=self.quoted(group.name),
                    unknown=counts["unknown"],
                )
            )
        first = {each.identifier for each in answers.first}
        lines += [
            self.say(
                "context_reviews",
                instrument=self.names.instrument(each.instrument),
                count=each.count,
                accepted=each.accepted,
            )
            for each in answers.urged
            if each.instrument in first
        ]
        if numbers := [each.number for each in answers.objectives if any(each.added.values())]:
            lines.append(self.say("context_objectives", numbers=", ".join(numbers)))
        return Section(self.say("context"), (Items(tuple(map(Item, lines))),) if lines else ())

    def quoted(self, text: str) -> str:
        """Put a name in the marks of the language."""
        before, after = {"en": ("“", "”"), "fr": ("« ", " »"), "es": ("«", "»")}[self.lang]
        return f"{before}{text}{after}"

    def unknowns(self) -> Section:
        """Say briefly what is unknown."""
        known = [name for name in self.answers.instruments if name in self.answers.position.unknown]
        text = self.say("stands_unknown", count=len(known))
        if known:
            text = self.say(
                "class_line",
                label=text.rstrip(".").rpartition(":")[0].strip(),
                count=join([self.names.instrument(each) for each in known], self.lang) + ".",
            )
        return Section(self.say("unknowns"), (Paragraph(text), Paragraph(self.say("notice_law"), note=True)))

    # ---- parts

    def rights(self) -> Section:
        """Write the table of rights, by group, with what each line rests on."""
        rows = cover_rows(self.answers.covers, self.answers.law, self.names, most=MOST)
        whole = {each.right for each in self.answers.covers if each.cover in COVERED}
        groups: dict[str, list[tuple[Cell, ...]]] = {}
        for row in rows:
            groups.setdefault(capital(row["group"]), []).append(self._right(row, row["id"] in whole))
        columns = (
            self.column("right", 27),
            self.column("cover", 15),
            self.column("rests_on", 28),
            self.column("limits", 30),
        )
        table = Table(
            self.say("rights_caption", on=self.answers.on),
            columns,
            tuple(Group(tuple(groups[title]), title) for title in sorted(groups, key=fold_text)),
        )
        note = sentence("cover_note", self.lang) + " " + self.say("rights_note", most=MOST)
        return Section(self.say("rights"), (Paragraph(note, note=True), table), page=True)

    def _right(self, row: dict[str, str], whole: bool) -> tuple[Cell, ...]:
        """Write a line; what else may bind is no matter where the right is covered whole."""
        doubts = [row["limits"]] if row["limits"] else []
        if row["perhaps"] and not whole:
            doubts.append(self.say("may_bind", instruments=row["perhaps"]))
        if not row["rests_on"] and row["soft"]:
            doubts.append(self.say("soft_texts", texts=row["soft"]))
        if not row["rests_on"] and (row["asserted"] or row["contested"]):
            counts = {key: row[key] or "0" for key in ("asserted", "contested")}
            doubts.append(sentence("asserted-note", self.lang, **counts))
        rests = row["rests_on"] or "–"
        return Cell(row["right"]), Cell(row["cover"]), Cell(rests), Cell(join(doubts, self.lang) or "–")

    def candidates(self) -> Section:
        """Write the table of candidates, then article by article what the first would add."""
        shown = (*self.answers.likely, *self.answers.silent)
        if not shown:
            return Section(self.say("candidates"), (Paragraph(self.say("open_none")),))
        columns = (
            self.column("instrument", 17),
            self.column("step_column", 17),
            self.column("known_column", 16),
            self.column("new_column", 10, numeric=True),
            self.column("part_column", 10, numeric=True),
            self.column("share_column", 10, numeric=True),
            self.column("equal_column", 10, numeric=True),
            self.column("better_column", 10, numeric=True),
        )
        table = Table(self.say("candidates_caption"), columns, (Group(tuple(self._candidate(each) for each in shown)),))
        parts = tuple(self.additions(each) for each in self.answers.first[:DETAILED])
        return Section(
            self.say("candidates"), (Paragraph(self.say("weights_note"), note=True), table), parts, page=True
        )

    def _candidate(self, candidate: Candidate) -> tuple[Cell, ...]:
        kinds = Counter(kind_of(each) for each in candidate.additions.additions)
        standing = candidate.gap.standing
        known = self.say("not_bound_word")
        if standing.status.value == "unknown":
            last = standing.last_known
            known = self.names.concept("statuses", last) if last else self.say("unknown_word")
            if last and standing.complete_as_of:
                known = f"{known} ({standing.complete_as_of})"
        elif standing.status:
            known = self.names.concept("statuses", standing.status)
        return tuple(
            map(
                Cell,
                (
                    self.names.instrument(candidate.identifier),
                    self.names.concept("next-steps", candidate.gap.step),
                    known,
                    str(kinds[KINDS[0]]),
                    str(kinds[KINDS[1]]),
                    percent(candidate.additions.share),
                    percent(self.answers.equal[candidate.identifier].share),
                    str(len(candidate.better)),
                ),
            )
        )

    def additions(self, candidate: Candidate) -> Section:
        """List the articles of a candidate that would add something, and name the others in a sentence."""
        added, name = candidate.additions, self.names.instrument(candidate.identifier)
        columns = (
            self.column("article", 11),
            self.column("heading", 47),
            self.column("new", 9, numeric=True),
            self.column("binding_by", 33),
        )
        rows = [self._article(row, name) for row in addition_rows(_adding(added), self.names)]
        table = Table(self.say("articles_caption", instrument=name), columns, (Group(tuple(rows)),))
        blocks: list[Block] = [Paragraph(self.sentences(candidate))]
        if rows:
            blocks.append(table)
        if already := [
            self._already(each.article.key, each.overlaps[0].article) for each in added.additions if not each.new
        ]:
            blocks.append(Paragraph(self.say("binds_already", articles=join(already, self.lang)), note=True))
        return Section(self.titled(candidate.identifier), tuple(blocks))

    def _article(self, row: dict[str, str], name: str) -> tuple[Cell, ...]:
        nearest = row["binding_by"] or self.say("nothing_near")
        if row["relation"]:
            nearest = f"{nearest}: {row['relation']}" if self.lang != "fr" else f"{nearest} : {row['relation']}"
        return Cell(_reference(row["article"], name)), Cell(row["heading"]), Cell(row["newness"]), Cell(nearest)

    def _already(self, article: str, other: str) -> str:
        own = _reference(self.names.short(article), self.names.instrument(article.partition("/")[0]))
        return f"{own} ({self.names.short(other)})"

    def road(self) -> Section:
        """Say for the first candidates all that comes with the step that is open."""
        parts = []
        for each in self.answers.first[:DETAILED]:
            lines = [self.step(each), *self._opening(each), *self._following(self.answers.roads[each.identifier])]
            items = Items(tuple(Item(line if line.endswith(".") else f"{line}.") for line in lines))
            parts.append(Section(self.titled(each.identifier), (items,)))
        return Section(self.say("road"), (), tuple(parts))

    def _opening(self, candidate: Candidate) -> Iterator[str]:
        standing, instrument = candidate.gap.standing, candidate.gap.standing.instrument
        if who := self.who(candidate.identifier):
            yield self.say("open_to", who=who)
        yield self.say("adopted", day=instrument.adopted)
        if instrument.in_force and instrument.in_force <= self.answers.on:
            yield self.say("in_force", day=instrument.in_force)
        else:
            yield self.say("not_in_force")
        if standing.signed:
            yield self.say("signed_on", day=standing.signed)
        if known := self.known(candidate):
            yield known

    def _following(self, road: Road) -> Iterator[str]:
        """Say with whom consent is deposited and what follows from it."""
        if road.formalities.depositaries:
            names = join([name for _, name in road.formalities.depositaries], self.lang)
            yield self.say("depositary", names=names)
        yield roads.effect_sentence(road, self.lang)
        yield from self._on_reservations(road)
        if older := [each.name for each in road.denounced]:
            yield self.say("denounces", instruments=join(older, self.lang))
        for each in road.procedures:
            if not each.accepted:
                yield self.say("could_accept", procedure=each.label, body=each.body.label, state=self._operates(each))
        for report in road.reports:
            if report.first:
                due = self.say("report_due", day=report.due) if report.due else ""
                yield self.say("report", body=report.body.label, first=roads.duration(report.first, self.lang), due=due)
            else:
                yield self.say("report_plain", body=report.body.label)
        if road.areas:
            yield self.say("areas", areas=join([each.label for each in road.areas], self.lang))

    def _on_reservations(self, road: Road) -> Iterator[str]:
        for clause in road.reservations:
            rule = road.rules.get(clause.rule, clause.rule)
            about = ", ".join(each.label for each in (*clause.articles,))
            where = ", ".join(each.label for each in clause.provisions)
            said = self.say("on_reservations", rule=f"{rule} ({about})" if about else rule)
            yield f"{said}, {where}" if where else said
        if not road.reservations:
            yield self.say("on_reservations_unread")
        made = {code for use in road.uses for code in use.made}
        withdrawn = {code for use in road.uses for code in use.withdrawn}
        if made or withdrawn:
            yield self.say("reservations_of_others", made=len(made), withdrawn=len(withdrawn))

    def _operates(self, procedure: OptionalProcedure) -> str:
        if procedure.threshold and not procedure.operative:
            count = self.say("operates_count", count=procedure.declarations, threshold=procedure.threshold)
            return f"{self.say('operates_not')}, {count}"
        if procedure.operative is None:
            return self.say("not_told")
        return self.say("operates_word" if procedure.operative else "operates_not")

    def who(self, identifier: str) -> str:
        """Name to whom an instrument is open, with the article that says so."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for clause in self.answers.clauses[identifier]:
            who = f"{clause.who} ({clause.of})" if clause.of else clause.who
            closes = self.say("until", day=clause.closes) if clause.closes else ""
            found.setdefault((" ".join(filter(None, (who, closes))), clause.article), {})
        return join([f"{who}, {article}" if article else who for who, article in found], self.lang)

    def peers(self) -> Section:
        """Write the maps for the first candidate, the table of groups, and who stands where by name."""
        answers = self.answers
        if not answers.first:
            return Section(self.say("peers"))
        name = self.names.instrument(answers.first[0].identifier)
        blocks: list[Block] = [*self._maps(name), Paragraph(self.say("map_note"), note=True)]
        parts: list[Section] = []
        if answers.groups:
            columns = (
                self.column("group", 25),
                self.column("members", 10, numeric=True),
                self.column("bound_column", 11, numeric=True),
                self.column("signed_column", 15, numeric=True),
                self.column("left_column", 10, numeric=True),
                self.column("not_bound_column", 11, numeric=True),
                self.column("unknown_column", 9, numeric=True),
                self.column("shut_column", 9, numeric=True),
            )
            caption = self.say("peers_caption", instrument=name, on=answers.on)
            rows = tuple(self._group(each) for each in answers.groups)
            blocks.append(Table(caption, columns, (Group(rows),)))
            first = answers.groups[0]
            items = [
                *self._by_name("in_group", first.members, group=first.name),
                *self._by_name("in_world", tuple(answers.world)),
            ]
            title = self.say("by_name", group=capital(first.name))
            parts.append(Section(title, (Items(tuple(items)),)))
        else:
            blocks.append(Paragraph(self.say("peers_none")))
        return Section(self.say("peers"), tuple(blocks), tuple(parts))

    def _maps(self, name: str) -> Iterator[Figure]:
        """Draw what surrounds the State and its region, and the world."""
        answers = self.answers
        words = {key: self._set(self.say(key)) for key in maps.FILLS}
        region = [each for group in answers.groups[:1] if group.region for each in group.members]
        ends = (self._middle([answers.party.code]), self._middle(region))
        middle = maps.between(each for each in ends if each)
        frames = [("map_around", maps.around(middle), "a")] if middle else []
        counts = Counter(each.state for each in answers.world.values())
        alternative = join(
            [self.say("class_line", label=words[each], count=counts[each]) for each in maps.FILLS if counts[each]],
            self.lang,
        )
        for key, frame, prefix in (*frames, ("map_world", maps.world(), "w")):
            caption = self.say(key, instrument=name, on=answers.on)
            svg = maps.draw(
                self.shapes,
                {code: each.state for code, each in answers.world.items()},
                words,
                frame,
                self._set(caption),
                self._set(alternative),
                answers.party.code,
                prefix,
            )
            yield Figure(svg, caption, alternative, maps.WIDTH, maps.height(frame))

    def _middle(self, codes: Sequence[str]) -> Point | None:
        return maps.between(place for code in codes if (place := self.shapes.middle(code)))

    def _counted(self, group: PeerGroup) -> Counter[str]:
        """Count the other members of a group by where they stand; those to whom it is not open as ``shut``."""
        world = self.answers.world
        return Counter(world[each].state if each in world else "shut" for each in group.members)

    def _group(self, group: PeerGroup) -> tuple[Cell, ...]:
        counts = self._counted(group)
        numbers = (
            len(group.members),
            counts["bound"],
            counts["consented"] + counts["signed"],
            counts["left"],
            counts["not-bound"] + counts["through"],
            counts["unknown"],
            counts["shut"],
        )
        return Cell(capital(group.name)), *(Cell(str(each) if each else "–") for each in numbers)

    def _by_name(self, key: str, codes: Sequence[str], **values: str) -> Iterator[Item]:
        """Name those who stand somewhere; many who are not bound, or of whom nothing is known, are only counted."""
        world = self.answers.world
        for state in maps.FILLS:
            own = sorted((world[each] for each in codes if each in world and world[each].state == state), key=_label)
            if not own:
                continue
            lead = self.say(key, state=self.say(state), **values)
            telling = state not in ("unknown", "not-bound") or len(codes) <= _FEW
            if not telling:
                yield Item(str(len(own)), lead)
                continue
            named = [
                self.say("peer_year", label=each.label, year=each.since[:4])
                if state == "bound" and each.since
                else each.label
                for each in own[:_NAMED]
            ]
            if len(own) > _NAMED:
                named.append(sentence("and_more", self.lang, count=len(own) - _NAMED))
            yield Item(", ".join(named) + ".", lead)

    def procedures(self) -> Section:
        """Write the table of procedures."""
        rows = []
        for each in self.answers.procedures:
            article = f"art. {each.article}" if each.article else ""
            how = {
                "declaration": self.say("declaration", article=article).rstrip(", "),
                "protocol": self.say("protocol", instrument=self.names.instrument(each.instrument)),
                "opt-out": self.say("opt-out", day=each.mentioned or "?"),
            }[each.way]
            operates = self.say("not_told") if each.operative is None else self.say("yes" if each.operative else "no")
            cells = (each.label, self.names.instrument(each.instrument), each.body, how, operates, each.complete or "–")
            rows.append(tuple(map(Cell, cells)))
        if not rows:
            return Section(self.say("procedures"), (Paragraph(self.say("procedures_none")),))
        columns = (
            self.column("procedure", 26),
            self.column("instrument", 14),
            self.column("before", 14),
            self.column("how", 18),
            self.column("operates", 11),
            self.column("record_to", 17),
        )
        table = Table(self.say("procedures_caption", on=self.answers.on), columns, (Group(tuple(rows)),))
        return Section(self.say("procedures"), (table, Paragraph(self.say("procedures_note"), note=True)))

    def reservations(self) -> Section:
        """Write the table of reservations, those that are not withdrawn first."""
        if not self.answers.statements:
            return Section(self.say("reservations"), (Paragraph(self.say("reservations_none")),))
        rows = [self._statement(own) for own in _merged(self.answers)]
        columns = (
            self.column("instrument", 20),
            self.column("kind", 18),
            self.column("concerns", 28),
            self.column("deposited", 17),
            self.column("withdrawn", 17),
        )
        table = Table(self.say("reservations_caption", on=self.answers.on), columns, (Group(tuple(rows)),))
        return Section(self.say("reservations"), (table, Paragraph(self.say("reservations_note"), note=True)))

    def _statement(self, each: Statement) -> tuple[Cell, ...]:
        instrument = each.whole or (each.articles[0].partition("/")[0] if each.articles else "")
        instrument = instrument or each.iri.rpartition("/")[0].rpartition("/")[2]
        about = [
            _reference(self.names.short(key), self.names.instrument(key.partition("/")[0])) for key in each.articles
        ]
        about += [self.names.party(code) for code in each.territories]
        if each.whole and not each.territories:
            about.append(self.say("whole"))
        out = each.withdrawn and each.withdrawn <= self.answers.on
        return tuple(
            map(
                Cell,
                (
                    self.names.instrument(instrument),
                    self.names.concept("action-types", each.kind),
                    ", ".join(about) or self.say("not_told"),
                    each.deposited,
                    (each.withdrawn or "") if out else self.say("in_effect"),
                ),
            )
        )

    def reviews(self) -> Section:
        """Write the counts of recommendations that urge a step."""
        if not self.answers.urged:
            return Section(
                self.say("reviews"),
                (Paragraph(self.say("reviews_none")), Paragraph(self.say("reviews_note"), note=True)),
            )
        rows = [
            tuple(
                map(
                    Cell,
                    (
                        self.names.instrument(each.instrument),
                        str(each.count),
                        str(each.accepted),
                        str(each.noted),
                        str(each.states),
                        ", ".join(map(str, each.sessions)),
                    ),
                )
            )
            for each in self.answers.urged
        ]
        columns = (
            self.column("instrument", 34),
            self.column("recommendations", 13, numeric=True),
            self.column("accepted", 13, numeric=True),
            self.column("noted", 13, numeric=True),
            self.column("by_states", 11, numeric=True),
            self.column("sessions", 16),
        )
        table = Table(self.say("reviews_caption"), columns, (Group(tuple(rows)),))
        return Section(self.say("reviews"), (table, Paragraph(self.say("reviews_note"), note=True)))

    def objectives(self) -> Section:
        """Write the table of objectives."""
        shown = self.answers.first[:DETAILED]
        rows = [
            (
                Cell(self.say("objective_line", number=each.number, label=each.label)),
                Cell(str(each.binding)),
                Cell(str(each.total)),
                *(
                    Cell(f"+{each.added.get(own.identifier, 0)}" if each.added.get(own.identifier) else "–")
                    for own in shown
                ),
            )
            for each in self.answers.objectives
        ]
        columns = (
            self.column("objective", 82 - 12 * len(shown)),
            self.column("binding", 9, numeric=True),
            self.column("described", 9, numeric=True),
            *(Column(self.names.instrument(each.identifier), 12, numeric=True) for each in shown),
        )
        table = Table(self.say("objectives_caption"), columns, (Group(tuple(rows)),))
        return Section(self.say("objectives"), (table, Paragraph(self.say("objectives_note"), note=True)))

    def notice(self) -> Section:
        """Say what is unknown and what the judgements are."""
        unknown = [name for name in self.answers.instruments if name in self.answers.position.unknown]
        blocks: list[Block] = []
        if unknown:
            blocks.append(Paragraph(self.say("notice_unknown")))
            blocks.append(
                Items(
                    tuple(
                        Item(self._unknown(name), self.say("lead", label=self.names.instrument(name)))
                        for name in unknown
                    )
                )
            )
        else:
            blocks.append(Paragraph(self.say("notice_all_known")))
        choices = {name for each in self.answers.covers for name, last in each.unknown if last == "party"}
        if choices:
            blocks.append(Items(tuple(Item(perhaps(name, "party", self.names)) for name in sorted(choices))))
        keys = ("notice_judgements", "notice_law", "notice_described", "notice_depositary")
        return Section(self.say("notice"), (*blocks, *(Paragraph(self.say(key)) for key in keys)))

    def _unknown(self, name: str) -> str:
        standing = self.answers.standings[name]
        if standing.last_known is None:
            return self.say("unknown_line_bare")
        status = self.names.concept("statuses", standing.last_known)
        if standing.complete_as_of:
            return self.say("unknown_line", status=status, day=standing.complete_as_of)
        return self.say("unknown_line_last", status=status)

    def instruments(self) -> Section:
        """List all instruments that the briefing looks at, with their titles and statuses."""
        rows = [
            (
                Cell(self.names.instrument(name)),
                Cell(self.answers.titles.get(name, name)),
                Cell(self.names.concept("statuses", self.answers.standings[name].status)),
            )
            for name in sorted(self.answers.instruments, key=lambda each: self.names.instrument(each).casefold())
        ]
        columns = (self.column("instrument", 22), self.column("full_title", 56), self.column("status", 22))
        return Section(
            self.say("names"), (Table(self.say("instruments_caption"), columns, (Group(tuple(rows)),)),), page=True
        )

    def sources(self) -> Section:
        """List the sources."""
        ordered = sorted(self.answers.sources, key=lambda own: (fold_text(own.publisher), fold_text(own.title)))
        kinds = (("sources_of_acts", False), ("sources_of_texts", True))
        groups = [
            Group(rows, self.say(key))
            for key, text in kinds
            if (rows := tuple(self._source(each) for each in ordered if each.text is text))
        ]
        columns = (self.column("source", 52), self.column("publisher", 30), self.column("as_of", 18))
        blocks: list[Block] = [Table(self.say("sources_caption"), columns, tuple(groups))] if groups else []
        return Section(self.say("annex"), (*blocks, Paragraph(self.say("licence"), note=True)))

    def _source(self, source: UsedSource) -> tuple[Cell, ...]:
        return (
            Cell(source.title, source.address, AS_PUBLISHED),
            Cell(source.publisher, lang=AS_PUBLISHED),
            Cell(source.as_of),
        )


def _filled(sections: Sequence[Section]) -> Iterator[Section]:
    """Leave out the sections that say nothing."""
    return (each for each in sections if each.blocks or each.sections)


def _label(peer: Peer) -> str:
    return fold_text(peer.label)


def _reference(short: str, name: str) -> str:
    """Cut the name of the instrument from a citation."""
    return short.removeprefix(name).strip() or short


def _adding(added: Additions) -> Iterator[Addition]:
    return (each for each in added.additions if each.new > 0)


def _merged(answers: Answers) -> list[Statement]:
    """Order the statements: not withdrawn first, then by day."""
    return sorted(answers.statements, key=lambda each: (not each.in_force(answers.on), each.deposited, each.iri))


def write(answers: Answers, names: Names, shapes: Shapes, joined: Sequence[str] = ()) -> Document:
    """Write the briefing in the language of the names.

    Args:
        answers: what is said.
        names: of concepts, instruments and parties, in the language of the briefing.
        shapes: for the maps.
        joined: instruments that the State is taken to have joined.
    """
    own = _Briefing(answers, names, shapes)
    values = {"label": answers.party.label, "on": answers.on}
    subtitle = own.say("subtitle", **values)
    if joined:
        subtitle += ". " + own.say("joined", instruments=join([names.instrument(each) for each in joined], names.lang))
    release = answers.law.release
    sections = (
        own.summary(),
        own.rights(),
        own.candidates(),
        own.road(),
        own.peers(),
        own.procedures(),
        own.reservations(),
        own.reviews(),
        own.objectives(),
        own.notice(),
        own.instruments(),
        own.sources(),
    )
    return typeset_document(
        Document(
            lang=names.lang,
            title=own.say("title"),
            subtitle=subtitle,
            running=own.say("running", **values),
            origin=own.say("origin", release=release.release, data_date=release.data_date),
            page_of=own.say("page_of", page="{page}", pages="{pages}"),
            sections=tuple(_filled(sections)),
        )
    )
