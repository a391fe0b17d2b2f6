"""What a provision is called in each language: its number as lawyers write it."""

from __future__ import annotations

from iml_graph.labels import LANGUAGES

_PARTS = {
    "annex": ("Annex {}", "annexe {}", "anexo {}"),
    "appendix": ("appendix, paragraph {}", "annexe, paragraphe {}", "anexo, párrafo {}"),
    "branch": ("branch ({})", "branche {})", "rama {})"),
    "chapter": ("Chapter {}", "chapitre {}", "capítulo {}"),
    "conclusion": ("conclusion {}", "conclusion {}", "conclusión {}"),
    "guideline": ("guideline {}", "principe directeur {}", "directriz {}"),
    "objective": ("objective {}", "objectif {}", "objetivo {}"),
    "paragraph": ("paragraph {}", "paragraphe {}", "párrafo {}"),
    "part": ("Part {}", "partie {}", "parte {}"),
    "preamble": ("preamble, paragraph {}", "préambule, alinéa {}", "preámbulo, párrafo {}"),
    "principle": ("principle {}", "principe {}", "principio {}"),
    "section": ("section {}", "section {}", "sección {}"),
}
"""What the parts of an instrument that are no articles are called in each language."""

_ARTICLE = {"en": "article", "fr": "article", "es": "artículo"}
_COUNTED_IN_ROMAN = frozenset({"annex", "chapter", "part"})
_ROMAN = dict(zip("123456789", ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"), strict=True))


def provision_labels(reference: str) -> dict[str, str]:
    """Write ``22.5.a`` as lawyers do, in each language: ``article 22(5)(a)``, ``article 22, paragraphe 5 a)``.

    Letters alone follow the number of the article: ``1.b`` is article 1(b), ``article 1 b)``. Parts of
    another kind have its name before their number: ``annex-2`` is Annex II, ``principle-15.1`` is principle 15(1).
    """
    kind, _, numbers = reference.partition("-")
    if kind in _PARTS and numbers:
        number, *inner = numbers.split(".")
        shown = _ROMAN.get(number, number) if kind in _COUNTED_IN_ROMAN else number
        names = dict(zip(LANGUAGES, _PARTS[kind], strict=True))
        return {lang: form.format(shown) + _tail(lang, inner) for lang, form in names.items()}
    article, *inner = reference.split(".")
    if not inner or not inner[0].isdecimal():
        return {lang: f"{word} {article}" + _tail(lang, inner) for lang, word in _ARTICLE.items()}
    paragraph, *letters = inner
    return {
        "en": f"article {article}" + _tail("en", inner),
        "fr": f"article {article}, paragraphe {paragraph}" + _tail("fr", letters),
        "es": f"artículo {article}, párrafo {paragraph}" + _tail("es", letters),
    }


def _tail(lang: str, inner: list[str]) -> str:
    """Write what follows the number: ``(5)(a)`` in English, `` 5) a)`` in the other languages."""
    return "".join(f"({part})" if lang == "en" else f" {part})" for part in inner)
