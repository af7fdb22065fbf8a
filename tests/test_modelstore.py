"""Models come back as they were stored, or say how to fit them again."""

import json

import numpy as np
import pytest

from attribution.errors import ModelError
from attribution.modelstore import load_model, model_digest, save_model


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "types-toy"
    arrays = {"weights": np.eye(3, dtype=np.float32), "labels": np.array(["ä", "b"])}
    save_model(path, arrays, {"name": "types-toy", "features": ["Maß", "x"]})
    return path


def test_arrays_and_manifest_come_back(folder):
    model = load_model(folder)
    assert model.name == "types-toy"
    assert model.manifest["features"] == ["Maß", "x"]
    assert np.array_equal(model.arrays["weights"], np.eye(3))
    assert list(model.arrays["labels"]) == ["ä", "b"]


def test_loaded_arrays_are_read_only(folder):
    with pytest.raises(ValueError, match="read-only"):
        load_model(folder).arrays["weights"][0, 0] = 2


def test_the_same_model_gives_the_same_bytes(folder, tmp_path):
    model = load_model(folder)
    again = tmp_path / "again"
    save_model(again, dict(reversed(model.arrays.items())), model.manifest)
    assert (again / "weights.npz").read_bytes() == (folder / "weights.npz").read_bytes()
    assert model_digest(again) == model.digest


def test_the_digest_follows_the_weights_and_not_the_card(folder):
    before = model_digest(folder)
    (folder / "CARD.md").write_text("reworded", encoding="utf-8")
    assert model_digest(folder) == before
    save_model(folder, {"weights": np.zeros(1)}, {"name": "types-toy"})
    assert model_digest(folder) != before


def test_objects_are_refused(tmp_path):
    with pytest.raises(ValueError, match="Python objects"):
        save_model(tmp_path, {"bad": np.array([{}], dtype=object)}, {"name": "x"})


def damage_version(path):
    manifest = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
    (path / "manifest.json").write_text(json.dumps({**manifest, "format_version": 0}), encoding="utf-8")


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(damage_version, id="other-format"),
        pytest.param(lambda path: (path / "weights.npz").unlink(), id="no-weights"),
        pytest.param(lambda path: (path / "weights.npz").write_bytes(b"PK junk"), id="broken-weights"),
        pytest.param(lambda path: (path / "manifest.json").unlink(), id="no-manifest"),
        pytest.param(lambda path: (path / "manifest.json").write_text("[]"), id="odd-manifest"),
    ],
)
def test_a_damaged_model_names_the_retraining_command(folder, damage):
    damage(folder)
    with pytest.raises(ModelError, match=r"Try: python -m experiments\.train_types"):
        load_model(folder)
