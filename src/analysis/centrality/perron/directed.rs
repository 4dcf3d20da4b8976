//! Power iteration for each strong component of a directed network.

use super::{Matrix, NoVector, Perron, divide, is_same, members, normalise};
use crate::analysis::Network;
use crate::analysis::cohesion::components::strong_components;
use crate::analysis::order_free::{Grids, Total, power_above, sum};

/// The vector of the leading strong component, and of whom it leads to.
pub(super) fn directed(matrix: &Matrix, network: &Network) -> Perron {
    let (component_of, count) = strong_components(network);
    let members = members(&component_of, count);
    let mut found: Vec<(f64, usize, Vec<f64>)> = Vec::new();
    let mut is_at_rest = true;
    for (component, nodes) in members.iter().enumerate().filter(|(_, nodes)| nodes.len() > 1) {
        match power(matrix, nodes, &component_of) {
            Some((value, vector)) => found.push((value, component, vector)),
            None => is_at_rest = false,
        }
    }
    let value = found.iter().map(|(value, ..)| *value).fold(0.0, f64::max);
    let mut leaders = found.iter().filter(|(own, ..)| is_same(*own, value));
    let vector = match (leaders.next(), leaders.next()) {
        _ if !is_at_rest => Err(NoVector::NotConverged),
        (Some((_, leading, vector)), None) => downstream(matrix, value, &members, *leading, vector),
        (Some(_), Some(_)) => Err(NoVector::NotSimple),
        (None, _) => Err(NoVector::NoCycle),
    };
    Perron {
        value: value * matrix.scale,
        vector,
    }
}

/// Work allowed for one iteration to come to rest, in arcs.
const MOST_WORK: usize = 400_000_000;

/// Part of the eigenvalue.
const KEPT: f64 = 0.25;

/// Largest eigenvalue and vector within one strong component.
fn power(matrix: &Matrix, nodes: &[usize], component_of: &[u32]) -> Option<(f64, Vec<f64>)> {
    let own = component_of[nodes[0]];
    let rows: Vec<Vec<(usize, f64)>> = local_rows(matrix, nodes, |u| component_of[u] == own);
    let arcs: usize = rows.iter().map(Vec::len).sum();
    let mut x = vec![1.0; nodes.len()];
    // The rows times x, and how many times as large they can have become since.
    let weights = |row: &[(usize, f64)]| sum(row.iter().map(|&(_, weight)| weight));
    let mut ax: Vec<f64> = rows.iter().map(|row| weights(row)).collect();
    let mut growth = 1.0;
    for round in 0..(MOST_WORK / (arcs + nodes.len())).max(1_000) {
        for (row, ax) in rows.iter().zip(&mut ax) {
            let grids = Grids::up_to(*ax * growth, row.len());
            let mut total = Total::default();
            for &(u, weight) in row {
                total.add(grids, weight * x[u]);
            }
            *ax = total.value();
        }
        let ratios = ax.iter().zip(&x).map(|(ax, x)| ax / x);
        let (low, high) = ratios.fold((f64::INFINITY, 0.0f64), |(low, high), r| {
            (low.min(r), high.max(r))
        });
        // The bounds hold the eigenvalue; one more round for the vector is free.
        if high - low <= 1e-14 * high && round > 0 {
            return Some((f64::midpoint(low, high), x));
        }
        // Some of x itself keeps a cycle from going round and round; in proportion to the eigenvalue, for cycles
        // of weak ties.
        let kept = KEPT * (low * high).sqrt();
        for (x, ax) in x.iter_mut().zip(&ax) {
            *x = ax + kept * *x;
        }
        // By a power of two, which rounds nothing.
        let scale = power_above(x.iter().copied().fold(0.0, f64::max));
        divide(&mut x, scale);
        growth = (high + kept) / scale;
    }
    None
}

/// Rows among `nodes`, with positions in `nodes` as columns.
fn local_rows(matrix: &Matrix, nodes: &[usize], is_member: impl Fn(usize) -> bool) -> Vec<Vec<(usize, f64)>> {
    let mut position = vec![usize::MAX; matrix.csr.offsets.len() - 1];
    for (at, &v) in nodes.iter().enumerate() {
        position[v] = at;
    }
    nodes
        .iter()
        .map(|&v| {
            let columns = matrix.csr.neighbours(v).iter();
            columns
                .zip(matrix.csr.weights_of(v))
                .filter(|&(&u, _)| is_member(u as usize))
                .map(|(&u, &weight)| (position[u as usize], weight))
                .collect()
        })
        .collect()
}

/// Extends the vector of the leading component to everyone it leads to: x = (A x) / value there. Arcs run from
/// strong components with a higher number to lower ones: each rests on those before it alone.
fn downstream(
    matrix: &Matrix,
    value: f64,
    members: &[Vec<usize>],
    leading: usize,
    vector: &[f64],
) -> Result<Vec<f64>, NoVector> {
    let mut x = vec![0.0; matrix.csr.offsets.len() - 1];
    for (&v, &own) in members[leading].iter().zip(vector) {
        x[v] = own;
    }
    for nodes in members[..leading].iter().rev() {
        let arcs: usize = nodes.iter().map(|&v| matrix.csr.degree(v)).sum();
        let mut rounds = (MOST_WORK / (arcs + nodes.len())).max(1_000);
        // All at once (Jacobi): contracts, as every other component has a smaller eigenvalue.
        loop {
            let next = |&v: &usize| matrix.row_times(v, &x) / value;
            let next: Vec<f64> = nodes.iter().map(next).collect();
            let mut change: f64 = 0.0;
            for (&v, next) in nodes.iter().zip(next) {
                if next != x[v] {
                    change = change.max((next - x[v]).abs() / next.abs().max(f64::MIN_POSITIVE));
                }
                x[v] = next;
            }
            // An actor on its own depends on no other of its component.
            if change <= 1e-15 || nodes.len() == 1 {
                break;
            }
            rounds -= 1;
            if rounds == 0 {
                return Err(NoVector::NotConverged);
            }
        }
    }
    normalise(&mut x);
    Ok(x)
}
