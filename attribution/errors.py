"""Every error that the toolkit raises on purpose."""


class AttributionError(Exception):
    """Base of every error we raise on purpose: what is wrong, then what to do.

    Parameters
    ----------
    problem : str
        What is wrong, naming the thing (file, line, field, value) and what was expected.
    remedy : str
        The command or edit that helps.
    """

    def __init__(self, problem: str, *, remedy: str) -> None:
        super().__init__(f"{problem}\n  Try: {remedy}")
        self.problem = problem
        self.remedy = remedy


class InputError(AttributionError):
    """A file that cannot be read as an article."""


class LanguageError(AttributionError):
    """An article in a language that no model covers."""


class ResourceError(AttributionError):
    """A shipped data file that is missing or damaged."""


class ModelError(AttributionError):
    """A model that is missing, damaged or fitted by an incompatible version."""


class ConfigError(AttributionError):
    """An option or a configuration file that makes no sense."""


class AnnotationError(AttributionError):
    """An annotation file (gold, labels, seeds) that breaks its format."""


class SampleError(AttributionError):
    """A sample too small or too odd to estimate from."""
