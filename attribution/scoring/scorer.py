"""The strength model: named reasons, a weight each, added up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from attribution.modelstore import StoredModel
from attribution.records import Chain, Codes, Document, Reason, Statement, Strength
from attribution.scoring.encoder import Reasons
from attribution.scoring.explain import strength_from
from attribution.scoring.reasons import find_reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthScorer:
    """Scores how checkable the sourcing of statements is, never whether they are true.

    ``weights`` are common to the languages; the base and the thresholds are a language's own.
    """

    weights: Mapping[str, float]  # reason code -> weight
    base: Mapping[str, float]  # language -> base
    thresholds: Mapping[str, tuple[float, ...]]  # language -> four rising thresholds
    name: str
    digest: str

    @classmethod
    def from_model(cls, stored: StoredModel) -> Self:
        """Build the scorer from a stored model."""
        languages = stored.manifest["languages"]
        arrays: Mapping[str, NDArray[np.float64]] = stored.arrays
        return cls(
            weights=dict(zip(stored.manifest["reasons"], arrays["weights"].tolist(), strict=True)),
            base=dict(zip(languages, arrays["base"].tolist(), strict=True)),
            thresholds={
                lang: tuple(row) for lang, row in zip(languages, arrays["thresholds"].tolist(), strict=True)
            },
            name=stored.name,
            digest=stored.digest,
        )

    def score(
        self,
        document: Document,
        statements: Sequence[Statement],
        chains: Sequence[Chain],
        codes: Sequence[Codes],
    ) -> tuple[Strength, ...]:
        """Return one strength per statement, in the order of the statements."""
        found = find_reasons(document, statements, chains, codes)
        return tuple(self.strength(document.lang, reasons) for reasons in found)

    def strength(self, lang: str, reasons: Reasons) -> Strength:
        """Return the strength that the reasons add up to; reasons the model gives no weight drop out."""
        weighted = tuple(self._weighted(reasons))
        return strength_from(self.base[lang], weighted, self.thresholds[lang])

    def _weighted(self, reasons: Reasons) -> list[Reason]:
        weighted = []
        met: set[str] = set()
        for reason in reasons:
            # the encoder has one column per code, so a code counts once, at its first evidence
            if reason.code in self.weights and reason.code not in met:
                met.add(reason.code)
                weighted.append(replace(reason, weight=self.weights[reason.code]))
        return weighted
