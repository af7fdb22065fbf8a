"""A profile as JSON, as a flat row, and as a page for the terminal."""

from dataclasses import asdict, fields
from typing import Any

from attribution.profiling.caveat import NOT_A_VERDICT
from attribution.profiling.measures import Share
from attribution.profiling.profiles import (
    OwnVoice,
    Profile,
    ProfileRow,
    Sources,
    StrengthSummary,
    TwoSources,
    Wire,
    WireDependence,
)
from attribution.reporting.columns import Column
from attribution.reporting.tables import (
    Printer,
    add_row,
    level_name,
    nameless,
    new_table,
    print_caveat,
    shortened,
    via_words,
)

GROUPS = (("sources", Sources), ("own_voice", OwnVoice), ("wire", Wire), ("strength", StrengthSummary))
PLAIN = ("article", "title", "lang", "country", "n_words", "n_counted", "n_nested", "n_inherited")
FREE_TEXT = frozenset(
    {"article", "title", "sources_largest_channel", "wire_credit", "strength_weakest_central"}
)
NAME = 60  # of a name in a line of facts
BAR = 24  # characters of a full bar

WIRES = {
    WireDependence.NONE: "none",
    WireDependence.PARTIAL: "partial",
    WireDependence.WHOLLY: "wholly (credit, no byline, nothing heard at first hand)",
}
CHECKS = {
    TwoSources.TWO_CHANNELS: "yes, two or more channels",
    TwoSources.PRIMARY_AUTHORITY: "a primary authority speaks itself",
    TwoSources.NOT_MET: "no",
    TwoSources.NO_CENTRAL_CLAIM: "no statement makes the headline's claim",
}


def _columns() -> tuple[Column, ...]:
    names = [*PLAIN, "unresolved_rate"]
    names += [f"{group}_{item.name}" for group, record in GROUPS for item in fields(record)]
    names += [f"level_{n}_share" for n in range(1, 6)]
    return tuple(Column(name, "see attribution.profiling.profiles", name in FREE_TEXT) for name in names)


PROFILE_COLUMNS = _columns()


def profile_record(profile: Profile) -> dict[str, Any]:  # Any: nested JSON
    """The profile as JSON: its groups, the rows with their offsets, and what the score is not."""
    record: dict[str, Any] = {name: getattr(profile, name) for name in (*PLAIN, "unresolved_rate")}
    for name, _ in GROUPS:
        record[name] = {key: _value(value) for key, value in asdict(getattr(profile, name)).items()}
    record["types"] = [_share(item) for item in profile.types]
    record["levels"] = [_share(item) for item in profile.levels]
    record["rows"] = [_row(row) for row in profile.rows]
    record["not_a_verdict"] = (
        NOT_A_VERDICT[profile.lang] if profile.lang in NOT_A_VERDICT else NOT_A_VERDICT["en"]
    )
    return record


def profile_row(profile: Profile) -> dict[str, Any]:  # Any: text, numbers, truth values and None
    """The profile as one flat row with the names of ``PROFILE_COLUMNS``."""
    row = {name: getattr(profile, name) for name in (*PLAIN, "unresolved_rate")}
    for name, record in GROUPS:
        group = getattr(profile, name)
        for item in fields(record):
            value = _value(getattr(group, item.name))
            row[f"{name}_{item.name}"] = ", ".join(value) if isinstance(value, list) else value
    return row | {f"level_{item.name}_share": item.share for item in profile.levels}


def _value(value: Any) -> Any:  # Any: one field of a profile
    if isinstance(value, WireDependence | TwoSources):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _share(item: Share) -> dict[str, Any]:
    return {"name": item.name, "count": item.count, "share": item.share}


def _row(row: ProfileRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "in_title": row.in_title,
        "span": list(row.span),
        "type": row.type.value,
        "source_name": row.source_name,
        "carriers": list(row.carriers),
        "via": row.via,
        "form": row.form.value,
        "zone": row.zone.value,
        "level": row.level,
        "score": row.score,
        "words": row.words,
        "counted": row.counted,
        "nested": row.nested,
        "inherited": row.inherited,
        "central": row.central,
        "origin": row.origin,
        "channel": row.channel,
    }


def print_profile(profile: Profile, printer: Printer) -> None:
    """Print one profile: the table of statements, then counts and shares by question."""
    printer.line(shortened(" ".join((profile.title or profile.article).split())), style="bold")
    printer.line(" | ".join((profile.article, profile.lang, profile.country, f"{profile.n_words} words")))
    printer.line()
    if profile.rows:
        _print_rows(profile, printer)
    else:
        printer.line("No attributed statement was found.")
        printer.line()
    _print_facts(profile, printer)
    if profile.n_counted:
        _print_shares(profile, printer)
    print_caveat(profile.lang, printer)
    printer.line()


def _print_rows(profile: Profile, printer: Printer) -> None:
    table = new_table(
        ("#", {"max_width": 6}),
        ("Who says so", {"ratio": 1, "overflow": "fold", "min_width": 16}),
        ("Type", {"no_wrap": True}),
        ("Lvl", {"justify": "right"}),
        ("Score", {"justify": "right"}),
        ("Form", {"no_wrap": True, "overflow": "ellipsis", "max_width": 13}),
        ("Where", {"no_wrap": True}),
    )
    for row in profile.rows:
        marks = ("*" if row.central else "") + ("" if row.counted else "°")
        name = row.source_name or nameless(row.type)
        add_row(
            table,
            row.id,
            via_words(name, row.carriers, row.via),
            row.type.value,
            str(row.level),
            f"{row.score:.0f}",
            row.form.value,
            row.zone.value + marks,
        )
    printer.show(table)
    legend = ["* makes the claim of headline or lede"] if any(row.central for row in profile.rows) else []
    legend += ["° nested or unresolved, not counted"] if profile.n_counted < len(profile.rows) else []
    if legend:
        printer.line("; ".join(legend))
    printer.line()


def _print_facts(profile: Profile, printer: Printer) -> None:
    table = new_table(("", {"min_width": 22}), ("", {"ratio": 1, "overflow": "fold"}), header=False)
    for name, value in (*_source_facts(profile), *_strength_facts(profile)):
        add_row(table, name, value)
    printer.show(table)
    printer.line()


def _source_facts(profile: Profile) -> list[tuple[str, str]]:
    sources, own, wire = profile.sources, profile.own_voice, profile.wire
    largest = shortened(sources.largest_channel or "", NAME)
    largest += f", {percent(sources.largest_channel_share)} of the words"
    credit = f"; credit: {', '.join(wire.credit)}" if wire.credit else ""
    diversity = (
        "too few statements" if sources.kind_diversity is None else f"{sources.kind_diversity:.2f} of 1"
    )
    anonymous = f"{percent(sources.anonymous_share)} of statements, "
    anonymous += f"{percent(sources.anonymous_origin_share)} of sources"
    return [
        ("Statements counted", f"{profile.n_counted} (source carried over: {profile.n_inherited})"),
        ("Distinct sources", f"{sources.n_origins} ({sources.n_named_origins} named)"),
        ("Independent channels", f"{sources.n_channels}"),
        ("Largest channel", largest if sources.largest_channel else "-"),
        ("Kinds of sources", f"diversity {diversity}"),
        ("Anonymous", anonymous + ("; solely anonymous" if sources.solely_anonymous else "")),
        ("Hearsay", percent(sources.hearsay_share)),
        ("Unattributed", f"{percent(own.unattributed_share)} of claims ({own.n_contested} contested)"),
        ("Relayed", f"{percent(sources.relay_share)} of statements, at most {sources.depth_max} deep"),
        ("Officials, authorities", percent(sources.state_share)),
        ("Wire dependence", f"{WIRES[wire.dependence]}; {percent(wire.share)} of statements{credit}"),
        ("Unresolved sources", percent(profile.unresolved_rate)),
    ]


def _strength_facts(profile: Profile) -> list[tuple[str, str]]:
    strength = profile.strength
    facts = [("Strength, mean", _score(strength.mean)), ("Strength of the lede", _score(strength.lede))]
    if strength.min_central is not None:
        weakest = f"level {strength.min_central} ({level_name(strength.min_central)}), "
        weakest += f"statement {strength.weakest_central}: {_weakest_name(profile)}"
        facts.append(("Headline's weakest link", weakest))
    facts.append(("Headline has two sources", CHECKS[strength.two_sources]))
    if strength.grade is not None:
        cap = (
            f", capped at {strength.grade_cap} by the headline"
            if strength.grade == strength.grade_cap
            else ""
        )
        facts.append(("Grade", f"{strength.grade} of 5{cap}"))
    return facts


def _weakest_name(profile: Profile) -> str:
    row = next(row for row in profile.rows if row.id == profile.strength.weakest_central and row.central)
    return shortened(via_words(row.source_name or nameless(row.type), row.carriers, row.via), NAME)


def _print_shares(profile: Profile, printer: Printer) -> None:
    table = new_table(
        ("Type or level", {"min_width": 22}),
        ("n", {"justify": "right"}),
        ("Share", {"justify": "right"}),
        ("", {}),
    )
    levels = [
        Share(f"{s.name} {level_name(int(s.name))}", s.count, s.share) for s in reversed(profile.levels)
    ]
    for item in (*profile.types, *levels):
        bar = "#" * round(BAR * item.share)
        add_row(table, item.name, str(item.count), percent(item.share), bar)
    printer.show(table)
    printer.line()


def percent(value: float | None) -> str:
    """A share in percent; a dash for a share of nothing."""
    return "-" if value is None else f"{100 * value:.0f} %"


def _score(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f} of 100"
