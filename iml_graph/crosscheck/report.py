"""The whole cross-check of committed data: sources against each other, counts, and computed entries into force."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from iml_graph.build.agreement import EffectCheck, TreatyCheck, check_effects, check_treaties
from iml_graph.build.inputs import read_inputs
from iml_graph.build.pipeline import ranking, settle
from iml_graph.crosscheck import counts
from iml_graph.crosscheck.counts import CountCheck
from iml_graph.crosscheck.pairs import Comparison, Difference, compare_all, undecided
from iml_graph.ingest.counts import read_csv
from iml_graph.terms import SourceRole


@dataclass(frozen=True, slots=True)
class EffectSum:
    """How often our days of effect that rest on one basis are those that a source states."""

    source: str
    basis: str
    agree: int
    differ: int


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """Everything that was compared. ``undecided`` are the differing days that no adjudication settles."""

    comparisons: tuple[Comparison, ...]
    undecided: tuple[Difference, ...]
    counts: tuple[CountCheck, ...]
    treaties: tuple[TreatyCheck, ...]
    effects: tuple[EffectCheck, ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Every difference, decided or not, of days, modes and acts."""
        return tuple(difference for comparison in self.comparisons for difference in comparison.differences)

    @property
    def effect_sums(self) -> tuple[EffectSum, ...]:
        """The days of effect counted, by source and basis."""
        found = Counter((check.source, check.basis, check.agrees) for check in self.effects)
        keys = sorted({key[:2] for key in found})
        return tuple(EffectSum(*key, agree=found[*key, True], differ=found[*key, False]) for key in keys)


def cross_check(ontology: Path, data: Path) -> CrossCheck:
    """Read the committed files and compare all that can be compared.

    Raises:
        DataError: a file is malformed or contradicts another.
    """
    inputs = read_inputs(ontology, data)
    record, treaties = settle(inputs)
    order = sorted(inputs.sources, key=lambda name: inputs.sources[name].role != SourceRole.PRIMARY)
    comparisons = compare_all((*inputs.acts, *inputs.memberships), order)
    return CrossCheck(
        comparisons=comparisons,
        undecided=undecided(comparisons, inputs.adjudications),
        counts=counts.check_all(inputs.acts, read_csv(data / "printed-counts.csv"), inputs.sources),
        treaties=tuple(check_treaties(record.events, treaties)),
        effects=tuple(check_effects(record.events, ranking(inputs.sources))),
    )
