"""The shipped lists of agencies, outlets and countries, turned so that a name finds its row."""

from functools import lru_cache
from typing import Any


def _rows(name: str) -> tuple[Any, ...]:
    try:
        from attribution import resources
    except ImportError:
        return ()
    return tuple(getattr(resources, name)())


@lru_cache(maxsize=1)
def agency_names() -> frozenset[str]:
    """Names and aliases of news agencies, case folded."""
    return frozenset(name.casefold() for row in _rows("agencies") for name in (row.name, *row.aliases))


@lru_cache(maxsize=1)
def codes_by_name() -> dict[str, str]:
    """ISO codes by the countries' German and English names, case folded."""
    return {name.casefold(): row.code for row in _rows("countries") for name in row.names}


@lru_cache(maxsize=1)
def outlet_index() -> tuple[dict[str, Any], dict[str, Any]]:
    """Outlets by domain and by name or alias, case folded; the first row wins."""
    by_domain: dict[str, Any] = {}
    by_name: dict[str, Any] = {}
    for row in _rows("outlets"):
        if row.domain:
            by_domain.setdefault(row.domain.casefold().removeprefix("www."), row)
        for name in (row.name, *row.aliases):
            by_name.setdefault(name.casefold(), row)
    return by_domain, by_name
