"""The trained network as an ONNX graph: built node by node, so that no exporter decides what runs."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from attribution.tagging.layers import LAYERS, LINKS

OPSET = 20


class Graph:
    """Nodes and constants of a graph that grows from its input to its outputs."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def const(self, name: str, value: np.ndarray) -> str:
        self.constants[name] = numpy_helper.from_array(np.array(value, order="C"), name)
        return name

    def op(self, kind: str, *inputs: str, out: str, **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, list(inputs), [out], name=out + "." + kind, **attributes))
        return out

    def linear(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        product = self.op("MatMul", x, self.const(name + ".w", weight.T), out=name + ".mm")
        return self.op("Add", product, self.const(name + ".b", bias), out=name)

    def norm(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray, eps: float) -> str:
        parts = (self.const(name + ".w", weight), self.const(name + ".b", bias))
        return self.op("LayerNormalization", x, *parts, out=name, epsilon=eps, axis=-1)

    def shape(self, x: str, name: str, *dims: int) -> str:
        return self.op("Reshape", x, self.const(name + ".dims", np.array(dims, dtype=np.int64)), out=name)


def encoder(g: Graph, a: dict[str, np.ndarray], layers: int, heads: int, width: int, eps: float) -> str:
    """States of the pieces (pieces, width) of one window, from their embedded rows."""
    x = g.norm("embedded", "norm", a["norm.weight"], a["norm.bias"], eps)
    each = width // heads
    for i in range(layers):
        p, q = f"encoder.{i}.", f"l{i}."
        # The scale of the scores goes into the query's weights once, not into every product.
        scale = np.ones((3 * width, 1), dtype=np.float32)
        scale[:width] = each**-0.5
        qkv = g.linear(x, q + "qkv", a[p + "qkv.weight"] * scale, a[p + "qkv.bias"] * scale[:, 0])
        split = g.op(
            "Transpose", g.shape(qkv, q + "split", -1, 3, heads, each), out=q + "order", perm=[1, 2, 0, 3]
        )
        parts = []
        for k, name in enumerate("qkv"):
            index = g.const(f"index.{k}", np.array(k, dtype=np.int64))
            parts.append(g.op("Gather", split, index, out=q + name, axis=0))
        keys = g.op("Transpose", parts[1], out=q + "kt", perm=[0, 2, 1])
        share = g.op("Softmax", g.op("MatMul", parts[0], keys, out=q + "qk"), out=q + "share", axis=-1)
        mixed = g.op(
            "Transpose", g.op("MatMul", share, parts[2], out=q + "sv"), out=q + "mix", perm=[1, 0, 2]
        )
        out = g.linear(
            g.shape(mixed, q + "flat", -1, width), q + "out", a[p + "out.weight"], a[p + "out.bias"]
        )
        x = g.norm(
            g.op("Add", x, out, out=q + "add1"), q + "norm1", a[p + "norm1.weight"], a[p + "norm1.bias"], eps
        )
        up = g.op("Gelu", g.linear(x, q + "up", a[p + "up.weight"], a[p + "up.bias"]), out=q + "gelu")
        down = g.linear(up, q + "down", a[p + "down.weight"], a[p + "down.bias"])
        x = g.norm(
            g.op("Add", x, down, out=q + "add2"), q + "norm2", a[p + "norm2.weight"], a[p + "norm2.bias"], eps
        )
    return x


def build(
    a: dict[str, np.ndarray], layers: int, heads: int, width: int, link: int, eps: float
) -> onnx.ModelProto:
    """The whole graph: ``embedded`` (pieces, width) and ``heads`` (words,) in, three scores out."""
    g = Graph()
    states = encoder(g, a, layers, heads, width, eps)
    words = g.op("Gather", states, "heads", out="words", axis=0)
    labels = g.shape(
        g.linear(words, "label", a["labels.weight"], a["labels.bias"]), "label3", -1, len(LAYERS), 3
    )
    g.op("Transpose", labels, out="labels", perm=[1, 0, 2])
    scale = link**-0.5
    sides = []
    for side, factor in (("query", scale), ("key", 1.0)):
        flat = g.linear(
            words, side, a[side + ".weight"] * np.float32(factor), a[side + ".bias"] * np.float32(factor)
        )
        split = g.shape(flat, side + ".split", -1, len(LINKS), link)
        sides.append(g.op("Transpose", split, out=side + ".order", perm=[1, 0, 2]))
    keys = g.op("Concat", g.const("special", a["special"]), sides[1], out="keys", axis=1)
    g.op("MatMul", sides[0], g.op("Transpose", keys, out="keys.t", perm=[0, 2, 1]), out="links")
    form = g.linear(words, "form", a["form.weight"], a["form.bias"])
    g.op("Identity", form, out="forms")
    floats = TensorProto.FLOAT
    graph = helper.make_graph(
        g.nodes,
        "tagger",
        [
            helper.make_tensor_value_info("embedded", floats, ["pieces", width]),
            helper.make_tensor_value_info("heads", TensorProto.INT64, ["words"]),
        ],
        [
            helper.make_tensor_value_info("labels", floats, [len(LAYERS), "words", 3]),
            helper.make_tensor_value_info("links", floats, [len(LINKS), "words", "targets"]),
            helper.make_tensor_value_info("forms", floats, ["words", a["form.bias"].shape[0]]),
            helper.make_tensor_value_info("words", floats, ["words", width]),
        ],
        list(g.constants.values()),
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="attribution"
    )
    model.ir_version = 9  # what the oldest onnxruntime that we allow can read
    onnx.checker.check_model(model)
    return model
