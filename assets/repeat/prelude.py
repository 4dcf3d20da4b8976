# The networks that the figures are about, made from a saved constellation or a node-link file:
# G as drawn, S with one relation per pair, D the same with lengths, U without directions;
# K and KU the same among the actors that have a group in the dimension.
import json
from collections import Counter
from fractions import Fraction
from itertools import combinations
from math import inf, log
from statistics import mean, pstdev

import networkx as nx
import numpy as np

data = json.load(open(FILE, encoding="utf-8"))
nodes = {str(n["id"]): n for n in data["nodes"] if str(n["id"]) not in HIDDEN_ACTORS}
drawn = []
for e in data.get("edges") or data.get("links") or []:
    u, v = str(e["source"]), str(e["target"])
    counts = e.get("status", "existing") in STATUSES and e.get("kind") not in KINDS_LEFT_OUT
    if counts and "mirror_of" not in e and u in nodes and v in nodes and e.get("key") not in HIDDEN_RELATIONS:
        direction = e.get("direction") or ("directed" if data.get("directed") else "undirected")
        drawn.append((u, v, Fraction(str(e.get("weight", 1))), direction == "directed"))
directed = not IGNORE_DIRECTION and any(one_way and u != v for u, v, _, one_way in drawn)

G = nx.MultiDiGraph() if directed else nx.MultiGraph()
G.add_nodes_from(nodes)
for u, v, w, one_way in drawn:
    G.add_edge(u, v, weight=w)
    if directed and not one_way and u != v:
        G.add_edge(v, u, weight=w)


def merged(graph, links):
    """One relation per pair, with the weights added up; without loops."""
    graph.add_nodes_from(nodes)
    for u, v, w in links:
        if u != v:
            graph.add_edge(u, v, exact=w + (graph[u][v]["exact"] if graph.has_edge(u, v) else 0))
    largest = max((w for _, _, w in graph.edges(data="exact")), default=1)
    for u, v, link in graph.edges(data=True):
        link["weight"], link["distance"] = float(link["exact"]), 1 / link["exact"]
        link["scaled"] = float(link["exact"] / largest)
    return graph


S = merged(nx.DiGraph() if directed else nx.Graph(), G.edges(data="weight"))
D = S  # Lengths are exact fractions, so that equal paths are equal.
U = merged(nx.Graph(), G.edges(data="weight"))

heads = {n.get("organisation") for n in nodes.values()} - {None, ""}
group = {}
for v, n in nodes.items():
    name = n.get(DIMENSION) or (v if DIMENSION == "organisation" and v in heads else None)
    name = name[0] if isinstance(name, list) else name
    if name:
        group[v] = name
members = {}
for v in group:
    members.setdefault(group[v], []).append(v)
K, KU = S.subgraph(group), U.subgraph(group)

contacts = {v: set(U[v]) for v in U}
# The tables of an actor, and the members of a table.
seats = {v: {w for w in U[v] if (w in TABLES) != (v in TABLES)} for v in U}
share = nx.algorithms.structuralholes.normalized_mutual_weight


def open_paths():
    """Ordered pairs a, b that are not tied, with who stands between them."""
    A = K.to_directed()
    return [(a, v, b) for v in A for a in A.pred[v] for b in A.succ[v] if a != b and not A.has_edge(a, b)]


def tally(actors):
    return {**dict.fromkeys(K, 0), **Counter(actors)}


def partial():
    """Brokerage across groups, each pair worth 1 / the number of actors that stand between it."""
    found, sums = open_paths(), dict.fromkeys(K, 0)
    worth = Counter((a, b) for a, _, b in found)
    for a, v, b in found:
        sums[v] += 0 if group[a] == group[v] == group[b] else Fraction(1, worth[a, b])
    return sums


def crossing(v):
    """Ordered pairs of actors of different groups, without v."""
    others = Counter(group[w] for w in group if w != v)
    return sum(others.values()) ** 2 - sum(k * k for k in others.values())


def passing(weight=None):
    """How often an actor is on shortest paths between actors of different groups; every pair in both orders."""
    sums = dict.fromkeys(S, 0)
    for g in members:
        away = [v for v in group if group[v] != g]
        for v, b in nx.betweenness_centrality_subset(S, members[g], away, weight=weight).items():
            sums[v] += b if directed else 2 * b
    return sums


def joined(graph, v=None):
    """Pairs of groups of which members other than v are connected."""
    parts = [{group[w] for w in part if w in group and w != v} for part in nx.connected_components(graph)]
    return {frozenset(pair) for part in parts for pair in combinations(part, 2)}
