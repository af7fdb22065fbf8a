"""The record of a source phrase as read."""

from dataclasses import dataclass

from attribution.labels import SourceCategory
from attribution.records import Span
from attribution.resolving.listed import Hit
from attribution.resolving.nouns import Noun
from attribution.resolving.people import Person


@dataclass(slots=True)
class Phrase:
    """A source phrase as read."""

    first: int  # tokens [first, last)
    last: int
    span: Span
    text: str
    category: SourceCategory = SourceCategory.UNRESOLVED
    head: str = ""  # head noun, case folded
    noun: Noun | None = None  # what the lists say about the head
    person: Person | None = None
    hit: Hit | None = None  # the listed name that is or qualifies the head
    pronoun: str = ""
    definite: bool = False
    plural: bool = False
    bare: bool = False  # nothing but determiner, adjectives and head
    country: str | None = None
