//! The largest eigenvalue of a network and its vector: shared by eigenvector and Katz centrality.
//!
//! Undirected, each component is solved by Lanczos' method, restarted; directed, each strong component
//! by power iteration on A + I, which ends when the Collatz-Wielandt bounds meet. Solving by component
//! keeps almost equal eigenvalues of different parts from slowing each other down.

use crate::analysis::cohesion::components::{strong_components, weak_components};
use crate::analysis::{Csr, Network};

/// Eigenvalues that differ less are one multiple eigenvalue.
const SAME: f64 = 1e-10;

/// Why there is no eigenvector.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoVector {
    /// No cycle in the network: the largest eigenvalue is 0.
    NoCycle,
    /// Directed: two parts have the same largest eigenvalue, so the vector is not unique.
    NotSimple,
    /// The iteration did not come to rest.
    NotConverged,
}

/// Largest eigenvalue, and its non-negative vector with 2-norm 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Perron {
    pub value: f64,
    pub vector: Result<Vec<f64>, NoVector>,
}

/// A square matrix by rows, with the entries of each row as `(column, value)`.
struct Matrix {
    csr: Csr,
    /// What values were divided by, so that squares cannot overflow.
    scale: f64,
}

impl Matrix {
    /// Row v holds the weights of arcs into v; only weights above 0.
    fn of(network: &Network, weighted: bool) -> Self {
        let inc = &network.inc;
        let scale = if weighted {
            inc.weights.iter().copied().fold(0.0, f64::max)
        } else {
            1.0
        };
        let mut csr = Csr {
            offsets: vec![0],
            ..Csr::default()
        };
        for v in 0..network.n {
            for at in inc.range(v) {
                let value = if weighted { inc.weights[at] / scale } else { 1.0 };
                if value > 0.0 {
                    csr.targets.push(inc.targets[at]);
                    csr.weights.push(value);
                }
            }
            csr.offsets.push(csr.targets.len() as u32);
        }
        Self { csr, scale }
    }

    fn row_times(&self, v: usize, x: &[f64]) -> f64 {
        let columns = self.csr.neighbours(v).iter();
        columns
            .zip(self.csr.weights_of(v))
            .map(|(&u, weight)| weight * x[u as usize])
            .sum()
    }
}

/// Largest eigenvalue of the adjacency matrix of S (weighted: of P) and its vector, for incoming arcs:
/// x(v) is proportional to the sum of x(u) over arcs u -> v.
pub fn perron(network: &Network, weighted: bool) -> Perron {
    let matrix = Matrix::of(network, weighted);
    if network.directed {
        directed(&matrix, network)
    } else {
        undirected(&matrix, network)
    }
}

fn members(component_of: &[u32], count: usize) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); count];
    for (v, &component) in component_of.iter().enumerate() {
        members[component as usize].push(v);
    }
    members
}

fn undirected(matrix: &Matrix, network: &Network) -> Perron {
    let (component_of, count) = weak_components(network);
    let mut best: Vec<(f64, Vec<usize>, Vec<f64>)> = Vec::new();
    let mut largest = 0.0;
    for nodes in members(&component_of, count) {
        if nodes.len() < 2 {
            continue;
        }
        let Some((value, vector)) = lanczos(matrix, &nodes) else {
            return Perron {
                value: largest * matrix.scale,
                vector: Err(NoVector::NotConverged),
            };
        };
        if value > largest * (1.0 + SAME) {
            best.clear();
        }
        if value >= largest * (1.0 - SAME) {
            largest = value.max(largest);
            best.push((value, nodes, vector));
        }
    }
    if largest <= 0.0 {
        return Perron {
            value: 0.0,
            vector: Err(NoVector::NoCycle),
        };
    }
    // A multiple eigenvalue: the projection of the all-ones vector, as power iteration would give.
    let mut whole = vec![0.0; network.n];
    for (_, nodes, vector) in &best {
        let share: f64 = vector.iter().sum();
        for (&v, x) in nodes.iter().zip(vector) {
            whole[v] = x * share;
        }
    }
    normalise(&mut whole);
    Perron {
        value: largest * matrix.scale,
        vector: Ok(whole),
    }
}

fn normalise(x: &mut [f64]) -> f64 {
    let norm = dot(x, x).sqrt();
    if norm > 0.0 {
        for x in x.iter_mut() {
            *x /= norm;
        }
    }
    norm
}

const KRYLOV: usize = 24;
/// So near, relative to the value, a few directions are enough for the rest.
const NEARLY: f64 = 1e-7;
const KRYLOV_AT_LAST: usize = 8;
const RESTARTS: usize = 400;
const RESIDUAL: f64 = 4e-15;

/// Largest eigenvalue and vector of the symmetric matrix of one component.
fn lanczos(matrix: &Matrix, nodes: &[usize]) -> Option<(f64, Vec<f64>)> {
    let mut whole = vec![0.0; matrix.csr.offsets.len() - 1];
    let mut multiply = |x: &[f64]| -> Vec<f64> {
        for (&v, &x) in nodes.iter().zip(x) {
            whole[v] = x;
        }
        nodes.iter().map(|&v| matrix.row_times(v, &whole)).collect()
    };
    let mut x = vec![1.0; nodes.len()];
    normalise(&mut x);
    let mut least = f64::INFINITY;
    let mut stuck = 0;
    for _ in 0..RESTARTS {
        let ax = multiply(&x);
        let value = dot(&x, &ax);
        let residual = x
            .iter()
            .zip(&ax)
            .map(|(x, ax)| (ax - value * x).powi(2))
            .sum::<f64>()
            .sqrt();
        // Rounding ends the descent somewhere near 1e-15; after that it only wanders.
        stuck = if residual < 0.5 * least { 0 } else { stuck + 1 };
        least = least.min(residual);
        if residual <= RESIDUAL * value || (stuck > 3 && residual <= 1e-12 * value) {
            for x in &mut x {
                *x = x.abs();
            }
            return Some((value, x));
        }
        let size = if residual <= NEARLY * value {
            KRYLOV_AT_LAST
        } else {
            KRYLOV
        };
        x = ritz(&x, size.min(nodes.len()), &mut multiply);
    }
    None
}

/// In four sums side by side, in a fixed order: one after another each addition waits for the last.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let (fours_a, rest_a) = a.as_chunks::<4>();
    let (fours_b, rest_b) = b.as_chunks::<4>();
    let mut sums = [0.0; 4];
    for (a, b) in fours_a.iter().zip(fours_b) {
        for lane in 0..4 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    let rest: f64 = rest_a.iter().zip(rest_b).map(|(a, b)| a * b).sum();
    (sums[0] + sums[2]) + (sums[1] + sums[3]) + rest
}

/// The best vector for the largest eigenvalue in the Krylov space of `start`.
fn ritz(start: &[f64], size: usize, multiply: &mut impl FnMut(&[f64]) -> Vec<f64>) -> Vec<f64> {
    let mut basis: Vec<Vec<f64>> = vec![start.to_vec()];
    let (mut diagonal, mut beside) = (Vec::new(), Vec::new());
    for k in 0..size {
        let mut next = multiply(&basis[k]);
        let reach = dot(&next, &next).sqrt();
        diagonal.push(dot(&basis[k], &next));
        // Twice: what rounding leaves of the earlier vectors would grow.
        for _ in 0..2 {
            for row in &basis {
                let part = dot(row, &next);
                for (x, row) in next.iter_mut().zip(row) {
                    *x -= part * row;
                }
            }
        }
        let rest = normalise(&mut next);
        if k + 1 == size || rest <= 1e-13 * reach {
            break;
        }
        beside.push(rest);
        basis.push(next);
    }
    let weights = largest_of_tridiagonal(&diagonal, &beside);
    let mut x = vec![0.0; start.len()];
    for (weight, row) in weights.iter().zip(&basis) {
        for (x, row) in x.iter_mut().zip(row) {
            *x += weight * row;
        }
    }
    normalise(&mut x);
    x
}

/// Vector of the largest eigenvalue of a small symmetric tridiagonal matrix: the eigenvalue by halving
/// what Gershgorin's circles leave, the vector by inverse iteration just above it.
fn largest_of_tridiagonal(diagonal: &[f64], beside: &[f64]) -> Vec<f64> {
    let n = diagonal.len();
    let at = |values: &[f64], i: Option<usize>| i.and_then(|i| values.get(i)).copied().unwrap_or(0.0);
    let reach = |i: usize| at(beside, i.checked_sub(1)) + at(beside, Some(i));
    let mut low = diagonal.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut high = (0..n).map(|i| diagonal[i] + reach(i)).fold(low, f64::max);
    let size = high.abs().max(low.abs()).max(f64::MIN_POSITIVE);
    high += 4.0 * f64::EPSILON * size;
    // Pivots of (shift I - T): all above 0 when the shift is above every eigenvalue.
    let mut pivots = vec![0.0; n];
    let factor = |shift: f64, pivots: &mut [f64]| {
        for i in 0..n {
            let before = if i == 0 {
                0.0
            } else {
                beside[i - 1] * (beside[i - 1] / pivots[i - 1])
            };
            pivots[i] = shift - diagonal[i] - before;
            if pivots[i] <= 0.0 {
                return false;
            }
        }
        true
    };
    while high - low > 2.0 * f64::EPSILON * size {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if factor(middle, &mut pivots) {
            high = middle;
        } else {
            low = middle;
        }
    }
    factor(high, &mut pivots);
    let mut x = vec![1.0; n];
    for _ in 0..3 {
        for i in 1..n {
            x[i] += beside[i - 1] * (x[i - 1] / pivots[i - 1]);
        }
        for i in (0..n).rev() {
            let after = if i + 1 < n { beside[i] * x[i + 1] } else { 0.0 };
            x[i] = (x[i] + after) / pivots[i];
        }
        normalise(&mut x);
    }
    x
}

fn directed(matrix: &Matrix, network: &Network) -> Perron {
    let (component_of, count) = strong_components(network);
    let mut best: Option<(f64, Vec<usize>, Vec<f64>)> = None;
    let mut is_simple = true;
    for nodes in members(&component_of, count) {
        if nodes.len() < 2 {
            continue;
        }
        let Some((value, vector)) = power(matrix, &nodes, &component_of) else {
            return Perron {
                value: best.map_or(0.0, |(value, ..)| value) * matrix.scale,
                vector: Err(NoVector::NotConverged),
            };
        };
        let largest = best.as_ref().map_or(0.0, |(value, ..)| *value);
        if value > largest * (1.0 + SAME) {
            best = Some((value, nodes, vector));
            is_simple = true;
        } else if value >= largest * (1.0 - SAME) {
            is_simple = false;
        }
    }
    let Some((value, nodes, vector)) = best else {
        return Perron {
            value: 0.0,
            vector: Err(NoVector::NoCycle),
        };
    };
    let vector = if is_simple {
        downstream(matrix, network.n, value, &nodes, &vector, &component_of)
    } else {
        Err(NoVector::NotSimple)
    };
    Perron {
        value: value * matrix.scale,
        vector,
    }
}

/// Work allowed for one iteration to come to rest, in arcs.
const MOST_WORK: usize = 400_000_000;

/// Largest eigenvalue and vector within one strong component.
fn power(matrix: &Matrix, nodes: &[usize], component_of: &[u32]) -> Option<(f64, Vec<f64>)> {
    let own = component_of[nodes[0]];
    let rows: Vec<Vec<(usize, f64)>> = local_rows(matrix, nodes, |u| component_of[u] == own);
    let arcs: usize = rows.iter().map(Vec::len).sum();
    let mut x = vec![1.0 / (nodes.len() as f64).sqrt(); nodes.len()];
    for round in 0..(MOST_WORK / (arcs + nodes.len())).max(1_000) {
        let ax: Vec<f64> = rows
            .iter()
            .map(|row| row.iter().map(|&(u, weight)| weight * x[u]).sum())
            .collect();
        let ratios = ax.iter().zip(&x).map(|(ax, x)| ax / x);
        let (low, high) = ratios.fold((f64::INFINITY, 0.0f64), |(low, high), r| {
            (low.min(r), high.max(r))
        });
        // The bounds hold the eigenvalue; one more round for the vector is free.
        if high - low <= 1e-14 * high && round > 0 {
            return Some((f64::midpoint(low, high), x));
        }
        for (x, ax) in x.iter_mut().zip(&ax) {
            *x += ax;
        }
        normalise(&mut x);
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

/// Extends the vector of the leading component to everyone it leads to: x = (A x) / value there.
fn downstream(
    matrix: &Matrix,
    n: usize,
    value: f64,
    nodes: &[usize],
    vector: &[f64],
    component_of: &[u32],
) -> Result<Vec<f64>, NoVector> {
    let mut x = vec![0.0; n];
    for (&v, &own) in nodes.iter().zip(vector) {
        x[v] = own;
    }
    let leading = component_of[nodes[0]];
    let rest: Vec<usize> = (0..n).filter(|&v| component_of[v] != leading).collect();
    let rounds = (MOST_WORK / (matrix.csr.targets.len() + n)).max(1_000);
    for _ in 0..rounds {
        let mut change: f64 = 0.0;
        // Gauss-Seidel: contracts, as every other component has a smaller eigenvalue.
        for &v in &rest {
            let next = matrix.row_times(v, &x) / value;
            if next != x[v] {
                change = change.max((next - x[v]).abs() / next.abs().max(f64::MIN_POSITIVE));
            }
            x[v] = next;
        }
        if change <= 1e-15 {
            normalise(&mut x);
            return Ok(x);
        }
    }
    Err(NoVector::NotConverged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::network;

    #[test]
    fn a_star_has_the_root_of_its_rays() {
        let star = perron(&network(5, false, &[(0, 1), (0, 2), (0, 3), (0, 4)]), false);
        assert!((star.value - 2.0).abs() < 1e-14);
        let vector = star.vector.unwrap();
        assert!((vector[0] - 0.5f64.sqrt()).abs() < 1e-14);
        assert!((vector[1] - 0.125f64.sqrt()).abs() < 1e-14);
    }

    #[test]
    fn without_a_cycle_there_is_no_vector() {
        let chain = perron(&network(3, true, &[(0, 1), (1, 2)]), false);
        assert_eq!((chain.value, chain.vector), (0.0, Err(NoVector::NoCycle)));
    }

    #[test]
    fn two_equal_leaders_give_no_vector() {
        let two = perron(&network(4, true, &[(0, 1), (1, 0), (2, 3), (3, 2)]), false);
        assert_eq!(two.vector, Err(NoVector::NotSimple));
    }
}
