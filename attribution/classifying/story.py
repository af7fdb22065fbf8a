"""Features of the whole story and of its entities, the same for all statements of one source."""

from collections import Counter
from collections.abc import Iterator

from attribution import resources
from attribution.classifying.classes import noun_classes
from attribution.classifying.wording import band, class_features, head_features, head_noun, lexical
from attribution.classifying.words import Words
from attribution.labels import SourceCategory
from attribution.records import Document, Source

_ARTICLE_TOKENS = 3000  # of a story are read for its subject


def entity_key(source: Source) -> tuple[str, str]:
    """Return what tells the entities of one article apart."""
    return (source.name, source.category)


def entity_features(words: Words, source: Source) -> Iterator[str]:
    """What the whole article says about the source; the same for all its statements."""
    lang, home = words.document.lang, words.document.article.country
    yield f"category={source.category}"
    yield f"listing={source.listing}"
    yield f"category={source.category}|listing={source.listing}"
    for role in source.roles:
        yield f"role={role}"
        yield f"role={role}|category={source.category}"
    for kind in source.kinds:
        yield f"kind={kind}"
        yield f"kind={kind}|category={source.category}"
    if not source.roles:
        yield "role=none"
    country = source.country
    where = (
        "none" if country is None else "home" if country == home else "int" if country == "INT" else "abroad"
    )
    yield f"country={where}"
    yield f"country={where}|category={source.category}"
    yield f"country={where}|{lang}"
    if source.affiliation:
        yield "affiliated"
        yield from lexical("af", lang, source.affiliation.split()[:8])
    if source.fullest:
        forms = words.of((source.fullest,))[:20]
        yield from lexical("f", lang, forms)
        yield from head_features("fh", lang, head_noun(forms, lang))
        yield from class_features("f", forms, words.document)
    described = words.of(source.description)[:40]
    yield f"described={bool(described)}"
    yield from lexical("d", lang, described)
    yield from class_features("d", described, words.document)
    if source.category in (SourceCategory.PERSON, SourceCategory.BODY, SourceCategory.OFFICE):
        for mention in source.mentions[:12]:
            near = words.before(mention, 4) + words.after(mention, 5)
            yield from lexical("e", lang, near)
            yield from class_features("e", near, words.document)
    yield f"mentions={min(len(source.mentions), 4)}"


def article_features(document: Document) -> Iterator[str]:
    """What the story is about and where it plays: most sources of a story belong there.

    A story about a court names lawyers and suspects, one about a match coaches and players; a
    source of which nothing is said is most often of the country that the story is set in.
    """
    home, lang = document.article.country, document.lang
    places: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    for token in document.tokens[:_ARTICLE_TOKENS]:
        if len(token.form) < 3 or not token.form[0].isupper():
            continue
        counted[token.form.casefold()] += 1
        country = resources.country_of(token.form)
        if country is not None:
            places["home" if country == home else "abroad"] += 1
        groups.update(noun_classes(token.form, lang))
    total = sum(places.values())
    yield f"story-home={band(places['home'] / total) if total else 'unknown'}|{lang}"
    for group, count in groups.items():
        if count > 1:
            yield f"story*{group}"
    yield from (f"{lang}:story={word[:8]}" for word, count in counted.items() if count > 1)
