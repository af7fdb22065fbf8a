"""The analyses of the articles that were read, in their order, in one process or in several."""

import os
import sys
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import click

from attribution.cli.group import COULD_NOT_RUN, complain
from attribution.cli.options import Settings
from attribution.cli.sources import Failure, Task, read_tasks
from attribution.errors import AttributionError

if TYPE_CHECKING:
    from attribution.pipeline import Analyzer
    from attribution.records import Analysis

MAX_NOTICES = 3  # an article, on standard error
MAX_THREADS = 4  # of the tagger; more gain nothing on batches of one article


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One analysed article and where it came from."""

    where: str
    analysis: "Analysis"


class Run:
    """One run of a command: yields what could be analysed, reports and counts what could not."""

    def __init__(self, settings: Settings, *, notices: bool = False) -> None:
        self.settings = settings
        self.notices = notices  # say on standard error what was odd, where the output has no place for it
        self.failures = 0
        self.articles = 0
        self.stopped = False  # by something that every article would meet

    @property
    def status(self) -> int:
        """The exit status so far."""
        return COULD_NOT_RUN if self.failures else 0

    @property
    def threads(self) -> int:
        """Threads of the tagger: several only where this process works alone."""
        return min(MAX_THREADS, os.cpu_count() or 1) if self.settings.jobs == 1 else 1

    @property
    def analyzer(self) -> "Analyzer":
        """The analyzer of this process."""
        return make_analyzer(self.settings.model, self.threads)

    def analyses(self, tasks: Iterable[Task | Failure] | None = None) -> "Iterator[Analysis]":
        """Yield each analysis as soon as it is ready; the tasks are the files' by default."""
        for outcome in self._outcomes(read_tasks(self.settings) if tasks is None else tasks):
            if isinstance(outcome, Failure):
                self.fail(outcome)
                if outcome.fatal:
                    self.stopped = True
                    return
            else:
                self.articles += 1
                if self.notices:
                    note(outcome)
                yield outcome.analysis

    def fail(self, failure: Failure) -> None:
        """Report a failure on standard error and count it."""
        self.failures += 1
        complain(failure.problem)
        if failure.trace and self.settings.debug:
            click.echo(failure.trace, err=True)

    def _outcomes(self, tasks: Iterable[Task | Failure]) -> Iterator[Done | Failure]:
        model, jobs = self.settings.model, self.settings.jobs
        if jobs == 1:
            yield from (analyze_task(task, model, self.threads) for task in tasks)
            return
        from joblib import Parallel, delayed

        # it warns of tasks that were not used when a reader of the output leaves early
        warnings.filterwarnings("ignore", category=UserWarning, module="joblib")
        parallel = Parallel(n_jobs=jobs, return_as="generator")
        yield from parallel(delayed(analyze_task)(task, model, self.threads) for task in tasks)


def analyze_task(task: Task | Failure, model: str, threads: int) -> Done | Failure:
    """Analyse one article; whatever goes wrong inside becomes a failure of this article alone."""
    if isinstance(task, Failure):
        return task
    try:
        analyzer = make_analyzer(model, threads)
        return Done(where=task.where, analysis=analyzer.analyze(task.article, task.statements))
    except AttributionError as error:
        failure = Failure.of(error)
        return failure if failure.fatal else Failure.of(error, task.where)
    except Exception as error:
        return Failure.internal(task.where, error)


def note(done: Done) -> None:
    """Put an article's first notices on standard error."""
    notices = done.analysis.notices
    for notice in notices[:MAX_NOTICES]:
        complain(f"note: {done.where}: {notice.message}")
    if len(notices) > MAX_NOTICES:
        complain(f"note: {done.where}: {len(notices) - MAX_NOTICES} more; --format jsonl has them all")


@lru_cache(maxsize=1)
def make_analyzer(model: str, threads: int) -> "Analyzer":
    """The analyzer of this process; its models are loaded once."""
    from attribution.pipeline import Analyzer

    return Analyzer(model=model, threads=threads)


def with_progress(analyses: "Iterator[Analysis]", *, shown: bool) -> "Iterator[Analysis]":
    """Count articles on standard error, from the second on and only on a terminal."""
    if not (shown and sys.stderr.isatty()):
        yield from analyses
        return
    count = 0
    try:
        for count, analysis in enumerate(analyses, 1):
            if count > 1:
                click.echo(f"\r{count} articles", err=True, nl=False)
            yield analysis
    finally:
        if count > 1:
            click.echo("", err=True)
