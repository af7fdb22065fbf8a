"""Analyses as one data frame."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attribution.records import Analysis
from attribution.reporting.columns import COLUMNS, SCHEMA_VERSION, rows

if TYPE_CHECKING:
    import pandas as pd


def to_frame(analyses: Analysis | Iterable[Analysis]) -> "pd.DataFrame":
    """Put the statements of one or more analyses into a table, one row each.

    Returns
    -------
    pandas.DataFrame
        The columns of ``attribution.reporting.columns.COLUMNS`` in that order, also without
        rows; missing is NA. ``attrs["schema_version"]`` holds the version of the columns.
    """
    import pandas as pd

    if isinstance(analyses, Analysis):
        analyses = (analyses,)
    found = [row for analysis in analyses for row in rows(analysis)]
    frame = pd.DataFrame(found, columns=[column.name for column in COLUMNS])
    frame.attrs["schema_version"] = SCHEMA_VERSION
    return frame
