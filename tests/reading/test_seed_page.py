"""Zones of pasted text."""

from attribution.reading.furniture import read_layout


def test_source_line_ends_the_story() -> None:
    text = "Der Rat tagte am Montag in Altstadt und beschloss den Haushalt.\n"
    text += "Quelle: dpa, AFP\nMehr :Neues aus dem Rat\n"
    zones = [block.zone.value for block in read_layout(text).blocks]
    assert zones == ["lede", "boilerplate", "teaser"]
