"""The shipped lists of agencies, outlets and countries, as far as readers ask them."""

from collections.abc import Mapping
from functools import cache

from attribution.resources import Outlet, agencies, countries, outlets, outlets_by_domain


@cache
def agency_names() -> frozenset[str]:
    """Names and aliases of news agencies, case folded."""
    return frozenset(agencies())


def codes_by_name() -> Mapping[str, str]:
    """ISO codes by the countries' German and English names, case folded."""
    return countries()


@cache
def outlet_index() -> tuple[Mapping[str, Outlet], Mapping[str, Outlet]]:
    """Outlets and agencies by domain, and by name or alias, case folded."""
    return outlets_by_domain(), {**agencies(), **outlets()}
