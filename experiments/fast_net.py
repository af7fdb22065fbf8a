"""The network of the fast tagger: words in, convolutions and two attentions, the accurate one's outputs."""

from dataclasses import dataclass

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper
from torch import Tensor, nn
from torch.nn import functional as F

from attribution.tagging.fast import FLAGS
from attribution.tagging.layers import FORMS, LAYERS, LINKS
from experiments.tagger_graph import OPSET, Graph
from experiments.tagger_net import FORBIDDEN


@dataclass(frozen=True)
class FastSize:
    """Sizes of the network; ``flags`` are what the text says of a word beside its spelling."""

    rows: int = 128  # of one piece
    flags: int = len(FLAGS)
    width: int = 192
    inner: int = 384
    kernel: int = 9
    blocks: int = 6
    attend_after: tuple[int, ...] = (2, 4)
    heads: int = 4
    link: int = 48
    eps: float = 1e-5


class Block(nn.Module):
    """Mixes neighbouring words channel by channel, then channels word by word (as ConvNeXt)."""

    def __init__(self, size: FastSize) -> None:
        super().__init__()
        self.near = nn.Conv1d(
            size.width, size.width, size.kernel, padding=size.kernel // 2, groups=size.width
        )
        self.norm = nn.LayerNorm(size.width, eps=size.eps)
        self.up = nn.Linear(size.width, size.inner)
        self.down = nn.Linear(size.inner, size.width)
        self.drop = nn.Dropout(0.05)

    def forward(self, x: Tensor, seen: Tensor) -> Tensor:
        mixed = self.near((x * seen[:, :, None]).transpose(1, 2)).transpose(1, 2)
        return x + self.drop(self.down(F.relu(self.up(self.norm(mixed)))))


class Attention(nn.Module):
    """What stands far away: who spoke last, whether the quotation goes on."""

    def __init__(self, size: FastSize) -> None:
        super().__init__()
        self.heads = size.heads
        self.norm = nn.LayerNorm(size.width, eps=size.eps)
        self.qkv = nn.Linear(size.width, 3 * size.width)
        self.out = nn.Linear(size.width, size.width)
        self.drop = nn.Dropout(0.05)

    def forward(self, x: Tensor, seen: Tensor) -> Tensor:
        b, n, w = x.shape
        q, k, v = self.qkv(self.norm(x)).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=seen[:, None, None, :].bool())
        return x + self.drop(self.out(mixed.transpose(1, 2).reshape(b, n, w)))


class FastNet(nn.Module):
    """First, mean and last piece of each word and its flags in; the scores of ``TaggerNet`` out."""

    def __init__(self, size: FastSize, pieces: int) -> None:
        super().__init__()
        self.size = size
        self.embedding = nn.Embedding(pieces, size.rows)
        self.enter = nn.Linear(3 * size.rows + size.flags, size.width)
        self.blocks = nn.ModuleList(Block(size) for _ in range(size.blocks))
        self.attention = nn.ModuleDict({str(k): Attention(size) for k in size.attend_after})
        self.norm = nn.LayerNorm(size.width, eps=size.eps)
        self.labels = nn.Linear(size.width, len(LAYERS) * 3)
        self.transitions = nn.Parameter(torch.zeros(len(LAYERS), 3, 3))
        self.query = nn.Linear(size.width, len(LINKS) * size.link)
        self.key = nn.Linear(size.width, len(LINKS) * size.link)
        self.special = nn.Parameter(torch.randn(len(LINKS), 2, size.link) * 0.02)  # none, earlier
        self.form = nn.Linear(size.width, len(FORMS))
        self.drop = nn.Dropout(0.1)

    def enter_words(self, pieces: Tensor, starts: Tensor, flags: Tensor) -> Tensor:
        """Embedded words (words, 3 * rows + flags) from all their pieces and where each word's begin."""
        mean = F.embedding_bag(pieces, self.embedding.weight, starts, mode="mean")
        ends = torch.cat([starts[1:], torch.tensor([len(pieces)])]) - 1
        return torch.cat([self.embedding(pieces[starts]), mean, self.embedding(pieces[ends]), flags], dim=1)

    def forward(self, words: Tensor, seen: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Labels (windows, layers, words, 3), links (windows, links, words, words + 2), forms."""
        x = self.enter(self.drop(words))
        for i, block in enumerate(self.blocks, start=1):
            x = block(x, seen)
            if str(i) in self.attention:
                x = self.attention[str(i)](x, seen)
        x = self.drop(self.norm(x))
        b, n, _ = x.shape
        labels = self.labels(x).view(b, n, len(LAYERS), 3).transpose(1, 2)
        query = self.query(x).view(b, n, len(LINKS), -1).transpose(1, 2)
        key = self.key(x).view(b, n, len(LINKS), -1).transpose(1, 2)
        key = torch.cat([self.special.expand(b, -1, -1, -1), key], dim=2)
        return labels, query @ key.transpose(2, 3) / self.size.link**0.5, self.form(x)

    def allowed(self) -> Tensor:
        """Transition scores with inside-after-outside forbidden, (layers, from, to)."""
        bar = torch.zeros_like(self.transitions)
        bar[:, 0, 2] = FORBIDDEN
        return self.transitions + bar


def build_fast(a: dict[str, np.ndarray], size: FastSize) -> onnx.ModelProto:
    """The graph of one window: ``words`` (words, 3 * rows + flags) in, the three scores out."""
    g = Graph()
    x = g.linear("words", "enter", a["enter.weight"], a["enter.bias"])
    for i in range(size.blocks):
        p, q = f"blocks.{i}.", f"b{i}."
        turned = g.op("Transpose", x, out=q + "turn", perm=[1, 0])
        image = g.shape(turned, q + "image", 1, size.width, 1, -1)
        half = size.kernel // 2
        mixed = g.op(
            "Conv", image, g.const(q + "near.w", a[p + "near.weight"][:, :, None, :]),
            g.const(q + "near.b", a[p + "near.bias"]), out=q + "near",
            group=size.width, kernel_shape=[1, size.kernel], pads=[0, half, 0, half],
        )  # fmt: skip
        flat = g.op("Transpose", g.shape(mixed, q + "flat", size.width, -1), out=q + "back", perm=[1, 0])
        h = g.norm(flat, q + "norm", a[p + "norm.weight"], a[p + "norm.bias"], size.eps)
        up = g.op("Relu", g.linear(h, q + "up", a[p + "up.weight"], a[p + "up.bias"]), out=q + "relu")
        down = g.linear(up, q + "down", a[p + "down.weight"], a[p + "down.bias"])
        x = g.op("Add", x, down, out=q + "sum")
        if i + 1 in size.attend_after:
            x = attend(g, a, x, i + 1, size)
    states = g.norm(x, "norm", a["norm.weight"], a["norm.bias"], size.eps)
    labels = g.linear(states, "label", a["labels.weight"], a["labels.bias"])
    g.op("Transpose", g.shape(labels, "label3", -1, len(LAYERS), 3), out="labels", perm=[1, 0, 2])
    scale = np.float32(size.link**-0.5)
    query = g.linear(states, "query", a["query.weight"] * scale, a["query.bias"] * scale)
    key = g.linear(states, "key", a["key.weight"], a["key.bias"])
    split = [g.shape(s, n + ".split", -1, len(LINKS), size.link) for s, n in ((query, "query"), (key, "key"))]
    sides = [g.op("Transpose", s, out=s + ".order", perm=[1, 0, 2]) for s in split]
    keys = g.op("Concat", g.const("special", a["special"]), sides[1], out="keys", axis=1)
    g.op("MatMul", sides[0], g.op("Transpose", keys, out="keys.t", perm=[0, 2, 1]), out="links")
    g.op("Identity", g.linear(states, "form", a["form.weight"], a["form.bias"]), out="forms")
    floats = TensorProto.FLOAT
    info = helper.make_tensor_value_info
    graph = helper.make_graph(
        g.nodes,
        "fast",
        [info("words", floats, ["words", 3 * size.rows + size.flags])],
        [
            info("labels", floats, [len(LAYERS), "words", 3]),
            info("links", floats, [len(LINKS), "words", "targets"]),
            info("forms", floats, ["words", len(FORMS)]),
        ],
        list(g.constants.values()),
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="attribution"
    )
    model.ir_version = 9  # what the oldest onnxruntime that we allow can read
    onnx.checker.check_model(model)
    return model


def attend(g: Graph, a: dict[str, np.ndarray], x: str, number: int, size: FastSize) -> str:
    """One attention over all words of the window."""
    p, q = f"attention.{number}.", f"a{number}."
    each = size.width // size.heads
    h = g.norm(x, q + "norm", a[p + "norm.weight"], a[p + "norm.bias"], size.eps)
    scale = np.ones((3 * size.width, 1), dtype=np.float32)
    scale[: size.width] = each**-0.5
    qkv = g.linear(h, q + "qkv", a[p + "qkv.weight"] * scale, a[p + "qkv.bias"] * scale[:, 0])
    split = g.shape(qkv, q + "split", -1, 3, size.heads, each)
    order = g.op("Transpose", split, out=q + "order", perm=[1, 2, 0, 3])
    parts = []
    for k, name in enumerate("qkv"):
        index = g.const(f"index.{k}", np.array(k, dtype=np.int64))
        parts.append(g.op("Gather", order, index, out=q + name, axis=0))
    keys = g.op("Transpose", parts[1], out=q + "kt", perm=[0, 2, 1])
    share = g.op("Softmax", g.op("MatMul", parts[0], keys, out=q + "qk"), out=q + "share", axis=-1)
    mixed = g.op("Transpose", g.op("MatMul", share, parts[2], out=q + "sv"), out=q + "mix", perm=[1, 0, 2])
    flat = g.shape(mixed, q + "flat", -1, size.width)
    out = g.linear(flat, q + "out", a[p + "out.weight"], a[p + "out.bias"])
    return g.op("Add", x, out, out=q + "sum")
