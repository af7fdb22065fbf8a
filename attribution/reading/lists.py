"""The shipped lists of agencies, outlets and countries, as far as readers ask them."""

from functools import lru_cache

from attribution.resources import Outlet, agencies, countries, outlets, outlets_by_domain


@lru_cache(maxsize=1)
def agency_names() -> frozenset[str]:
    """Names and aliases of news agencies, case folded."""
    return frozenset(agencies())


def codes_by_name() -> dict[str, str]:
    """ISO codes by the countries' German and English names, case folded."""
    return dict(countries())


@lru_cache(maxsize=1)
def outlet_index() -> tuple[dict[str, Outlet], dict[str, Outlet]]:
    """Outlets by domain and by name or alias, case folded; the first row wins."""
    return dict(outlets_by_domain()), dict(outlets())
