"""The type classifier: a linear model per coded dimension, read from a stored model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np

from attribution.classifying.features import in_campaign, statement_features
from attribution.classifying.linear import Floats, LinearModel, log_softmax
from attribution.classifying.story import entity_key
from attribution.classifying.types import coded_type, refined_type
from attribution.classifying.vectors import WordVectors
from attribution.errors import ModelError
from attribution.labels import Ident, Kind, Origin, SourceCategory, Via, Voice
from attribution.modelstore import StoredModel
from attribution.records import Chain, Codes, Document, Statement

ENTITY_DIMENSIONS = ("kind", "origin")  # facts about the source, the same in all its statements
VIA_ORDER = (Via.OUTLET, Via.AGENCY, Via.DOCUMENT, Via.PERSON)  # where the chain gives no order
DIMENSIONS = ("ident", "kind", "origin", "voice", "type", *(f"via-{via}" for via in VIA_ORDER))


PUBLIC_OFFICES = frozenset(
    "gov_head minister legislator local_gov justice military diplomat police_rescue gov_official "
    "intl_org".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """Numbers of the decoding that cross-validation on train chose."""

    type_weight: float = 0.5  # of the direct model of the flat type, beside ident + kind + origin
    pooling: float = 0.5  # of the entity's mean, beside the statement's own log-probability
    via_threshold: float = 0.5  # probability from which a relay is coded


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeClassifier:
    """Codes who stands behind each statement, and how the claim came into the article."""

    models: Mapping[str, LinearModel]  # by dimension
    vectors: WordVectors
    decoding: Decoding
    name: str
    digest: str

    @classmethod
    def from_models(cls, stored: StoredModel, words: StoredModel) -> Self:
        """Build the classifier from its stored model and the word vectors it was fitted with."""
        if stored.manifest["words_digest"] != words.digest:
            raise ModelError(
                f"{stored.name!r} was fitted with other word vectors than {words.name!r} holds.",
                remedy="python -m experiments.train_types",
            )
        return cls(
            models=unpack_models(stored.arrays, stored.manifest),
            vectors=WordVectors.from_model(words),
            decoding=Decoding(**stored.manifest["decoding"]),
            name=stored.name,
            digest=stored.digest,
        )

    def classify(
        self, document: Document, statements: Sequence[Statement], chains: Sequence[Chain]
    ) -> tuple[Codes, ...]:
        """Return one set of codes per statement, in the order of the statements."""
        if not statements:
            return ()
        rows = statement_features(document, statements, chains, self.vectors)
        scores = {name: model.log_proba(rows) for name, model in self.models.items()}
        labels = {name: model.labels for name, model in self.models.items()}
        codes = decode(scores, labels, chains, self.decoding)
        campaign = in_campaign(document)
        return tuple(stated(c, chain, campaign=campaign) for c, chain in zip(codes, chains, strict=True))


def stated(codes: Codes, chain: Chain, *, campaign: bool) -> Codes:
    """The codes, put right where the article or a dated list states what the model can only guess.

    A name to which the article attaches a current public office is an official (codebook T1; outside a
    campaign .89 of such names on the passages of the press, the model alone .70); a listed agency is one.
    """
    origin = chain.origin
    kind = codes.kind
    office = next((role for role in origin.roles if role != "former"), "")
    person = origin.category in (SourceCategory.PERSON, SourceCategory.OFFICE)
    if codes.ident is Ident.NAMED and person and office in PUBLIC_OFFICES and not campaign:
        kind = Kind.PARTY if "former" in origin.roles else Kind.GOVERNMENT  # clarification 4
    if (
        codes.ident is Ident.BODY
        and origin.category is SourceCategory.AGENCY
        and origin.kinds[:1] == (Kind.AGENCY,)
    ):
        kind = Kind.AGENCY
    if kind is codes.kind:
        return codes
    return replace(codes, kind=kind, type=refined_type(coded_type(codes.ident, kind, codes.origin), origin))


def decode(
    scores: Mapping[str, Floats],
    labels: Mapping[str, tuple[str, ...]],
    chains: Sequence[Chain],
    decoding: Decoding,
) -> tuple[Codes, ...]:
    """Choose the codes that fit together best.

    Ident, kind and origin are chosen as one: the sum of their log-probabilities plus that of
    the flat type which follows from them, so codes and type never contradict each other.

    Parameters
    ----------
    scores : mapping of str to ndarray, shape (n_statements, n_labels)
        Log-probabilities by dimension.
    labels : mapping of str to tuple of str
        The order of each dimension's columns.
    chains : sequence of Chain
        Parallel to the rows.
    decoding : Decoding
    """
    pooled = {
        name: pool(scores[name], chains, decoding.pooling) if name in ENTITY_DIMENSIONS else scores[name]
        for name in scores
    }
    combinations = [
        (Ident(i), Kind(k), Origin(o))
        for i in labels["ident"]
        for k in labels["kind"]
        for o in labels["origin"]
    ]
    types = np.array([labels["type"].index(coded_type(*codes)) for codes in combinations])
    shape = (len(chains), -1)
    joint = (
        pooled["ident"][:, :, None, None]
        + pooled["kind"][:, None, :, None]
        + pooled["origin"][:, None, None, :]
    ).reshape(shape) + decoding.type_weight * pooled["type"][:, types]
    found = []
    for row, chain in enumerate(chains):
        ident, kind, origin = combinations[int(np.argmax(joint[row]))]
        found.append(
            Codes(
                ident=ident,
                kind=kind,
                origin=origin,
                via=_relays(pooled, labels, row, chain, decoding.via_threshold),
                voice=Voice(labels["voice"][int(np.argmax(pooled["voice"][row]))]),
                type=refined_type(coded_type(ident, kind, origin), chain.origin),
            )
        )
    return tuple(found)


def pool(scores: Floats, chains: Sequence[Chain], share: float) -> Floats:
    """Move each statement's log-probabilities towards the mean of its entity's statements."""
    groups: dict[object, list[int]] = {}
    for row, chain in enumerate(chains):
        lone = chain.origin.category in (SourceCategory.NONE, SourceCategory.UNRESOLVED)
        groups.setdefault(row if lone else entity_key(chain.origin), []).append(row)
    out = scores.copy()
    for rows in groups.values():
        if len(rows) > 1:
            out[rows] = (1.0 - share) * scores[rows] + share * scores[rows].mean(axis=0)
    return log_softmax(out)


def _relays(
    scores: Mapping[str, Floats],
    labels: Mapping[str, tuple[str, ...]],
    row: int,
    chain: Chain,
    threshold: float,
) -> tuple[Via, ...]:
    """The relays that the chain names, in its order; where it names none, those that are probable enough.

    An outlet or agency whose own report it is relays nothing (coding guide, field 4).
    """
    if chain.carriers:
        return tuple(carrier.via for carrier in chain.carriers)
    if chain.origin.category in (SourceCategory.OUTLET, SourceCategory.AGENCY):
        return ()
    return tuple(
        via
        for via in VIA_ORDER
        if np.exp(scores[f"via-{via}"][row, labels[f"via-{via}"].index("yes")]) >= threshold
    )


def pack_models(models: Mapping[str, LinearModel]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return arrays and manifest entries for :func:`attribution.modelstore.save_model`.

    All models share one list of features; each keeps only the rows that are not all zero.
    """
    names = sorted({name for model in models.values() for name in model.index})
    place = {name: number for number, name in enumerate(names)}
    arrays: dict[str, Any] = {}
    for dimension, model in models.items():
        kept = sorted(model.index.items(), key=lambda item: place[item[0]])
        arrays[f"{dimension}.features"] = np.array([place[name] for name, _ in kept], dtype=np.int32)
        arrays[f"{dimension}.weights"] = model.weights[[row for _, row in kept]]
        arrays[f"{dimension}.intercept"] = model.intercept
    labels = {dimension: list(model.labels) for dimension, model in models.items()}
    return arrays, {"features": names, "labels": labels}


def unpack_models(arrays: Mapping[str, Any], manifest: Mapping[str, Any]) -> dict[str, LinearModel]:
    """Rebuild what :func:`pack_models` took apart."""
    names = manifest["features"]
    return {
        dimension: LinearModel(
            labels=tuple(labels),
            index={names[n]: row for row, n in enumerate(arrays[f"{dimension}.features"].tolist())},
            weights=arrays[f"{dimension}.weights"],
            intercept=arrays[f"{dimension}.intercept"],
        )
        for dimension, labels in manifest["labels"].items()
    }
