"""Provisions are cited as lawyers do, in each language."""

from __future__ import annotations

import pytest

from iml_graph.build.provision_labels import provision_labels


@pytest.mark.parametrize(
    ("reference", "en", "fr", "es"),
    [
        ("87", "article 87", "article 87", "artículo 87"),
        ("22.5", "article 22(5)", "article 22, paragraphe 5", "artículo 22, párrafo 5"),
        ("22.5.a", "article 22(5)(a)", "article 22, paragraphe 5 a)", "artículo 22, párrafo 5 a)"),
        ("5.d.iv", "article 5(d)(iv)", "article 5 d) iv)", "artículo 5 d) iv)"),
        ("A.4", "article A(4)", "article A, paragraphe 4", "artículo A, párrafo 4"),
        ("appendix-1", "appendix, paragraph 1", "annexe, paragraphe 1", "anexo, párrafo 1"),
        ("annex-2", "Annex II", "annexe II", "anexo II"),
        ("branch-a", "branch (a)", "branche a)", "rama a)"),
        ("principle-15", "principle 15", "principe 15", "principio 15"),
        ("principle-15.1", "principle 15(1)", "principe 15 1)", "principio 15 1)"),
        ("preamble-11", "preamble, paragraph 11", "préambule, alinéa 11", "preámbulo, párrafo 11"),
        ("1.b.1.a", "article 1(b)(1)(a)", "article 1 b) 1) a)", "artículo 1 b) 1) a)"),
        ("paragraph-24", "paragraph 24", "paragraphe 24", "párrafo 24"),
    ],
)
def test_provisions_are_cited_as_lawyers_do(reference: str, en: str, fr: str, es: str) -> None:
    assert provision_labels(reference) == {"en": en, "fr": fr, "es": es}
