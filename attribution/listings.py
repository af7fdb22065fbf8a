"""Rows of the shipped lists, as ``attribution.resources`` hands them out."""

from collections.abc import Mapping
from typing import NamedTuple


class Table(NamedTuple):
    """One list: its header, its columns and its rows."""

    header: Mapping[str, str]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Outlet(NamedTuple):
    """A news outlet or agency."""

    name: str
    aliases: tuple[str, ...]
    kind: str  # newspaper, broadcaster, magazine, online, outlet, programme, agency
    country: str  # ISO 3166-1 alpha-2
    domain: str
    state_control: bool
    ambiguous: frozenset[str]  # forms, case folded, that are also ordinary words, places or acronyms


class StateMedium(NamedTuple):
    """A medium whose editorial line is under government control."""

    name: str
    kind: str
    country: str
    control: str  # state_run, captured_public, party, affiliated, state_owned_company
    since: str  # first year that the control is certain for, or empty
    provenance: str


class Head(NamedTuple):
    """Somebody who leads or led a state or a government."""

    name: str
    family: str
    office: str
    country: str
    since: str  # year of taking office, or empty
    until: str  # year of leaving, empty where in office or unknown


class Place(NamedTuple):
    """A region or a city that is no country's capital."""

    name: str
    kind: str  # region, city
    country: str


class Role(NamedTuple):
    """What somebody is called by office or trade."""

    role: str  # minister, gov_head, expert_science, ...
    kind: str  # kind code of the coding guide; empty where the role alone does not tell


class Body(NamedTuple):
    """A named body, party or institution."""

    name: str
    kind: str
    country: str  # ISO code, "INT" for bodies of states, empty where unknown


class Metonym(NamedTuple):
    """A place or building that stands for a government."""

    name: str
    institution: str
    country: str
