"""Exact betweenness: this program against igraph (C), NetworKit and rustworkx.

    pip install igraph networkit rustworkx
    python benches/against_peers.py [THREADS [ROUNDS]]

Same networks, same machine, same run, equal threads (igraph has one, so it is compared with one thread of
ours). All programs take turns, round after round, and the best round of each counts: what else the machine
does hits all of them alike. `cpu` is processor time of all threads together, which others on the machine
hardly change. The ratio is that of the fastest peer to ours: above 1 is faster than the fastest.
"""
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import igraph
import networkit
import rustworkx

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
BENCH = ["cargo", "bench", "--quiet", "--bench", "analysis", "--"]
os.environ["RAYON_NUM_THREADS"] = str(THREADS)  # rustworkx takes its threads from here
networkit.setNumberOfThreads(THREADS)


def timed(work):
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def peers(n, links, weighted):
    pairs = [(a, b) for a, b, _ in links]
    lengths = [1 / w for _, _, w in links] if weighted else None
    ig = igraph.Graph(n, pairs)
    nk = networkit.Graph(n, weighted=weighted)
    for a, b, w in links:
        nk.addEdge(a, b, 1 / w) if weighted else nk.addEdge(a, b)
    found = {"igraph": lambda: ig.betweenness(weights=lengths),
             "NetworKit": lambda: networkit.centrality.Betweenness(nk).run()}
    if not weighted:  # rustworkx has no weighted betweenness
        rx = rustworkx.PyGraph()
        rx.add_nodes_from(range(n))
        rx.add_edges_from_no_data(pairs)
        found["rustworkx"] = lambda: rustworkx.betweenness_centrality(rx, parallel_threshold=1)
    return found


def ours(threads):
    out = subprocess.run([*BENCH, "--times", str(threads)], check=True, capture_output=True, text=True).stdout
    return {(row["n"], row["weighted"]): (row["secs"], row["cpu_secs"]) for row in map(json.loads, out.splitlines())}


def best(rounds):
    return min(wall for wall, _ in rounds), min(cpu for _, cpu in rounds)


with tempfile.TemporaryDirectory() as folder:
    subprocess.run([*BENCH, "--write", folder], check=True)
    networks = {}
    for path in Path(folder).glob("*.txt"):
        lines = path.read_text().splitlines()
        networks[path.stem] = int(lines[0]), [(int(a), int(b), float(w)) for a, b, w in map(str.split, lines[1:])]

times = {}
for number in range(ROUNDS):
    for threads in {1, THREADS}:
        for key, value in ours(threads).items():
            times.setdefault((*key, f"ours, {threads}"), []).append(value)
    for name, (n, links) in networks.items():
        for weighted in (False, True):
            for peer, work in peers(n, links, weighted).items():
                times.setdefault((n, weighted, peer), []).append(timed(work))
    print(f"round {number + 1} of {ROUNDS}; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors",
          file=sys.stderr, flush=True)

for name, (n, links) in sorted(networks.items(), key=lambda entry: entry[1][0]):
    for weighted in (False, True):
        found = {key[2]: best(rounds) for key, rounds in times.items() if key[:2] == (n, weighted)}
        shown = "; ".join(f"{who} {wall:.3f} s (cpu {cpu:.3f})" for who, (wall, cpu) in found.items())
        one, many = found["ours, 1"], found[f"ours, {THREADS}"]
        threaded = [value for who, value in found.items() if who in ("NetworKit", "rustworkx")]
        ratios = [("igraph, 1 thread", [found["igraph"]], one), (f"the others, {THREADS} threads", threaded, many)]
        print(f"{name} {'weighted' if weighted else 'unweighted'}: {shown}")
        for who, theirs, own in ratios:
            wall, cpu = best(theirs)
            print(f"    against {who}: {wall / own[0]:.2f} times by the clock, {cpu / own[1]:.2f} by processor time",
                  flush=True)
