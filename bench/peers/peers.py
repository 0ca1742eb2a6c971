"""The same work by the peers: warm medians in this process, on one thread, with the values.

Reads the inputs that `peers` (bench/src/bin/peers.rs) wrote into a folder and prints JSON:
for each piece of work its value and the median of its seconds.
"""

import io
import json
import os
import statistics
import sys
import time
import warnings

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS", "GDAL_NUM_THREADS"):
    os.environ[name] = "1"
warnings.filterwarnings("ignore")

import geopandas  # noqa: E402
import pandas  # noqa: E402
import segregation  # noqa: E402
from segregation.singlegroup import Dissim, Gini  # noqa: E402

BUDGET_S = 1.0


def median(work):
    """The median time of warm runs: a first tenth of the budget is thrown away."""
    begun = time.perf_counter()
    value = work()
    while time.perf_counter() - begun < BUDGET_S / 10:
        work()
    times = []
    begun = time.perf_counter()
    while len(times) < 5 or (time.perf_counter() - begun < BUDGET_S and len(times) < 10_000):
        start = time.perf_counter()
        value = work()
        times.append(time.perf_counter() - start)
    return value, statistics.median(times)


def index(kind, path):
    """An index of segregation, from a table that is in memory already."""
    units = pandas.read_csv(path)
    value, seconds = median(lambda: kind(units, "group", "total").statistic)
    return {"value": float(value), "seconds": seconds}


def table(path):
    """A CSV of counts, from bytes to columns."""
    with open(path, "rb") as file:
        content = file.read()
    read, seconds = median(lambda: pandas.read_csv(io.BytesIO(content), sep=";", dtype={"id": str}))
    return {"value": float(read.iloc[:, 2:].to_numpy().sum()), "seconds": seconds}


def outlines(path):
    """A GeoJSON of area units, from bytes to geometries."""
    with open(path, "rb") as file:
        content = file.read()
    read, seconds = median(lambda: geopandas.read_file(io.BytesIO(content)))
    return {"value": float(read.geometry.area.sum()), "seconds": seconds}


def main():
    folder = sys.argv[1]
    results = {}
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        kind, _, rest = name.partition("-")
        if kind == "units":
            results[f"dissimilarity {rest}"] = index(Dissim, path)
            results[f"gini {rest}"] = index(Gini, path)
        elif kind == "table":
            results[f"table {rest}"] = table(path)
        elif kind == "outlines":
            results[f"outlines {rest}"] = outlines(path)
    versions = {it.__name__: it.__version__ for it in (geopandas, pandas, segregation)}
    json.dump({"results": results, "versions": versions}, sys.stdout)


main()
