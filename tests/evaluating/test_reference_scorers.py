"""Our scores equal the reference scorers' on perturbed gold."""

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from attribution.evaluating.challenge import challenge_scores
from attribution.evaluating.scores import CUE_SOURCE, attribution_scores, drop_nested, official_scores

# Sums of up to 20,000 ratios added in another order differ by some 1e-14.
TOLERANCE = 1e-12

CORPORA = [
    pytest.param("corpora/wikinews-de.dev.jsonl", 150, 1, id="de-dev"),
    pytest.param("corpora/wikinews-de.train.jsonl", 150, 2, id="de-train"),
    pytest.param("corpora/polnear-en.dev.jsonl", 84, 3, id="en-dev"),
    pytest.param("corpora/gepade-de/dev.jsonl", 10, 4, id="de-without-content"),
]

TYPES = ["named_official", "state_media", "social_media", "own_reporting", "hearsay", "unresolved"]


def load_scorer(path: Path) -> ModuleType:
    """Import a scorer from its file, with rounding switched off so that figures compare exactly."""
    spec = importlib.util.spec_from_file_location(f"reference_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.round = lambda value, digits=0: value  # type: ignore[attr-defined]
    return module


def load_records(path: Path, limit: int) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()][:limit]


def perturb(record: dict[str, Any], rng: random.Random) -> list[dict[str, Any]]:
    """Predictions that are wrong in many ways: dropped, shifted, merged, retyped, invented."""
    size = len(record["text"])
    rows: list[dict[str, Any]] = []
    for row in json.loads(json.dumps(record["attributions"])):
        chance = rng.random()
        if chance < 0.15:
            continue
        if chance < 0.3 and rows:
            rows[-1]["content"] = sorted(rows[-1]["content"] + row["content"])
            continue
        for role in ("content", "source", "cue", "addressee", "frame"):
            if rng.random() < 0.3 and row.get(role):
                row[role] = [_shift(span, size, rng) for span in row[role]]
            elif rng.random() < 0.1 and role != "content":
                row[role] = []
        if rng.random() < 0.2:
            row["form"] = rng.choice(["direct", "indirect", "reported", "free_indirect", "odd"])
        if rng.random() < 0.2 and row.get("type") in TYPES:
            row["type"] = rng.choice(TYPES)
        if rng.random() < 0.1:
            row["nested"] = True
        if rng.random() < 0.1:
            row["voice"] = "t"
        row.pop("medium", None)
        rows.append(row)
    for _ in range(rng.randrange(3)):
        start = rng.randrange(size)
        rows.append({"content": [_shift([start, start + 30], size, rng)], "type": None, "voice": "t"})
    return rows


def _shift(span: list[int], size: int, rng: random.Random) -> list[int]:
    start = max(0, span[0] + rng.randrange(-20, 21))
    return [min(start, size - 1), min(size, max(start + 1, span[1] + rng.randrange(-20, 21)))]


def flatten(scores, prefix=""):
    for name, value in scores.items():
        if isinstance(value, dict):
            yield from flatten(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value[0] if isinstance(value, tuple) else value


def gold_and_predictions(path: Path, limit: int, seed: int):
    records = load_records(path, limit)
    rng = random.Random(seed)
    predicted = {str(r["id"]): perturb(r, rng) for r in records}
    predicted.pop(str(records[-1]["id"]))  # an article that was never tagged
    return records, predicted


def renamed(rows, scorer):
    """The reference renames forms while it loads a file; ours does it while it compares."""
    return [dict(r, type=scorer.FORM.get(r["form"], r["form"])) if "form" in r else r for r in rows]


@pytest.mark.parametrize(("name", "limit", "seed"), CORPORA)
@pytest.mark.parametrize("nested", [True, False], ids=["all", "without-nested"])
def test_corpus_scores_equal_the_reference(shared, name, limit, seed, nested):
    scorer = load_scorer(shared / "tools/score.py")
    records, predicted = gold_and_predictions(shared / name, limit, seed)
    if not nested:
        records = [dict(r, attributions=drop_nested(r["attributions"])) for r in records]
        predicted = {key: drop_nested(rows) for key, rows in predicted.items()}
    gold = {str(r["id"]): r for r in records}
    theirs_gold = {key: dict(r, attributions=renamed(r["attributions"], scorer)) for key, r in gold.items()}
    theirs = {key: {"attributions": renamed(rows, scorer)} for key, rows in predicted.items()}
    expected = scorer.official(theirs_gold, theirs)
    assert official_scores(gold, predicted) == pytest.approx(expected, abs=TOLERANCE)
    expected = scorer.official(theirs_gold, theirs, CUE_SOURCE)
    assert official_scores(gold, predicted, CUE_SOURCE) == pytest.approx(expected, abs=TOLERANCE)
    expected = dict(flatten(scorer.attribution(theirs_gold, theirs)))
    expected = {key: value for key, value in expected.items() if not key.startswith("n_")}
    assert attribution_scores(gold, predicted) == pytest.approx(expected, abs=TOLERANCE)


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("seed", [5, 6])
def test_challenge_scores_equal_the_reference(shared, lang, seed):
    scorer = load_scorer(shared / "tools/score_challenge.py")
    records, predicted = gold_and_predictions(shared / f"challenge/{lang}.dev.jsonl", 1000, seed)
    ours = challenge_scores({str(r["id"]): r for r in records}, predicted)
    expected = dict(flatten(scorer.score(predicted, records)))
    expected = {k: v / 100 for k, v in expected.items() if k != "statements" and not k.endswith(".n")}
    assert {key: ours[key] for key in expected} == pytest.approx(expected, abs=TOLERANCE)


def test_perfect_predictions_score_one(shared):
    records = load_records(shared / "corpora/wikinews-de.dev.jsonl", 20)
    gold = {str(r["id"]): r for r in records}
    same = {key: r["attributions"] for key, r in gold.items()}
    assert official_scores(gold, same)["f1_joint"] == 1
    assert attribution_scores(gold, same)["strict_triple.F"] == 1


GOLD = {
    "id": "a",
    "lang": "de",
    "text": "Der Hafen bleibt zu, sagte Wirtin Jana Feld.",
    "attributions": [{"id": "0", "content": [[0, 19]], "cue": [[21, 26]], "source": [[27, 43]]}],
}


def test_no_predictions_score_zero():
    assert attribution_scores({"a": GOLD}, {})["content@.5.F"] == 0
    assert official_scores({"a": GOLD}, {})["f1_msg"] == 0
    assert challenge_scores({"a": GOLD}, {})["f1"] == 0


def test_a_prediction_over_several_challenge_rows_finds_them_all():
    gold = dict(GOLD, attributions=[{"content": [[0, 9]], "type": "x"}, {"content": [[10, 19]], "type": "y"}])
    scores = challenge_scores({"a": gold}, {"a": [{"content": [[0, 19]], "type": "x"}]})
    assert (scores["recall"], scores["precision"], scores["type_right_of_found"]) == (1, 1, 0.5)
