"""Train the accurate tagger on both corpora at once; goes on from its last checkpoint.

Example: ``python -m experiments.train_tagger --corpora ../shared/corpora --encoder build/encoder``
Needs the extra ``experiments`` (torch). Windows of both languages are shuffled together; German ones are
repeated, because that corpus is a quarter of the other.
"""

import json
import math
import random
import time
from collections.abc import Sequence
from pathlib import Path

import click
import torch
from torch import Tensor
from torch.nn import functional as F

from attribution.tagging.layers import FORMS, LAYERS, LINKS
from attribution.tagging.pieces import Pieces
from experiments.tagger_data import IGNORE, Example, examples, read_corpus
from experiments.tagger_net import Size, TaggerNet, crf_loss, load_encoder

SEED = 20
UNKNOWN = 3  # as in XLM-RoBERTa's vocabulary
FROZEN = ("embedding.", "position")  # 4-bit rows do not gain from a few thousand updates, and cost a quarter


def epoch_windows(
    corpora: Path, pieces: Pieces, german: int, share: float, seed: int, more: Sequence[Path] = ()
) -> list[Example]:
    """Windows of one round: German ``german`` times, English ``share`` of its articles, ``more`` once."""
    rng = random.Random(seed)
    out: list[Example] = []
    de = read_corpus(corpora / "wikinews-de.train.jsonl")
    en = read_corpus(corpora / "polnear-en.train.jsonl")
    for _ in range(german):
        for article in de:
            out.extend(examples(article, pieces, rng=rng))
    order = list(range(len(en)))
    random.Random(SEED).shuffle(order)
    turn = round(len(en) * share)
    at = (seed * turn) % len(en)
    for k in (order + order)[at : at + turn]:
        out.extend(examples(en[k], pieces, rng=rng))
    for path in more:
        for article in read_corpus(path):
            out.extend(examples(article, pieces, rng=rng))
    return [without_some(e, rng) for e in out]


def without_some(example: Example, rng: random.Random) -> Example:
    """In half of the windows every tenth piece is unknown: names must be told by their company."""
    if rng.random() < 0.5:
        example.pieces[1:-1] = [UNKNOWN if rng.random() < 0.1 else p for p in example.pieces[1:-1]]
    return example


def batches(windows: list[Example], budget: int, seed: int) -> list[list[Example]]:
    """Groups of like length and at most ``budget`` pieces, in random order."""
    rng = random.Random(seed)
    rng.shuffle(windows)
    out: list[list[Example]] = []
    for i in range(0, len(windows), 64):
        group: list[Example] = []
        for w in sorted(windows[i : i + 64], key=lambda w: len(w.pieces)):
            if group and (len(group) + 1) * len(w.pieces) > budget:
                out.append(group)
                group = []
            group.append(w)
        if group:
            out.append(group)
    rng.shuffle(out)
    return out


def loss_of(net: TaggerNet, batch: list[Example]) -> tuple[Tensor, dict[str, float]]:
    """Loss of one batch and its parts."""
    n = max(len(e.pieces) for e in batch)
    m = max(len(e.heads) for e in batch)
    ids = torch.ones(len(batch), n, dtype=torch.long)
    heads = torch.zeros(len(batch), m, dtype=torch.long)
    gold = torch.full((len(batch), len(LAYERS), m), IGNORE)
    for i, e in enumerate(batch):
        ids[i, : len(e.pieces)] = torch.tensor(e.pieces)
        heads[i, : len(e.heads)] = torch.tensor(e.heads)
        gold[i, :, : len(e.heads)] = torch.from_numpy(e.labels)
    full = all(len(e.pieces) == n for e in batch)
    mask = None if full else (ids != 1)[:, None, None, :]
    states = net.encode(net.embedding(ids), mask)  # float32: bfloat16 is slower where no AMX is
    words = states.gather(1, heads[:, :, None].expand(-1, -1, states.shape[2]))
    labels, links, forms = net.heads(words)
    rows = labels.reshape(-1, m, 3)
    trans = net.allowed().repeat(len(batch), 1, 1)
    crf = crf_loss(rows, gold.view(-1, m), trans) / max(1, int((gold[:, 0] >= 0).sum()))
    valid = torch.arange(m + 2)[None, :] < torch.tensor([len(e.heads) + 2 for e in batch])[:, None]
    where = [(i, k, w, t) for i, e in enumerate(batch) for k, w, t in e.links]
    link = form = torch.zeros(())
    if where:
        i, k, w, t = (torch.tensor(x) for x in zip(*where, strict=True))
        scores = links[i, k, w].masked_fill(~valid[i], -1e9)
        ce = F.cross_entropy(scores, t, reduction="none")
        link = torch.stack([ce[k == r].mean() for r in range(len(LINKS)) if (k == r).any()]).sum()
    at = [(i, w, f) for i, e in enumerate(batch) for w, f in e.forms]
    if at:
        i, w, f = (torch.tensor(x) for x in zip(*at, strict=True))
        form = F.cross_entropy(forms[i, w], f)
    total = 5 * crf + 0.12 * link + 0.15 * form  # spans first: a link is worth what it joins
    return total, {"crf": crf.item(), "link": link.item(), "form": form.item()}


@click.command(help=__doc__)
@click.option("--corpora", type=click.Path(exists=True, path_type=Path), default=Path("../shared/corpora"))
@click.option("--encoder", type=click.Path(exists=True, path_type=Path), default=Path("build/encoder"))
@click.option("--out", type=click.Path(path_type=Path), default=Path("build/tagger"))
@click.option("--rounds", default=6, help="Rounds over the data.")
@click.option("--german", default=1, help="Times the German corpus is read in a round.")
@click.option("--share", default=0.3, help="Share of the English articles read in a round.")
@click.option("--budget", default=768, help="Pieces in a batch.")
@click.option("--rate", default=2e-4)
@click.option("--begin", type=click.Path(exists=True, path_type=Path), help="Weights to go on from (net.pt).")
@click.option("--first-round", default=0, help="Number of the first round, where --begin had some.")
@click.option("--last-rate", default=0.0, help="Share of the rate that is left at the end.")
@click.option(
    "--more",
    type=click.Path(exists=True, path_type=Path),
    multiple=True,
    help="Further annotated articles (JSON lines as in the corpora), read once a round.",
)
@click.option("--minutes", default=0.0, help="Stop after so many minutes, for a trial; 0: no limit.")
def main(
    corpora: Path, encoder: Path, out: Path, rounds: int, german: int, share: float, budget: int, rate: float,
    begin: Path | None, first_round: int, last_rate: float, more: tuple[Path, ...], minutes: float,
) -> None:  # fmt: skip
    torch.manual_seed(SEED)
    pieces = Pieces(encoder / "tokenizer.json")
    net = TaggerNet(Size(), json.loads((encoder / "size.json").read_text())["pieces"])
    load_encoder(encoder, net)
    if begin is not None:
        net.load_state_dict(torch.load(begin))
    for name, p in net.named_parameters():
        p.requires_grad_(not name.startswith(FROZEN))
    inner = [p for n, p in net.named_parameters() if p.requires_grad and n.startswith(("encoder", "norm"))]
    outer = [
        p for n, p in net.named_parameters() if p.requires_grad and not n.startswith(("encoder", "norm"))
    ]
    optimizer = torch.optim.AdamW(
        [{"params": inner, "lr": rate}, {"params": outer, "lr": 5 * rate}], weight_decay=0.01, fused=True
    )
    plan = [
        batches(epoch_windows(corpora, pieces, german, share, r, more), budget, r)
        for r in range(first_round, first_round + rounds)
    ]
    total = sum(map(len, plan))
    warm = total // 20

    def share_of_rate(s: int) -> float:
        falling = last_rate + (1 - last_rate) * max(0.0, (total - s) / (total - warm))
        return min((s + 1) / warm, falling)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, share_of_rate)
    out.mkdir(parents=True, exist_ok=True)
    saved = out / "checkpoint.pt"
    step = 0
    if saved.exists():
        state = torch.load(saved)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        step = state["step"]
    click.echo(f"{total} updates, beginning at {step}; forms {FORMS}", err=True)
    net.train()
    flat = [b for part in plan for b in part]
    begun, seen, sums = time.monotonic(), 0, {}
    for batch in flat[step:]:
        loss, parts = loss_of(net, batch)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*inner, *outer], 2.0)
        optimizer.step()
        schedule.step()
        step += 1
        seen += sum(len(e.pieces) for e in batch)
        for k, v in parts.items():
            sums[k] = sums.get(k, 0.0) + (0.0 if math.isnan(v) else v) / 50
        if step % 50 == 0:
            spent = time.monotonic() - begun
            click.echo(f"{step}/{total} {seen / spent:.0f} pieces/s {spent / 60:.1f} min "
                       + " ".join(f"{k} {v:.3f}" for k, v in sums.items()), err=True)  # fmt: skip
            sums = {}
        if step % 250 == 0 or step == total:
            state = {"net": net.state_dict(), "optimizer": optimizer.state_dict(),
                     "schedule": schedule.state_dict(), "step": step}  # fmt: skip
            torch.save(state, saved.with_suffix(".new"))
            saved.with_suffix(".new").replace(saved)
        if minutes and time.monotonic() - begun > 60 * minutes:
            break
    torch.save(net.state_dict(), out / "net.pt")


if __name__ == "__main__":
    main()
