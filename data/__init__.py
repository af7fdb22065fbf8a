"""The shipped lists and models, opened by ``attribution.resources`` alone."""
