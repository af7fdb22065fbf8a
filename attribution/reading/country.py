"""Which country an article is at home in."""

from attribution.errors import ConfigError
from attribution.reading.lists import codes_by_name, outlet_index
from attribution.records import Notice
from attribution.resources import Outlet, country_of

HOME = {"de": "DE", "en": "US"}  # contract, "Article"


def find_country(
    *, option: str | None, field: str | None, publisher: str | None, url: str | None, lang: str
) -> tuple[str, str, Notice | None]:
    """Tell an article's home country and where that is known from.

    Returns
    -------
    tuple of str, str and (Notice or None)
        ISO code; "option", "field", "publisher" or "language"; a notice where the field
        names no country that is known.

    Raises
    ------
    ConfigError
        If ``option`` names no country.
    """
    if option:
        code = country_code(option)
        if code is None:
            raise ConfigError(
                f"--country {option[:40]!r} is no country code or name",
                remedy="give an ISO code such as DE, AT, CH, US or GB",
            )
        return code, "option", None
    notice = None
    if field:
        code = country_code(field)
        if code is not None:
            return code, "field", None
        message = f"the country field {field[:40]!r} is no country code or name and was passed over"
        notice = Notice(code="country-unknown", message=message)
    for address in (publisher, url):
        code = _publisher_country(address) if address else None
        if code is not None:
            return code, "publisher", notice
    return HOME[lang], "language", notice


def country_code(name: str) -> str | None:
    """Return the ISO code for a code or a German or English name, None where there is none."""
    wanted = name.strip()
    if not wanted:
        return None
    codes = codes_by_name()
    if len(wanted) == 2 and wanted.isascii() and wanted.isalpha():
        upper = {"UK": "GB"}.get(wanted.upper(), wanted.upper())
        return upper if upper in codes.values() else None
    return codes.get(wanted.casefold()) or country_of(wanted)


def domain_of(address: str) -> str:
    """Return the host of an address or of a bare domain, without ``www.``; "" for a name."""
    rest = address.strip().casefold().partition("://")[2] or address.strip().casefold()
    host = rest.partition("/")[0].partition("?")[0].rpartition("@")[2].partition(":")[0]
    return host.removeprefix("www.") if "." in host and " " not in host else ""


def outlet_of(address: str) -> Outlet | None:
    """Return the outlet list's entry for a domain, an address or a name, None where there is none."""
    by_domain, by_name = outlet_index()
    labels = domain_of(address).split(".")
    for first in range(len(labels) - 1):
        entry = by_domain.get(".".join(labels[first:]))
        if entry is not None:
            return entry
    return by_name.get(address.strip().casefold())


def _publisher_country(address: str) -> str | None:
    entry = outlet_of(address)
    return entry.country if entry is not None and len(entry.country) == 2 else None
