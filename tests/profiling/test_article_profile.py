"""What a profile counts, on analyses built by hand."""

from dataclasses import replace

import pytest
from analyses import OUTLET, TEXT_DE, attribution, bridge, empty

from attribution.labels import AttributionType, CreditKind, Ident, Kind, SourceCategory, Via, Zone
from attribution.profiling import NOT_A_VERDICT, TwoSources, WireDependence, profile
from attribution.profiling.channels import name_key
from attribution.profiling.measures import effective_number, kind_diversity, ladder, weighted_mean
from attribution.reading import article_from_text
from attribution.records import Analysis, Credit, Span

SENTENCES = "Kurz sagte, der Damm halte. Das Amt hält dagegen. Der Ort wartet ab. Ein Gutachten fehlt noch."


def analysis_of(*items, text=SENTENCES, **facts):
    return Analysis(article=article_from_text(text, id="a", lang="de"), attributions=items, **facts)


def said(content, **codes):
    return attribution(SENTENCES, content, id=content[:3], **codes)


@pytest.fixture(scope="module")
def found():
    return profile(bridge())


def test_types_and_levels_add_up(found):
    assert sum(item.count for item in found.types) == sum(item.count for item in found.levels) == 7
    assert {item.name: item.count for item in found.levels} == {"1": 2, "2": 0, "3": 3, "4": 2, "5": 0}
    assert found.types[0].name == "official_body"
    assert found.types[0].count == 3


def test_a_body_and_its_spokesman_are_one_channel(found):
    rows = {row.id: row for row in found.rows}
    assert rows["3"].channel == rows["4"].channel == "stadt"
    assert rows["3"].origin != rows["4"].origin


def test_what_an_outlet_passes_on_is_the_outlets_channel(found):
    rows = {row.id: row for row in found.rows}
    assert rows["5"].channel == rows["6"].channel == "küstenbote"
    assert found.sources.n_channels == 4


def test_the_largest_channel_is_named_as_the_article_names_it(found):
    assert found.sources.largest_channel == "die Stadt"
    assert found.sources.largest_channel_share == pytest.approx(10 / 32)


def test_hearsay_has_neither_origin_nor_channel(found):
    row = found.rows[-1]
    assert (row.origin, row.channel) == (None, None)
    assert found.sources.hearsay_share == pytest.approx(1 / 7)


def test_origins_and_anonymity(found):
    sources = found.sources
    assert (sources.n_origins, sources.n_named_origins, sources.ladder) == (6, 1, "1")
    assert sources.anonymous_share == pytest.approx(1 / 7)
    assert sources.anonymous_origin_share == pytest.approx(1 / 6)
    assert not sources.solely_anonymous


def test_the_central_claim_is_what_headline_and_lede_say(found):
    assert [row.id for row in found.rows if row.central] == ["1", "2", "3"]
    strength = found.strength
    assert (strength.min_central, strength.weakest_central, strength.grade_cap) == (3, "1", 4)
    assert strength.two_sources is TwoSources.TWO_CHANNELS


def test_contested_sentences_are_a_share_of_all_claims(found):
    assert (found.own_voice.n_claims, found.own_voice.n_contested) == (1, 1)
    assert found.own_voice.unattributed_share == pytest.approx(1 / 8)


def test_a_contested_sentence_that_somebody_is_quoted_with_is_attributed():
    text = "Niemand zahlt am Ende die Rechnung. Am Ende zahlt niemand die Rechnung, sagte Kurz."
    item = attribution(text, "Am Ende zahlt niemand die Rechnung", id="1", name="Kurz")
    claim = replace(bridge().unattributed[0], span=Span(0, 35))
    found = profile(analysis_of(item, text=text, unattributed=(claim,)))
    assert (found.own_voice.n_claims, found.own_voice.n_contested) == (1, 0)


def test_the_mean_weighs_headline_and_lede_twice():
    rows = profile(bridge()).rows
    weights = {row.id: row.weight for row in rows}
    assert weights["1"] == pytest.approx(2 * 4**0.5)
    assert weights["3"] == pytest.approx(6**0.5)
    mean = weighted_mean([row.score for row in rows], [row.weight for row in rows])
    assert profile(bridge()).strength.mean == pytest.approx(mean)


def test_nested_and_unresolved_rows_are_shown_but_not_counted():
    plain = said("der Damm halte", name="Kurz")
    nested = said("Das Amt hält dagegen", name="Amt", nested=True)
    open_ = said("Der Ort wartet ab", type=AttributionType.UNRESOLVED, category=SourceCategory.UNRESOLVED)
    found = profile(analysis_of(plain, nested, open_))
    assert (len(found.rows), found.n_counted, found.n_nested) == (3, 1, 1)
    assert found.unresolved_rate == pytest.approx(1 / 2)


def test_rows_of_a_separate_title_are_central():
    article = replace(article_from_text(TEXT_DE, id="a", lang="de"), title="Kurz: Brücke gesperrt")
    item = attribution("Kurz: Brücke gesperrt", "Brücke gesperrt", id="t", name="Kurz", zone=Zone.HEADLINE)
    found = profile(Analysis(article=article, attributions=(), headline_attributions=(item,)))
    assert [(row.id, row.in_title, row.central) for row in found.rows] == [("t", True, True)]


def test_an_article_without_statements_has_shares_of_nothing():
    found = profile(empty(article_from_text(SENTENCES, id="a", lang="de")))
    assert found.sources.anonymous_share is None
    assert found.strength.mean is None
    assert found.strength.grade is None
    assert found.wire.dependence is WireDependence.NONE
    assert found.strength.two_sources is TwoSources.NO_CENTRAL_CLAIM


CREDIT = (Credit(kind=CreditKind.WIRE, names=("dpa",), span=Span(0, 3)),)
AGENCY = ("dpa", AttributionType.AGENCY_WIRE, Via.AGENCY)


@pytest.mark.parametrize(
    ("credits", "byline", "carriers", "expected"),
    [
        pytest.param((), None, (), WireDependence.NONE, id="nothing"),
        pytest.param((), None, (AGENCY,), WireDependence.PARTIAL, id="one-row"),
        pytest.param(CREDIT, "Jan Holt", (), WireDependence.PARTIAL, id="credit-and-byline"),
        pytest.param(CREDIT, None, (), WireDependence.WHOLLY, id="credit-alone"),
        pytest.param((), "dpa/AFP", (), WireDependence.WHOLLY, id="agencies-as-byline"),
    ],
)
def test_wire_dependence(credits, byline, carriers, expected):
    analysis = analysis_of(said("der Damm halte", name="Kurz", carriers=carriers))
    analysis = replace(analysis, article=replace(analysis.article, credits=credits, byline=byline))
    assert profile(analysis).wire.dependence is expected


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        pytest.param({"ident": Ident.BODY, "level": 4}, TwoSources.PRIMARY_AUTHORITY, id="authority"),
        pytest.param({"ident": Ident.BODY, "level": 3}, TwoSources.NOT_MET, id="weak"),
        pytest.param(
            {"ident": Ident.BODY, "level": 4, "carriers": (OUTLET,)}, TwoSources.NOT_MET, id="relayed"
        ),
        pytest.param({"kind": Kind.BUSINESS, "level": 4}, TwoSources.NOT_MET, id="company"),
    ],
)
def test_one_source_is_enough_only_for_an_authority_at_first_hand(codes, expected):
    item = said("der Damm halte", name="Amt", zone=Zone.HEADLINE, **codes)
    assert profile(analysis_of(item)).strength.two_sources is expected


def test_solely_anonymous():
    anonymous = {"ident": Ident.ANONYMOUS, "type": AttributionType.UNNAMED_PERSON}
    found = profile(analysis_of(said("der Damm halte", name="Anwohner", **anonymous)))
    assert found.sources.solely_anonymous


def test_diversity_needs_four_rows():
    assert kind_diversity([Kind.GOVERNMENT, Kind.EXPERT, Kind.MEDIA]) is None
    assert kind_diversity(list(Kind)) == pytest.approx(1.0)


def test_small_formulas():
    assert [ladder(n) for n in (0, 1, 3, 7)] == ["0", "1", "2-3", "4+"]
    assert effective_number({}) is None
    assert weighted_mean([], []) is None
    assert name_key("Die „Küstenbote“") == "küstenbote"


def test_the_sentence_is_there_in_both_languages():
    assert "never" in NOT_A_VERDICT["en"]
    assert "nie" in NOT_A_VERDICT["de"]


def test_many_statements_cost_no_more_each():
    """Twelve thousand rows on one line: everything is counted in one pass."""
    text = "Kurz sagte, der Damm am Fluss halte bis zum Mai. " * 12_000
    article = article_from_text(text, id="a", lang="de")
    one = attribution(text, "der Damm am Fluss halte bis zum Mai", id="1", name="Kurz")
    items = tuple(
        replace(one, statement=replace(one.statement, id=str(n), content=(Span(49 * n + 12, 49 * n + 47),)))
        for n in range(12_000)
    )
    claims = (replace(bridge().unattributed[0], span=Span(0, 47)),) * 12_000
    found = profile(Analysis(article=article, attributions=items, unattributed=claims))
    assert found.n_counted == 12_000
