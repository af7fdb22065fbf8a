"""The network of the accurate tagger: an encoder, label layers with a CRF, links and forms."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from attribution.tagging.layers import FORMS, LAYERS, LINKS

FORBIDDEN = -1e4


@dataclass
class Size:
    """Sizes of the encoder (as read from the weight file) and of the heads."""

    width: int = 384
    layers: int = 12
    heads: int = 12
    inner: int = 1536
    link: int = 128
    eps: float = 1e-12


class Layer(nn.Module):
    """One transformer layer of a BERT encoder, normalised after each half."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.heads = size.heads
        self.qkv = nn.Linear(size.width, 3 * size.width)
        self.out = nn.Linear(size.width, size.width)
        self.norm1 = nn.LayerNorm(size.width, eps=size.eps)
        self.up = nn.Linear(size.width, size.inner)
        self.down = nn.Linear(size.inner, size.width)
        self.norm2 = nn.LayerNorm(size.width, eps=size.eps)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(b, n, w))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class TaggerNet(nn.Module):
    """Piece ids in; word states, label scores, link scores and form scores out."""

    def __init__(self, size: Size, pieces: int, positions: int = 512) -> None:
        super().__init__()
        self.size = size
        self.embedding = nn.Embedding(pieces, size.width)
        self.position = nn.Parameter(torch.zeros(positions, size.width))
        self.norm = nn.LayerNorm(size.width, eps=size.eps)
        self.encoder = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.drop = nn.Dropout(0.1)
        self.labels = nn.Linear(size.width, len(LAYERS) * 3)
        self.transitions = nn.Parameter(torch.zeros(len(LAYERS), 3, 3))
        self.query = nn.Linear(size.width, len(LINKS) * size.link)
        self.key = nn.Linear(size.width, len(LINKS) * size.link)
        self.special = nn.Parameter(torch.randn(len(LINKS), 2, size.link) * 0.02)  # none, earlier
        self.form = nn.Linear(size.width, len(FORMS))

    def encode(self, embedded: Tensor, mask: Tensor | None) -> Tensor:
        """States of the pieces, (windows, pieces, width), from embedded pieces."""
        x = self.drop(self.norm(embedded + self.position[: embedded.shape[1]]))
        for layer in self.encoder:
            x = layer(x, mask)
        return x

    def heads(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores from word states (windows, words, width).

        Labels (windows, layers, words, 3); links (windows, links, words, words + 2), of which
        the first two targets are "none" and "earlier"; forms (windows, words, forms).
        """
        b, n, _ = words.shape
        words = self.drop(words)
        labels = self.labels(words).view(b, n, len(LAYERS), 3).transpose(1, 2)
        query = self.query(words).view(b, n, len(LINKS), -1).transpose(1, 2)
        key = self.key(words).view(b, n, len(LINKS), -1).transpose(1, 2)
        key = torch.cat([self.special.to(key.dtype).expand(b, -1, -1, -1), key], dim=2)
        links = query @ key.transpose(2, 3) / self.size.link**0.5
        return labels, links, self.form(words)

    def allowed(self) -> Tensor:
        """Transition scores with inside-after-outside forbidden, (layers, from, to)."""
        bar = torch.zeros_like(self.transitions)
        bar[:, 0, 2] = FORBIDDEN
        return self.transitions + bar


def load_encoder(folder: Path, net: TaggerNet) -> None:
    """Fill the network's encoder from the arrays that ``prepare_encoder`` wrote."""
    with np.load(folder / "encoder.npz") as stored:
        a = {k: torch.from_numpy(stored[k]) for k in stored.files}
    w, inner = net.size.width, net.size.inner
    with torch.no_grad():
        # The type embedding is the same for every piece: it joins the positions.
        net.embedding.weight.copy_(a["emb.word"])
        net.position.copy_(a["emb.pos"].view(-1, w)[: len(net.position)] + a["emb.type"].view(-1, w)[0])
        net.norm.weight.copy_(a["emb.ln.w"])
        net.norm.bias.copy_(a["emb.ln.b"])
        for i, layer in enumerate(net.encoder):
            p = f"l{i}."
            layer.qkv.weight.copy_(torch.cat([a[p + x + ".w"].view(w, w) for x in "qkv"]))
            layer.qkv.bias.copy_(torch.cat([a[p + x + ".b"] for x in "qkv"]))
            for target, name, shape in (
                (layer.out, "ao", (w, w)),
                (layer.up, "fi", (inner, w)),
                (layer.down, "fo", (w, inner)),
            ):
                target.weight.copy_(a[p + name + ".w"].view(shape))
                target.bias.copy_(a[p + name + ".b"])
            for target, name in ((layer.norm1, "aln"), (layer.norm2, "oln")):
                target.weight.copy_(a[p + name + ".w"])
                target.bias.copy_(a[p + name + ".b"])


def crf_loss(scores: Tensor, gold: Tensor, transitions: Tensor) -> Tensor:
    """Negative log likelihood of gold label rows under linear-chain CRFs, summed over rows.

    Parameters
    ----------
    scores : Tensor (rows, words, 3)
    gold : Tensor (rows, words), negative where a word is not scored; scored words are one run,
        which may begin inside a span that the window before left open.
    transitions : Tensor (rows, 3, 3)
    """
    seen = gold >= 0
    y = gold.clamp(min=0)
    first = seen & ~F.pad(seen, (1, 0))[:, :-1]
    follows = seen & ~first
    path = (scores.gather(2, y[:, :, None])[:, :, 0] * seen).sum(1)
    pair = transitions.flatten(1).gather(1, y[:, :-1] * 3 + y[:, 1:])
    path = path + (pair * follows[:, 1:]).sum(1)
    alpha = torch.zeros(len(scores), 3)
    for t in range(scores.shape[1]):
        step = torch.logsumexp(alpha[:, :, None] + transitions, dim=1) + scores[:, t]
        alpha = torch.where(first[:, t, None], scores[:, t], torch.where(follows[:, t, None], step, alpha))
    return ((torch.logsumexp(alpha, dim=1) - path) * seen.any(1)).sum()
