# The networks that the figures are about, made from a saved constellation or a node-link file:
# G as drawn, S with one relation per pair, D the same with lengths, U without directions;
# K and KU the same among the actors that have a group in the dimension.
import json
from collections import Counter
from fractions import Fraction
from itertools import combinations, product
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

# The groups of every actor, and the part of it that is in each: an actor can have several domains.
heads = {n.get("organisation") for n in nodes.values()} - {None, ""}
values = {}
for v, n in nodes.items():
    own = n.get(DIMENSION) or (v if DIMENSION == "organisation" and v in heads else None)
    own = [name for name in dict.fromkeys(own if isinstance(own, list) else [own]) if name]
    if own:
        values[v] = own
part = {v: {g: Fraction(1, len(own)) if len(own) > 1 else 1 for g in own} for v, own in values.items()}
group = {v: own[0] for v, own in values.items()}
members = {g: [v for v in values if g in part[v]] for g in dict.fromkeys(g for own in values.values() for g in own)}
K, KU = S.subgraph(values), U.subgraph(values)

contacts = {v: set(U[v]) for v in U}
# The tables of an actor, and the members of a table.
seats = {v: {w for w in U[v] if (w in TABLES) != (v in TABLES)} for v in U}
share = nx.algorithms.structuralholes.normalized_mutual_weight


def same(u, v):
    """The part of a tie that stays within a group."""
    return sum(x * part[v].get(g, 0) for g, x in part[u].items())


def runs(u, v, g, h):
    """The part of a tie that runs from group g to group h; without direction, between them."""
    back = 0 if directed or g == h else part[v].get(g, 0) * part[u].get(h, 0)
    return part[u].get(g, 0) * part[v].get(h, 0) + back


def possible(g, h):
    """Pairs of different actors that a tie from g to h could join."""
    sizes = [sum(part[v][k] for v in members[k]) for k in (g, h)]
    alone = sum(part[v][g] * part[v].get(h, 0) for v in members[g])
    return (sizes[0] * sizes[1] - alone) / (1 if directed or g != h else 2)


def standard(x):
    """How many standard deviations every value is above the mean; 0 when all are the same."""
    centre, deviation = mean(x.values()), pstdev(x.values()) or inf
    return {v: (y - centre) / deviation for v, y in x.items()}


def open_paths():
    """Ordered pairs a, b that are not tied, with who stands between them."""
    A = K.to_directed()
    return [(a, v, b) for v in A for a in A.pred[v] for b in A.succ[v] if a != b and not A.has_edge(a, b)]


def brokered(role):
    """Open paths per broker, of which the groups of the three have this role; split over all of their groups."""
    sums = dict.fromkeys(K, 0)
    for a, v, b in open_paths():
        for x, y, z in product(values[a], values[v], values[b]):
            if role(x, y, z):
                sums[v] += part[a][x] * part[v][y] * part[b][z]
    return sums


def partial():
    """Brokerage across groups, each pair worth 1 / the number of actors that stand between it."""
    found, sums = open_paths(), dict.fromkeys(K, 0)
    worth = Counter((a, b) for a, _, b in found)
    for a, v, b in found:
        within = sum(x * part[v].get(g, 0) * part[b].get(g, 0) for g, x in part[a].items())
        sums[v] += Fraction(1 - within) / worth[a, b]
    return sums


def crossing(v):
    """Ordered pairs of actors without a group in common, without v."""
    others = Counter(frozenset(values[w]) for w in values if w != v)
    return sum(m * k for a, m in others.items() for b, k in others.items() if not a & b)


def passing(weight=None):
    """How often an actor is on shortest paths between actors without a group in common; every pair in both orders."""
    sums = dict.fromkeys(S, 0)
    for own in {frozenset(own) for own in values.values()}:
        start = [v for v in values if own == set(values[v])]
        away = [v for v in values if own.isdisjoint(values[v])]
        for v, b in nx.betweenness_centrality_subset(S, start, away, weight=weight).items():
            sums[v] += b if directed else 2 * b
    return sums


def joined(graph, v=None):
    """Pairs of groups of which members other than v are connected."""
    parts = [{g for w in part if w != v for g in values.get(w, ())} for part in nx.connected_components(graph)]
    return {frozenset(pair) for part in parts for pair in combinations(part, 2)}
