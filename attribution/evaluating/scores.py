"""The two corpus metrics: the official Wikinews metric and attribution-level scores.

Both reproduce the reference scorer: the official one is the metric of Petersen-Frey and
Biemann (2024), with optimal assignment on content F1 and macro precision and recall over
statements.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attribution.evaluating.figures import (
    Counts,
    Formula,
    Measure,
    Sums,
    Tally,
    divide,
    harmonic,
    point,
    precision_recall,
    share,
)
from attribution.evaluating.matching import (
    OFFICIAL_ROLES,
    ROLES,
    Record,
    Row,
    TokenizedArticle,
    TokenizedStatement,
    jaccard,
    tokenize_article,
)

CUE_SOURCE = ("content", "cue", "source")
SOURCE_THRESHOLD = 0.5  # Jaccard of tokens from which source and cue count as right

_EMPTY = TokenizedStatement(roles=dict.fromkeys(OFFICIAL_ROLES, ()), form=None, medium=None)


# ---------------------------------------------------------------- official metric


def count_official(article: TokenizedArticle) -> Counts:
    """Count one article for the official metric: sums of precision and recall of each role."""
    counts: Counter[str] = Counter()
    pairs = article.match_official()
    paired_gold, paired_predicted = {i for i, _ in pairs}, {j for _, j in pairs}
    groups = [(article.gold[i], article.predicted[j]) for i, j in pairs]
    groups += [(_EMPTY, s) for j, s in enumerate(article.predicted) if j not in paired_predicted]
    groups += [(g, _EMPTY) for i, g in enumerate(article.gold) if i not in paired_gold]
    floats: dict[str, float] = {}
    for gold, predicted in groups:
        for role in OFFICIAL_ROLES:
            g, s = gold.sets[role], predicted.sets[role]
            shared = len(g & s)
            if s:
                floats[f"o.p:{role}"] = floats.get(f"o.p:{role}", 0.0) + shared / len(s)
                counts[f"o.pn:{role}"] += 1
            if g:
                floats[f"o.r:{role}"] = floats.get(f"o.r:{role}", 0.0) + shared / len(g)
                counts[f"o.rn:{role}"] += 1
        for field, one, other in (
            ("form", gold.form, predicted.form),
            ("stwr", gold.medium, predicted.medium),
        ):
            # a pair without any value on both sides counts as right, as the reference has it
            counts[f"o.hit:{field}"] += one == other
            counts[f"o.gold:{field}"] += one == other or one is not None
            counts[f"o.pred:{field}"] += one == other or other is not None
    return {**counts, **floats}


def official_measures(
    group: str = "official", roles: Sequence[str] = OFFICIAL_ROLES, *, stwr: bool = True
) -> tuple[Measure, ...]:
    """Return the figures of the official metric over ``roles``, content first."""
    measures: list[Measure] = []
    for name, some in (("msg", roles[:1]), ("roles", roles[1:]), ("joint", roles)):
        measures += [
            Measure((group, f"prec_{name}"), _mean("p", some), _items("pn", some)),
            Measure((group, f"rec_{name}"), _mean("r", some), _items("rn", some)),
            Measure((group, f"f1_{name}"), _mean_f1(some), _items("rn", some)),
        ]
    measures += [
        Measure((group, f"f1_role_{role}"), _mean_f1([role]), _items("rn", [role])) for role in roles[1:]
    ]
    for field in ("form", "stwr") if stwr else ("form",):
        three = precision_recall((), f"o.hit:{field}", f"o.pred:{field}", f"o.gold:{field}")
        for short, measure in zip(("prec", "rec", "f1"), three, strict=True):
            measures.append(Measure((group, f"{short}_{field}"), measure.formula, measure.count))
    return tuple(measures)


def _mean(kind: str, roles: Sequence[str]) -> Formula:
    sums = [f"o.{kind}:{role}" for role in roles]
    items = [f"o.{kind}n:{role}" for role in roles]
    return lambda s: divide(s.add(sums), s.add(items))


def _mean_f1(roles: Sequence[str]) -> Formula:
    precision, recall = _mean("p", roles), _mean("r", roles)
    return lambda s: harmonic(precision(s), recall(s))


def _items(kind: str, roles: Sequence[str]) -> Formula:
    items = [f"o.{kind}:{role}" for role in roles]
    return lambda s: s.add(items)


# ---------------------------------------------------------------- attribution level


def count_attribution(article: TokenizedArticle) -> Counts:
    """Count one article at the level of attributions: matches, spans and tokens."""
    counts: Counter[str] = Counter()
    pairs = article.match_contents()
    counts["a.pairs"], counts["a.gold"] = len(pairs), len(article.gold)
    counts["a.predicted"] = len(article.predicted)
    for i, j in pairs:
        _count_pair(article.gold[i], article.predicted[j], counts)
    found, right = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, statement in enumerate(article.gold):
        counts[f"a.gold_form:{statement.form}"] += 1
        counts[f"a.found_form:{statement.form}"] += i in found
    for j, statement in enumerate(article.predicted):
        counts[f"a.pred_form:{statement.form}"] += 1
        counts[f"a.right_form:{statement.form}"] += j in right
    for role in ROLES:
        _count_strict(
            role,
            [g.roles[role] for g in article.gold if g.roles[role]],
            [s.roles[role] for s in article.predicted if s.roles[role]],
            counts,
        )
        gold, predicted = _tokens(role, article.gold), _tokens(role, article.predicted)
        counts[f"a.tok_hit:{role}"] += len(gold & predicted)
        counts[f"a.tok_pred:{role}"] += len(predicted)
        counts[f"a.tok_gold:{role}"] += len(gold)
    _count_strict("triple", _triples(article.gold), _triples(article.predicted), counts)
    return dict(counts)


def _count_pair(gold: TokenizedStatement, predicted: TokenizedStatement, counts: Counter[str]) -> None:
    g, s = gold.sets["source"], predicted.sets["source"]
    source = jaccard(g, s) >= SOURCE_THRESHOLD
    cue = jaccard(gold.sets["cue"], predicted.sets["cue"]) >= SOURCE_THRESHOLD
    shared = len(g & s)
    counts["a.source"] += source
    counts["a.source_lenient"] += source or (shared > 0 and shared / min(len(g), len(s)) >= SOURCE_THRESHOLD)
    counts["a.cue"] += cue
    counts["a.full"] += source and cue
    counts["a.form"] += gold.form == predicted.form


def _count_strict(
    role: str,
    gold: Iterable[tuple[object, ...]],
    predicted: Iterable[tuple[object, ...]],
    counts: Counter[str],
) -> None:
    one, other = Counter(gold), Counter(predicted)
    counts[f"a.strict_hit:{role}"] += (one & other).total()
    counts[f"a.strict_pred:{role}"] += other.total()
    counts[f"a.strict_gold:{role}"] += one.total()


def _triples(statements: Sequence[TokenizedStatement]) -> list[tuple[object, ...]]:
    return [tuple(statement.roles[role] for role in ROLES) for statement in statements]


def _tokens(role: str, statements: Sequence[TokenizedStatement]) -> frozenset[int]:
    return frozenset().union(*(statement.sets[role] for statement in statements))


def attribution_measures(sums: Sums) -> tuple[Measure, ...]:
    """Return the figures at attribution level; ``sums`` tells which forms occur."""
    measures = [
        *precision_recall(("attribution", "content@.5"), "a.pairs", "a.predicted", "a.gold"),
        *precision_recall(("attribution", "full@.5"), "a.full", "a.predicted", "a.gold"),
    ]
    for role in (*ROLES, "triple"):
        measures += precision_recall(
            ("attribution", f"strict_{role}"),
            f"a.strict_hit:{role}",
            f"a.strict_pred:{role}",
            f"a.strict_gold:{role}",
        )
    for role in ROLES:
        measures += precision_recall(
            ("attribution", f"tok_{role}"), f"a.tok_hit:{role}", f"a.tok_pred:{role}", f"a.tok_gold:{role}"
        )
    measures += [
        share(("attribution", "source_acc"), "a.source", "a.pairs"),
        share(("attribution", "source_acc_lenient"), "a.source_lenient", "a.pairs"),
        share(("attribution", "cue_acc"), "a.cue", "a.pairs"),
        share(("attribution", "type_acc"), "a.form", "a.pairs"),
    ]
    measures += [
        share(("attribution", "recall_by_type", form), f"a.found_form:{form}", f"a.gold_form:{form}")
        for form in sums.names("a.gold_form:")
    ]
    measures += [
        share(("attribution", "precision_by_type", form), f"a.right_form:{form}", f"a.pred_form:{form}")
        for form in sums.names("a.pred_form:")
    ]
    return tuple(measures)


# ---------------------------------------------------------------- both at once


def tokenize_articles(
    gold: Mapping[str, Record], predicted: Mapping[str, Sequence[Row]]
) -> list[TokenizedArticle]:
    """Tokenize every gold article once, in the order of ``gold``; a missing prediction is empty."""
    return [tokenize_article(record, predicted.get(key, ())) for key, record in gold.items()]


def official_scores(
    gold: Mapping[str, Record],
    predicted: Mapping[str, Sequence[Row]],
    roles: Sequence[str] = OFFICIAL_ROLES,
) -> dict[str, float]:
    """Compute the official metric as the reference names it, shares from 0 to 1."""
    sums = Tally([count_official(article) for article in tokenize_articles(gold, predicted)]).total()
    return {measure.path[-1]: point(measure.formula, sums) for measure in official_measures(roles=roles)}


def attribution_scores(
    gold: Mapping[str, Record], predicted: Mapping[str, Sequence[Row]]
) -> dict[str, float]:
    """Compute the attribution-level scores, shares from 0 to 1; "content@.5.F", "source_acc", ..."""
    sums = Tally([count_attribution(article) for article in tokenize_articles(gold, predicted)]).total()
    return {
        ".".join(measure.path[1:]): point(measure.formula, sums) for measure in attribution_measures(sums)
    }


def drop_nested(rows: Iterable[Row]) -> list[Row]:
    """Return the rows without those inside another statement's content."""
    return [row for row in rows if not row.get("nested")]
