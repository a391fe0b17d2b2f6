"""Where sources, printed counts and the arithmetic of final clauses agree, and where they do not."""

from iml_graph.crosscheck.counts import CountCheck, check_counts
from iml_graph.crosscheck.pairs import (
    Agreement,
    Comparison,
    Difference,
    Statement,
    class_of,
    compare,
    compare_all,
    undecided,
)
from iml_graph.crosscheck.report import CrossCheck, EffectSum, cross_check

__all__ = [
    "Agreement",
    "Comparison",
    "CountCheck",
    "CrossCheck",
    "Difference",
    "EffectSum",
    "Statement",
    "check_counts",
    "class_of",
    "compare",
    "compare_all",
    "cross_check",
    "undecided",
]
