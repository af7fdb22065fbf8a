"""The seeds end to end: what the shipped models make of articles that were written to be hard."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from attribution.annotations.seeds import SeedArticle, read_seeds
from attribution.labels import SILENT_ZONES, AttributionType, Form
from attribution.pipeline import Analyzer
from attribution.reading import read_article

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


@cache
def seeds(lang: str) -> tuple[SeedArticle, ...]:
    return read_seeds(SEEDS / lang)


@cache
def analyzer() -> Analyzer:
    return Analyzer()


@pytest.mark.parametrize("lang", ["de", "en"])
def test_there_are_enough_and_they_cover_every_type(lang: str) -> None:
    assert len(seeds(lang)) >= 20
    types = Counter(s.type for seed in seeds(lang) for s in seed.expected)
    assert set(types) == set(AttributionType)


def test_every_form_occurs() -> None:
    forms = {s.form for lang in ("de", "en") for seed in seeds(lang) for s in seed.gold.statements}
    assert forms == set(Form)


def test_zones_and_credits_are_read_as_marked() -> None:
    """Measured: 108 of 118 zones told silent or not, 31 of 35 credited names."""
    zones = zones_right = names = names_right = 0
    for lang in ("de", "en"):
        for seed in seeds(lang):
            article = read_article(SEEDS / lang / f"{seed.gold.id.removeprefix(lang + '-')}.toml")
            for zone in seed.zones:
                found = {b.zone in SILENT_ZONES for b in article.blocks if b.span.overlaps(zone.span)}
                zones += 1
                zones_right += found == {zone.zone in SILENT_ZONES}
            read = {name for credit in article.credits for name in credit.names}
            wanted = [name for credit in seed.credits for name in credit.names]
            names += len(wanted)
            names_right += sum(name in read for name in wanted)
    assert zones_right / zones >= 0.9
    assert names_right / names >= 0.85
