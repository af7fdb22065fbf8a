"""Fitted models as plain arrays beside a manifest, without pickle."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from attribution.errors import ModelError

FORMAT_VERSION = 1  # raise when arrays or manifest change their meaning

WEIGHTS = "weights.npz"
MANIFEST = "manifest.json"
CARD = "CARD.md"

# Zip entries carry a time; this one is the oldest the format can hold, so that fitting the
# same model twice writes the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)

Array = NDArray[Any]  # Any: a model may hold floats, counts and strings side by side


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredModel:
    """What a model folder holds: arrays, the manifest and the digest of its files."""

    arrays: Mapping[str, Array]
    manifest: Mapping[str, Any]  # Any: parsed JSON
    digest: str

    @property
    def name(self) -> str:
        return str(self.manifest["name"])


def save_model(
    folder: str | Path,
    arrays: Mapping[str, Array],
    manifest: Mapping[str, Any],
) -> str:
    """Write a fitted model; the same model gives the same bytes.

    Parameters
    ----------
    folder : str or Path
        Made where it does not exist; the two files in it are replaced.
    arrays : mapping of str to ndarray
        Numbers or unicode strings; object arrays are refused, because they need pickle.
    manifest : mapping
        JSON values with at least ``name``. ``format_version`` is added.

    Returns
    -------
    str
        The digest, as :func:`model_digest` gives it.

    Raises
    ------
    ValueError
        An array holds Python objects, or the manifest has no name.
    """
    if "name" not in manifest:
        raise ValueError("the manifest of a model needs a name")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS).write_bytes(_zip_arrays(arrays))
    text = json.dumps(
        {**manifest, "format_version": FORMAT_VERSION}, ensure_ascii=False, indent=1, sort_keys=True
    )
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8", newline="\n")
    return model_digest(folder)


def load_model(folder: str | Path) -> StoredModel:
    """Read a model folder back and compare the version of its format.

    The manifest's ``scikit_learn`` is for information: what runs here is linear maths on the
    arrays, which no release of the fitting library changes.

    Raises
    ------
    ModelError
        A file is missing or damaged, or the folder was written in another format; the message
        ends with the command that fits the model again.
    """
    folder = Path(folder)
    manifest = _read_manifest(folder)
    try:
        with np.load(io.BytesIO((folder / WEIGHTS).read_bytes()), allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
    except (OSError, ValueError, EOFError, KeyError, zipfile.BadZipFile) as error:
        raise ModelError(
            f"The model {folder.name!r} has no readable {WEIGHTS} ({error}).",
            remedy=retraining_command(folder),
        ) from error
    for array in arrays.values():
        array.setflags(write=False)
    return StoredModel(arrays=arrays, manifest=manifest, digest=model_digest(folder))


def model_digest(folder: str | Path) -> str:
    """Return the sha256 over names and bytes of a model's files; the card is left out.

    The card explains and may be reworded; hidden files are the operating system's.
    """
    digest = hashlib.sha256()
    for path in sorted(Path(folder).iterdir()):
        if path.is_file() and path.name != CARD and not path.name.startswith("."):
            content = path.read_bytes()
            digest.update(f"{path.name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def retraining_command(folder: str | Path) -> str:
    """Return the command that fits a model again; folders are named after their script.

    >>> retraining_command("data/models/types-de-en")
    'python -m experiments.train_types'
    """
    return f"python -m experiments.train_{Path(folder).name.split('-')[0]}"


def _zip_arrays(arrays: Mapping[str, Array]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(arrays):
            array = np.ascontiguousarray(arrays[name])
            if array.dtype.hasobject:
                raise ValueError(f"array {name!r} holds Python objects; store numbers or strings")
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o644 << 16
            content = io.BytesIO()
            np.lib.format.write_array(content, array, allow_pickle=False)
            archive.writestr(entry, content.getvalue())
    return buffer.getvalue()


def _read_manifest(folder: Path) -> Mapping[str, Any]:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(
            f"The model {folder.name!r} has no readable {MANIFEST} ({error}).",
            remedy=retraining_command(folder),
        ) from error
    if not isinstance(manifest, dict) or "name" not in manifest:
        raise ModelError(f"{folder.name}/{MANIFEST} names no model.", remedy=retraining_command(folder))
    found = manifest.get("format_version")
    if found != FORMAT_VERSION:
        raise ModelError(
            f"The model {folder.name!r} was written in format {found}, this version reads {FORMAT_VERSION}.",
            remedy=retraining_command(folder),
        )
    return manifest
