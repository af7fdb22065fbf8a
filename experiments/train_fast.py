"""Train the fast tagger on what the accurate one says of unlabelled text, and on both corpora.

Example: ``python -m experiments.train_fast --taught build/taught --corpora ../shared/corpora``
Needs the extra ``experiments`` (torch) and the shards of ``teach_fast``; goes on from its last checkpoint.
"""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from attribution.modelstore import load_model
from attribution.tagging.layers import BEGIN, LINKS
from attribution.tagging.pieces import Pieces
from experiments.fast_net import FastNet, FastSize
from experiments.tagger_data import IGNORE, Example, examples, read_corpus
from experiments.tagger_net import crf_loss

SEED = 20


@dataclass(slots=True)
class Lesson:
    """One window to learn from: hard labels, and the teacher's scores where it was taught."""

    pieces: np.ndarray
    lengths: np.ndarray  # pieces of each word
    flags: np.ndarray
    labels: np.ndarray  # (layers, words)
    links: np.ndarray  # (links, 3): link, word, target
    forms: np.ndarray  # (forms, 2): word, form
    soft: np.ndarray | None = None  # (words, layers, 3)


def taught(folder: Path) -> list[Lesson]:
    """All windows that the teacher labelled."""
    out: list[Lesson] = []
    for path in sorted(folder.glob("*.npz")):
        with np.load(path) as stored:
            a = {k: stored[k] for k in stored.files}
        word = piece = link = 0
        for (n, own, _), count in zip(a["window"].tolist(), a["links_count"].tolist(), strict=True):
            lengths = a["lengths"][word : word + n]
            m = int(lengths.sum())
            labels = a["path"][word : word + n].T
            heads = np.flatnonzero((labels[0] == BEGIN) | (labels[1] == BEGIN))
            heads = heads[heads >= own]
            forms = np.stack([heads, a["forms"][word + heads].argmax(1)], axis=1)
            out.append(Lesson(
                a["pieces"][piece : piece + m], lengths, a["flags"][word : word + n], labels,
                a["links"][link : link + count], forms, a["emissions"][word : word + n],
            ))  # fmt: skip
            word, piece, link = word + n, piece + m, link + count
    return out


def from_gold(e: Example) -> Lesson:
    """A window of a corpus as a lesson."""
    heads = np.array([*e.heads, len(e.pieces) - 1])
    return Lesson(
        np.array(e.pieces[1:-1]), np.diff(heads), e.flags, e.labels,
        np.array(e.links).reshape(-1, 3), np.array(e.forms).reshape(-1, 2),
    )  # fmt: skip


def gold(corpora: Path, pieces: Pieces, german: int, more: Sequence[Path], seed: int) -> Iterator[Lesson]:
    """Both corpora with marks restyled anew, the German one ``german`` times."""
    rng = random.Random(seed)
    paths = [*[corpora / "wikinews-de.train.jsonl"] * german, corpora / "polnear-en.train.jsonl", *more]
    for path in paths:
        for article in read_corpus(path):
            yield from map(from_gold, examples(article, pieces, rng=rng))


def batches(lessons: list[Lesson], budget: int, seed: int) -> list[list[Lesson]]:
    """Groups of like length and at most ``budget`` words, in random order."""
    rng = random.Random(seed)
    rng.shuffle(lessons)
    out: list[list[Lesson]] = []
    for i in range(0, len(lessons), 256):
        group: list[Lesson] = []
        for lesson in sorted(lessons[i : i + 256], key=lambda x: len(x.lengths)):
            if group and (len(group) + 1) * len(lesson.lengths) > budget:
                out.append(group)
                group = []
            group.append(lesson)
        out.append(group)
    rng.shuffle(out)
    return out


def padded(parts: Sequence[np.ndarray], fill: float) -> Tensor:
    """Arrays stacked in a new first axis, padded in what was their first."""
    n = max(len(p) for p in parts)
    out = np.full((len(parts), n, *parts[0].shape[1:]), fill, dtype=np.result_type(parts[0], np.float32))
    for row, p in zip(out, parts, strict=True):
        row[: len(p)] = p
    return torch.from_numpy(out)


def loss_of(net: FastNet, batch: Sequence[Lesson], unknown: float) -> tuple[Tensor, dict[str, float]]:
    """Loss of one batch and its parts; a share ``unknown`` of the pieces is hidden."""
    counts = [len(x.lengths) for x in batch]
    n = max(counts)
    pieces = torch.from_numpy(np.concatenate([x.pieces for x in batch]).astype(np.int64))
    if unknown:
        pieces = pieces.masked_fill(torch.rand(len(pieces)) < unknown, 3)
    lengths = torch.from_numpy(np.concatenate([x.lengths for x in batch]).astype(np.int64))
    flags = torch.from_numpy(np.concatenate([x.flags for x in batch]).astype(np.float32))
    flat = net.enter_words(pieces, lengths.cumsum(0) - lengths, flags)
    seen = torch.arange(n)[None, :] < torch.tensor(counts)[:, None]
    words = flat.new_zeros(len(batch), n, flat.shape[1])
    words[seen] = flat
    scores, links, forms = net(words, seen.to(flat.dtype))
    goal = padded([x.labels.T for x in batch], IGNORE).long().transpose(1, 2)
    trans = net.allowed().repeat(len(batch), 1, 1)
    own = max(1, int((goal[:, 0] >= 0).sum()))
    crf = crf_loss(scores.reshape(-1, n, 3), goal.reshape(-1, n), trans) / own
    valid = torch.cat([torch.ones(len(batch), 2, dtype=torch.bool), seen], dim=1)
    link = form = soft = torch.zeros(())
    at = np.concatenate([np.column_stack([np.full(len(x.links), i), x.links]) for i, x in enumerate(batch)])
    if len(at):
        i, k, w, t = torch.from_numpy(at.astype(np.int64)).unbind(1)
        ce = F.cross_entropy(links[i, k, w].masked_fill(~valid[i], -1e9), t, reduction="none")
        link = torch.stack([ce[k == r].mean() for r in range(len(LINKS)) if (k == r).any()]).sum()
    at = np.concatenate([np.column_stack([np.full(len(x.forms), i), x.forms]) for i, x in enumerate(batch)])
    if len(at):
        i, w, f = torch.from_numpy(at.astype(np.int64)).unbind(1)
        form = F.cross_entropy(forms[i, w], f)
    told = [i for i, x in enumerate(batch) if x.soft is not None]
    if told:
        aim = padded([batch[i].soft for i in told], 0.0).float()
        aim = F.pad(aim, (0, 0, 0, 0, 0, n - aim.shape[1])).transpose(1, 2)
        scored = goal[told] >= 0
        apart = F.kl_div(scores[told].log_softmax(-1), aim.softmax(-1), reduction="none").sum(-1)
        soft = (apart * scored).sum() / own
    total = 5 * crf + 0.12 * link + 0.15 * form + 3 * soft
    return total, {"crf": float(crf), "link": float(link), "form": float(form), "soft": float(soft)}


def begin(net: FastNet, teacher: Path) -> None:
    """Take the teacher's piece rows, their main components, and its transitions."""
    stored = load_model(teacher)
    rows = np.load(teacher / "embedding.npy").astype(np.float32) * stored.arrays["embedding_scale"][:, None]
    centred = rows - rows.mean(0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    main = centred @ axes[:, ::-1][:, : net.size.rows]
    with torch.no_grad():
        net.embedding.weight.copy_(torch.from_numpy(main / main.std()).float() * 0.5)
        transitions = torch.from_numpy(stored.arrays["transitions"].astype(np.float32).copy())
        transitions[:, 0, 2] = 0
        net.transitions.copy_(transitions)


@click.command(help=__doc__)
@click.option("--taught", "taught_path", type=click.Path(path_type=Path), default=Path("build/taught"))
@click.option("--corpora", type=click.Path(exists=True, path_type=Path), default=Path("../shared/corpora"))
@click.option("--teacher", type=click.Path(path_type=Path), default=Path("data/models/tagger-accurate"))
@click.option("--out", type=click.Path(path_type=Path), default=Path("build/fast"))
@click.option(
    "--more",
    type=click.Path(exists=True, path_type=Path),
    multiple=True,
    help="Further annotated articles (JSON lines as in the corpora).",
)
@click.option("--rounds", default=4)
@click.option("--german", default=2, help="Times the German corpus is read in a round.")
@click.option("--budget", default=2600, help="Words in a batch.")
@click.option("--rate", default=1.2e-3)
@click.option("--unknown", default=0.03, help="Share of the pieces that is hidden.")
def main(
    taught_path: Path, corpora: Path, teacher: Path, out: Path, more: tuple[Path, ...], rounds: int,
    german: int, budget: int, rate: float, unknown: float,
) -> None:  # fmt: skip
    torch.manual_seed(SEED)
    pieces = Pieces(teacher / "tokenizer.json")
    net = FastNet(FastSize(), len(np.load(teacher / "embedding.npy", mmap_mode="r")))
    begin(net, teacher)
    lessons = taught(taught_path)
    optimizer = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.01, fused=True)
    plan = [
        batch
        for r in range(rounds)
        for batch in batches([*lessons, *gold(corpora, pieces, german, more, r)], budget, r)
    ]
    warm = len(plan) // 50
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (len(plan) - s) / (len(plan) - warm)))
    )
    out.mkdir(parents=True, exist_ok=True)
    saved = out / "checkpoint.pt"
    step = 0
    if saved.exists():
        state = torch.load(saved)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        step = state["step"]
    click.echo(f"{len(lessons)} taught windows, {len(plan)} updates, beginning at {step}", err=True)
    net.train()
    begun, seen, sums = time.monotonic(), 0, {}
    for batch in plan[step:]:
        loss, parts = loss_of(net, batch, unknown)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimizer.step()
        schedule.step()
        step += 1
        seen += sum(len(x.lengths) for x in batch)
        for k, v in parts.items():
            sums[k] = sums.get(k, 0.0) + v / 50
        if step % 50 == 0:
            spent = time.monotonic() - begun
            click.echo(f"{step}/{len(plan)} {seen / spent:.0f} words/s {spent / 60:.1f} min "
                       + " ".join(f"{k} {v:.3f}" for k, v in sums.items()), err=True)  # fmt: skip
            sums = {}
        if step % 250 == 0 or step == len(plan):
            state = {"net": net.state_dict(), "optimizer": optimizer.state_dict(),
                     "schedule": schedule.state_dict(), "step": step}  # fmt: skip
            torch.save(state, saved.with_suffix(".new"))
            saved.with_suffix(".new").replace(saved)
    torch.save(net.state_dict(), out / "net.pt")


if __name__ == "__main__":
    main()
