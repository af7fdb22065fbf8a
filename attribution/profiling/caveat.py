"""The sentence that stands wherever a score is shown."""

from collections.abc import Mapping
from types import MappingProxyType

# Codebook B4, pitfall 1: propaganda by a named spokesman scores 5.
NOT_A_VERDICT: Mapping[str, str] = MappingProxyType(
    {
        "en": "The score says how well a reader could check the sourcing. "
        "It never says whether a claim is true.",
        "de": "Der Wert sagt, wie gut sich die Quellenangabe nachprüfen lässt. "
        "Er sagt nie, ob eine Aussage wahr ist.",
    }
)
