"""Exact betweenness: this program against igraph (C), NetworKit and rustworkx.

    pip install igraph networkit rustworkx
    python benches/against_peers.py [THREADS]

Same networks, same machine, same run, equal threads (igraph has one). Prints the ratio of the fastest
peer to ours: above 1 is faster than the fastest.
"""
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import igraph
import networkit
import rustworkx

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
BENCH = ["cargo", "bench", "--quiet", "--bench", "analysis", "--"]


def best(work, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def peers(n, links, weighted):
    rounds = 3 if n < 5000 else 1
    pairs = [(a, b) for a, b, _ in links]
    lengths = [1 / w for _, _, w in links] if weighted else None
    ig = igraph.Graph(n, pairs)
    nk = networkit.Graph(n, weighted=weighted)
    for a, b, w in links:
        nk.addEdge(a, b, 1 / w) if weighted else nk.addEdge(a, b)
    networkit.setNumberOfThreads(THREADS)
    yield "igraph", best(lambda: ig.betweenness(weights=lengths), rounds)
    yield "NetworKit", best(lambda: networkit.centrality.Betweenness(nk).run(), rounds)
    if not weighted:  # rustworkx has no weighted betweenness
        rx = rustworkx.PyGraph()
        rx.add_nodes_from(range(n))
        rx.add_edges_from_no_data(pairs)
        yield "rustworkx", best(lambda: rustworkx.betweenness_centrality(rx, parallel_threshold=1), rounds)


with tempfile.TemporaryDirectory() as folder:
    subprocess.run([*BENCH, "--write", folder], check=True)
    out = subprocess.run([*BENCH, "--times", str(THREADS)], check=True, capture_output=True, text=True).stdout
    ours = {(row["n"], row["weighted"]): row["secs"] for row in map(json.loads, out.splitlines())}
    for path in sorted(Path(folder).glob("*.txt"), key=lambda path: path.stat().st_size):
        lines = path.read_text().splitlines()
        links = [(int(a), int(b), float(w)) for a, b, w in map(str.split, lines[1:])]
        n = int(lines[0])
        for weighted in (False, True):
            theirs = dict(peers(n, links, weighted))
            ratio = min(theirs.values()) / ours[n, weighted]
            shown = ", ".join(f"{name} {secs:.2f} s" for name, secs in theirs.items())
            print(f"{path.stem} {'weighted' if weighted else 'unweighted'}: ours {ours[n, weighted]:.2f} s, "
                  f"{shown}; {ratio:.1f} times the fastest", flush=True)
