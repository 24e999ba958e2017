"""Fits the reader and says how well it reads collections it was not fitted to.

    python3 lab/fit-reader/fit.py compare FEATURES      cross-validated by collection
    python3 lab/fit-reader/fit.py export FEATURES OUT   fitted on all that may train, written to OUT

FEATURES is the common name of the .f32 and .jsonl files of extract-features.ts. Needs Debian's
python3-sklearn, and python3-torch for the neural reader of `compare`.
"""
import json
import sys

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

# RGB is non-commercial: it is measured and never trains.
MEASURED_ONLY = ("rgb-zh", "rgb-en")
TREES = dict(max_iter=140, learning_rate=0.07, max_leaf_nodes=12, min_samples_leaf=40,
             l2_regularization=3.0, random_state=1)


def family(collection):
    """Collections of the same texts stand or fall together."""
    return collection.split("-")[0]


def load(path):
    readings = [json.loads(line) for line in open(path + ".jsonl", encoding="utf8")]
    rows = sum(one["sentences"] for one in readings)
    features = np.fromfile(path + ".f32", dtype=np.float32).reshape(rows, -1)
    at = 0
    for one in readings:
        one["x"] = features[at:at + one["sentences"]]
        one["y"] = np.array(one["labels"], dtype=np.float32)
        at += one["sentences"]
    return readings


def weights_of(readings):
    """A collection counts the fourth root of its size, so that small ones are heard."""
    sizes = {}
    for one in readings:
        sizes[one["collection"]] = sizes.get(one["collection"], 0) + 1
    return np.concatenate([
        np.full(one["sentences"], sizes[one["collection"]] ** -0.75) for one in readings])


def stacked(readings):
    return (np.concatenate([one["x"] for one in readings]),
            np.concatenate([one["y"] for one in readings]))


class Trees:
    def fit(self, readings):
        x, y = stacked(readings)
        w = weights_of(readings)
        self.model = HistGradientBoostingClassifier(**TREES)
        self.model.fit(x, y >= 0.5, sample_weight=w / w.mean())
        return self

    def logits(self, x):
        return self.model.decision_function(x)


class Linear:
    def fit(self, readings):
        x, y = stacked(readings)
        w = weights_of(readings)
        self.scaler = StandardScaler().fit(x)
        self.model = LogisticRegression(max_iter=300, C=0.3)
        self.model.fit(self.scaler.transform(x), y >= 0.5, sample_weight=w / w.mean())
        return self

    def logits(self, x):
        return self.model.decision_function(self.scaler.transform(x))


class Listwise:
    """A linear model of which sentence of the passages answers; its log-odds are scaled after."""

    def fit(self, readings):
        from scipy.optimize import minimize
        x, _ = stacked(readings)
        self.scaler = StandardScaler().fit(x)
        lists = [one for one in readings if one["y"].max() >= 0.5]
        inputs = self.scaler.transform(np.concatenate([one["x"] for one in lists]))
        right = np.concatenate([one["y"] >= 0.5 for one in lists])
        sizes = np.array([one["sentences"] for one in lists])
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        owner = np.repeat(np.arange(len(lists)), sizes)
        weight = weights_of(lists)[starts]
        weight = weight / weight.mean()

        def loss(w):
            scores = inputs @ w
            top = np.maximum.reduceat(scores, starts)
            odds = np.exp(scores - top[owner])
            of_right = odds * right
            all_sum, right_sum = np.add.reduceat(odds, starts), np.add.reduceat(of_right, starts)
            value = np.sum(weight * (np.log(all_sum) - np.log(right_sum + 1e-12)))
            slope = inputs.T @ (weight[owner] * (odds / all_sum[owner] - of_right / (right_sum + 1e-12)[owner]))
            return value / len(lists) + 2e-3 * w @ w, slope / len(lists) + 4e-3 * w

        self.w = minimize(loss, np.zeros(inputs.shape[1]), jac=True, method="L-BFGS-B",
                          options={"maxiter": 150}).x
        scores = np.concatenate([self.raw(one["x"]) for one in readings])
        y = np.concatenate([one["y"] >= 0.5 for one in readings])
        w = weights_of(readings)
        scale = LogisticRegression(C=10).fit(scores[:, None], y, sample_weight=w / w.mean())
        self.slope, self.shift = float(scale.coef_[0, 0]), float(scale.intercept_[0])
        return self

    def raw(self, x):
        return self.scaler.transform(x) @ self.w

    def logits(self, x):
        return self.slope * self.raw(x) + self.shift


class Neural:
    """A small network over the features, trained listwise: which sentence of the passages?"""

    def fit(self, readings):
        import torch
        torch.manual_seed(1)
        torch.set_num_threads(1)
        readings = [one for one in readings if one["y"].max() >= 0.5]
        x, _ = stacked(readings)
        self.scaler = StandardScaler().fit(x)
        d = x.shape[1]
        self.net = torch.nn.Sequential(torch.nn.Linear(d, 48), torch.nn.ReLU(), torch.nn.Dropout(0.2),
                                       torch.nn.Linear(48, 16), torch.nn.ReLU(), torch.nn.Linear(16, 1))
        lists = [(torch.tensor(self.scaler.transform(one["x"]), dtype=torch.float32),
                  torch.tensor(one["y"] >= 0.5)) for one in readings]
        optimizer = torch.optim.Adam(self.net.parameters(), lr=2e-3, weight_decay=1e-4)
        order = np.arange(len(lists))
        rng = np.random.default_rng(1)
        for _ in range(8):
            rng.shuffle(order)
            for start in range(0, len(order), 16):
                optimizer.zero_grad()
                loss = 0
                for i in order[start:start + 16]:
                    inputs, right = lists[i]
                    scores = self.net(inputs).squeeze(1)
                    loss = loss + torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0)
                (loss / 16).backward()
                optimizer.step()
        self.net.eval()
        return self

    def logits(self, x):
        import torch
        with torch.no_grad():
            return self.net(torch.tensor(self.scaler.transform(x), dtype=torch.float32)).squeeze(1).numpy()


class Blend:
    """Several readers side by side, each by its own log-odds."""

    def __init__(self, *kinds):
        self.kinds = kinds

    def fit(self, readings):
        self.parts = [kind().fit(readings) for kind in self.kinds]
        return self

    def logits(self, x):
        return sum(part.logits(x) for part in self.parts) / len(self.parts)


NAMES = [line.strip().strip("',") for line in
         open("src/answer/reader/sentence-features.ts", encoding="utf8").read()
         .split("FEATURE_NAMES = [")[1].split("] as const")[0].split("\n")
         if line.strip().startswith("'")]
def measure(readings, logits):
    right = [one["y"][np.argmax(l)] >= 0.5 for one, l in zip(readings, logits) if one["isAnswerable"]]
    top3 = [one["y"][np.argsort(-l)[:3]].max() >= 0.5
            for one, l in zip(readings, logits) if one["isAnswerable"]]
    possible = [one["y"].max() >= 0.5 for one in readings if one["isAnswerable"]]
    return np.mean(right), np.mean(top3), np.mean(possible)


def auc(p, n):
    p, n = np.asarray(p), np.asarray(n)
    return (p[:, None] > n[None, :]).mean() + 0.5 * (p[:, None] == n[None, :]).mean()


def compare(path, with_network=False):
    readings = load(path)
    families = sorted({family(one["collection"]) for one in readings})
    kinds = {"linear": Linear, "listwise": Listwise, "trees": Trees}
    if with_network:
        kinds["network"] = Neural
    print("first sentence right / among three / to be had, on collections not fitted to")
    for out in families:
        train = [one for one in readings
                 if family(one["collection"]) != out and one["collection"] not in MEASURED_ONLY]
        test = [one for one in readings if family(one["collection"]) == out]
        models = {name: kind().fit(train) for name, kind in kinds.items()}
        for one, other in (("linear", "listwise"), ("linear", "trees")):
            models[f"{one}+{other}"] = Blend()
            models[f"{one}+{other}"].parts = [models[one], models[other]]
        for name, model in models.items():
            for collection in sorted({one["collection"] for one in test}):
                part = [one for one in test if one["collection"] == collection]
                logits = [model.logits(one["x"]) for one in part]
                first, three, had = measure(part, logits)
                yes = [l.max() for one, l in zip(part, logits) if one["isAnswerable"]]
                aucs = [auc(yes, [l.max() for one, l in zip(part, logits) if one["reading"] == reading])
                        for reading in ("without", "cut")]
                print(f"{collection:12} {name:14} {first:.3f} / {three:.3f} / {had:.3f}"
                      f"   auc of its best score {aucs[0]:.3f}, answers cut out {aucs[1]:.3f}", flush=True)


def unscaled(part):
    """Bias and weights on the features as they are, without the scaling that they were fitted in."""
    weights = part.model.coef_.ravel() / part.scaler.scale_
    return float(part.model.intercept_[0] - weights @ part.scaler.mean_), weights


def as_data(bias, weights):
    return {"bias": round(float(bias), 5), "weights": [round(float(w), 5) for w in weights]}


# Chances at which every group of questions is possible and answered, once calibrated.
POSSIBLE, ANSWERED = 0.2, 0.6
# Share of the answerable readings of a collection that may be not found, on average and at most.
# Words of another language that are not found are often only not in the dictionary.
WRONGLY_REFUSED = {"Within": 0.11, "Across": 0.05}
MOST_WRONGLY_REFUSED = 0.16
# Share of the unanswerable readings of the searched collections that may be answered, on average.
WRONGLY_ANSWERED = 0.12
SEARCHED = ("seeds", "news")


def group_of(one, best):
    """Questions for words of some form are told apart more sharply; so is text in their language."""
    is_typed = one["x"][0][NAMES.index("asksForm")] > 0
    is_across = one["x"][best][NAMES.index("isAcross")] > 0.5
    return ("typed" if is_typed else "free") + ("Across" if is_across else "Within")


def logit(p):
    return np.log(p / (1 - p))


def calibrate(readings, folds=4):
    """Slope and shift of each group's log-odds of the best sentence, read off readings not fitted to."""
    ids = sorted({one["id"] for one in readings})
    fold_of = {id: i % folds for i, id in enumerate(np.random.default_rng(3).permutation(ids))}
    scored = []
    for fold in range(folds):
        model = Linear().fit([one for one in readings if fold_of[one["id"]] != fold])
        for one in readings:
            if fold_of[one["id"]] == fold:
                logits = model.logits(one["x"])
                scored.append((logits.max(), group_of(one, np.argmax(logits)), one))

    def shares(part, is_answerable, holds, collections=None, least=8):
        by = {}
        for score, one in part:
            # What a text without its answer would say is no measure of what is asserted of other texts.
            if one["reading"] == "cut" or one["isAnswerable"] != is_answerable:
                continue
            if collections is None or one["collection"] in collections:
                by.setdefault(one["collection"], []).append(holds(score))
        return [np.mean(values) for values in by.values() if len(values) >= least]

    def is_safe(part, t, average):
        refused = shares(part, True, lambda s: s < t)
        of_many = shares(part, True, lambda s: s < t, least=12)
        return np.mean(refused) <= average and max(of_many, default=0) <= MOST_WRONGLY_REFUSED

    calibration = {}
    for group in ("typedWithin", "freeWithin", "typedAcross", "freeAcross"):
        part = [(score, one) for score, own, one in scored if own == group]
        average = WRONGLY_REFUSED[group[-6:]]
        grid = logit(np.arange(0.02, 0.98, 0.01))
        possible = max(t for t in grid if t == grid[0] or is_safe(part, t, average))
        answered = min(t for t in grid if t == grid[-1]
                       or np.mean(shares(part, False, lambda s: s >= t, SEARCHED)) <= WRONGLY_ANSWERED)
        answered = max(answered, possible + 0.5)
        slope = (logit(ANSWERED) - logit(POSSIBLE)) / (answered - possible)
        calibration[group] = {"slope": round(float(slope), 4),
                              "shift": round(float(logit(POSSIBLE) - slope * possible), 4)}
        sigmoid = lambda z: 1 / (1 + np.exp(-z))
        print(f"{group:12} possible {sigmoid(possible):.2f} answered {sigmoid(answered):.2f}")
        for collection in sorted({one["collection"] for _, one in part}):
            own = [(s, one) for s, one in part if one["collection"] == collection]
            print(f"  {collection:12}", " ".join(
                f"{name}: not found {np.mean([s < possible for s, o in own if o['reading'] == name]):.2f}"
                f" answered {np.mean([s >= answered for s, o in own if o['reading'] == name]):.2f};"
                for name in ("whole", "without", "cut")))
    return calibration


def export(path, out):
    readings = [one for one in load(path) if one["collection"] not in MEASURED_ONLY]
    counts = {}
    for one in readings:
        counts[one["collection"]] = counts.get(one["collection"], 0) + 1
    data = {"fittedTo": counts, "features": NAMES,
            "sentence": as_data(*unscaled(Linear().fit(readings))),
            "calibration": calibrate(readings)}
    with open(out, "w", encoding="utf8") as file:
        json.dump(data, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    {"compare": compare, "export": export}[sys.argv[1]](*sys.argv[2:])
