"""The flat type follows from the codes; finer types count as the coded type they refine."""

from itertools import product

import pytest

from attribution.classifying.types import coded_type, crosswalk, refined_type
from attribution.labels import AttributionType, Ident, Kind, Origin, SourceCategory
from attribution.records import Source


@pytest.mark.parametrize(
    ("ident", "kind", "origin", "flat"),
    [
        pytest.param("H", "gov", "dom", "hearsay", id="hearsay-before-kind"),
        pytest.param("D", "agy", "dom", "document", id="document-before-agency"),
        pytest.param("O", "agy", "for", "agency_wire", id="agency"),
        pytest.param("S", "med", "for", "foreign_outlet", id="foreign-outlet"),
        pytest.param("O", "med", "int", "domestic_outlet", id="outlet-elsewhere-is-not-foreign"),
        pytest.param("N", "gov", "for", "named_official", id="named-official"),
        pytest.param("N", "agy", "for", "named_person", id="named-journalist"),
        pytest.param("S", "gov", "dom", "official_body", id="spokesperson-of-an-office"),
        pytest.param("O", "civ", "dom", "organisation", id="organisation"),
        pytest.param("A", "gov", "for", "anonymous_officials", id="anonymous-officials"),
        pytest.param("A", "med", "dom", "unnamed_person", id="unnamed-reporters"),
    ],
)
def test_the_first_matching_rule_gives_the_type(ident, kind, origin, flat):
    assert coded_type(Ident(ident), Kind(kind), Origin(origin)) == flat


def source(**fields):
    return Source(name="x", category=fields.pop("category", SourceCategory.BODY), **fields)


@pytest.mark.parametrize(
    ("coded", "who", "finer"),
    [
        pytest.param("agency_wire", {"listing": "state_media"}, "state_media", id="state-agency"),
        pytest.param("foreign_outlet", {"listing": "state_media"}, "state_media", id="state-broadcaster"),
        pytest.param("named_person", {"listing": "state_media"}, "named_person", id="its-named-journalist"),
        pytest.param("document", {"category": SourceCategory.SOCIAL}, "social_media", id="post"),
        pytest.param("unnamed_person", {"category": SourceCategory.SOCIAL}, "unnamed_person", id="users"),
        pytest.param(
            "domestic_outlet", {"category": SourceCategory.SELF}, "own_reporting", id="own-newsroom"
        ),
        pytest.param("official_body", {}, "official_body", id="nothing-known"),
    ],
)
def test_a_finer_type_only_replaces_the_coded_type_it_counts_as(coded, who, finer):
    assert refined_type(AttributionType(coded), source(**who)) == finer


@pytest.mark.parametrize("category", [SourceCategory.SELF, SourceCategory.SOCIAL, SourceCategory.OUTLET])
def test_refined_types_count_as_what_the_codes_give(category):
    for ident, kind, origin in product(Ident, Kind, Origin):
        coded = coded_type(ident, kind, origin)
        flat = refined_type(coded, source(category=category, listing="state_media"))
        assert crosswalk(kind, origin, flat) == coded
