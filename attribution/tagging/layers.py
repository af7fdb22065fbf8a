"""What the network labels and links: the order of its outputs."""

LAYERS = ("content", "nested", "source", "cue", "addressee", "frame")
LINKS = ("source", "cue", "addressee", "frame", "join", "cue_join")
FORMS = ("direct", "indirect", "reported", "free_indirect", "indirect_free_indirect")
OUTSIDE, BEGIN, INSIDE = 0, 1, 2
NONE, EARLIER = 0, 1  # link targets that are no word: there is none; it stands before the window
# What the English corpus does not mark stays unsaid in English.
LAYERS_OF = {"de": LAYERS, "en": ("content", "source", "cue")}
