//! The largest eigenvalue of a network and its vector: shared by eigenvector and Katz centrality.
//!
//! Undirected, each component is solved by Lanczos' method, restarted; directed, each strong component
//! by power iteration on A + s I, which ends when the Collatz-Wielandt bounds meet. Solving by component
//! keeps almost equal eigenvalues of different parts from slowing each other down.
//!
//! Every sum over actors is free of their order ([`crate::analysis::order_free`]), and components are solved in
//! an order that changes nothing.

use crate::analysis::cohesion::components::{strong_components, weak_components};
use crate::analysis::order_free::{Grid, Grids, Total, power_above, sum};
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
        let terms = columns.zip(self.csr.weights_of(v));
        sum(terms.map(|(&u, weight)| weight * x[u as usize]))
    }

    /// The same, of `x` with 2-norm 1 and a row of 2-norm `norm`: no part of the sum is larger.
    fn row_times_unit(&self, v: usize, norm: f64, x: &[f64]) -> f64 {
        let (columns, odd_column) = self.csr.neighbours(v).as_chunks::<2>();
        let (weights, odd_weight) = self.csr.weights_of(v).as_chunks::<2>();
        let grids = Grids::up_to(norm, self.csr.degree(v));
        let mut totals = [Total::default(); 2];
        for (columns, weights) in columns.iter().zip(weights) {
            for lane in 0..2 {
                totals[lane].add(grids, weights[lane] * x[columns[lane] as usize]);
            }
        }
        let [mut total, other] = totals;
        for (&column, weight) in odd_column.iter().zip(odd_weight) {
            total.add(grids, weight * x[column as usize]);
        }
        total.join(other);
        total.value()
    }

    /// The same within 2^-50 of `norm` per term.
    fn row_times_unit_roughly(&self, v: usize, norm: f64, x: &[f64]) -> f64 {
        let grid = Grid::up_to(norm);
        let columns = self.csr.neighbours(v).iter();
        let terms = columns.zip(self.csr.weights_of(v));
        terms.map(|(&u, weight)| grid.snap(weight * x[u as usize])).sum()
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
    let mut found: Vec<(f64, Vec<usize>, Vec<f64>)> = Vec::new();
    let mut is_at_rest = true;
    for nodes in members(&component_of, count) {
        if nodes.len() < 2 {
            continue;
        }
        match lanczos(matrix, &nodes) {
            Some((value, vector)) => found.push((value, nodes, vector)),
            None => is_at_rest = false,
        }
    }
    let largest = found.iter().map(|(value, ..)| *value).fold(0.0, f64::max);
    let none = |why| Perron {
        value: largest * matrix.scale,
        vector: Err(why),
    };
    if !is_at_rest {
        return none(NoVector::NotConverged);
    }
    if largest <= 0.0 {
        return none(NoVector::NoCycle);
    }
    // A multiple eigenvalue: the projection of the all-ones vector, as power iteration would give.
    let mut whole = vec![0.0; network.n];
    for (_, nodes, vector) in found.iter().filter(|(value, ..)| is_same(*value, largest)) {
        let share = sum(vector.iter().copied());
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

/// Whether an eigenvalue is one with the largest.
fn is_same(value: f64, largest: f64) -> bool {
    value >= largest * (1.0 - SAME)
}

/// To 2-norm 1, near the exact one.
fn normalise(x: &mut [f64]) {
    divide(x, sum(x.iter().map(|x| x * x)).sqrt());
}

fn divide(x: &mut [f64], norm: f64) {
    if norm > 0.0 {
        for x in x.iter_mut() {
            *x /= norm;
        }
    }
}

const KRYLOV: usize = 24;
/// So near, relative to the value, a few directions are enough for the rest.
const NEARLY: f64 = 1e-7;
const KRYLOV_AT_LAST: usize = 8;
const RESTARTS: usize = 400;
const RESIDUAL: f64 = 4e-15;

/// How exact the search for a better vector is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Care {
    /// For the way there: within about 1e-14.
    Rough,
    /// For the last bits.
    Fine,
}

/// One component of a symmetric matrix.
struct Component<'a> {
    matrix: &'a Matrix,
    nodes: &'a [usize],
    /// 2-norms of the rows, and of all entries together: no row, and no product with a vector of norm 1, has
    /// more.
    row_norms: Vec<f64>,
    norm: f64,
    /// A vector by the numbers of the network.
    whole: Vec<f64>,
}

impl<'a> Component<'a> {
    fn new(matrix: &'a Matrix, nodes: &'a [usize]) -> Self {
        let squares = |v: usize| sum(matrix.csr.weights_of(v).iter().map(|weight| weight * weight));
        let of_rows: Vec<f64> = nodes.iter().map(|&v| squares(v)).collect();
        Self {
            matrix,
            nodes,
            norm: sum(of_rows.iter().copied()).sqrt(),
            row_norms: of_rows.iter().map(|squares| squares.sqrt()).collect(),
            whole: vec![0.0; matrix.csr.offsets.len() - 1],
        }
    }

    /// A x, for `x` with 2-norm 1.
    fn times(&mut self, x: &[f64], care: Care) -> Vec<f64> {
        for (&v, &x) in self.nodes.iter().zip(x) {
            self.whole[v] = x;
        }
        let (matrix, x) = (self.matrix, &self.whole);
        let rows = self.nodes.iter().zip(&self.row_norms);
        match care {
            Care::Rough => rows
                .map(|(&v, &norm)| matrix.row_times_unit_roughly(v, norm, x))
                .collect(),
            Care::Fine => rows
                .map(|(&v, &norm)| matrix.row_times_unit(v, norm, x))
                .collect(),
        }
    }
}

/// Largest eigenvalue and vector of the symmetric matrix of one component.
fn lanczos(matrix: &Matrix, nodes: &[usize]) -> Option<(f64, Vec<f64>)> {
    let mut component = Component::new(matrix, nodes);
    let mut x = vec![1.0; nodes.len()];
    normalise(&mut x);
    let mut least = f64::INFINITY;
    let mut stuck = 0;
    for _ in 0..RESTARTS {
        let ax = component.times(&x, Care::Fine);
        let value = dot(&x, &ax, component.norm);
        let residual = sum(x.iter().zip(&ax).map(|(x, ax)| (ax - value * x).powi(2))).sqrt();
        // Rounding ends the descent somewhere near 1e-14; after that it stands still or wanders.
        let stands_still = residual > 0.99 * least;
        stuck = if residual < 0.5 * least { 0 } else { stuck + 1 };
        least = least.min(residual);
        let is_near = residual <= 1e-12 * value;
        if residual <= RESIDUAL * value || is_near && (stands_still || stuck > 3) {
            for x in &mut x {
                *x = x.abs();
            }
            return Some((value, x));
        }
        let (size, care) = if residual <= NEARLY * value {
            (KRYLOV_AT_LAST, Care::Fine)
        } else {
            (KRYLOV, Care::Rough)
        };
        x = ritz(x, ax, size.min(nodes.len()), care, &mut component);
    }
    None
}

/// Within 2^-50 of `bound` per term; else as [`dot`].
fn near_dot(a: &[f64], b: &[f64], bound: f64) -> f64 {
    let grid = Grid::up_to(bound);
    let (fours_a, rest_a) = a.as_chunks::<4>();
    let (fours_b, rest_b) = b.as_chunks::<4>();
    let mut sums = [0.0; 4];
    for (a, b) in fours_a.iter().zip(fours_b) {
        for lane in 0..4 {
            sums[lane] += grid.snap(a[lane] * b[lane]);
        }
    }
    let rest: f64 = rest_a.iter().zip(rest_b).map(|(a, b)| grid.snap(a * b)).sum();
    sums.iter().sum::<f64>() + rest
}

/// Of vectors the product of whose 2-norms is not above `bound`. In four totals side by side: one after another
/// each addition waits for the last.
fn dot(a: &[f64], b: &[f64], bound: f64) -> f64 {
    let grids = Grids::up_to(bound, a.len());
    let (fours_a, rest_a) = a.as_chunks::<4>();
    let (fours_b, rest_b) = b.as_chunks::<4>();
    let mut totals = [Total::default(); 4];
    for (a, b) in fours_a.iter().zip(fours_b) {
        for lane in 0..4 {
            totals[lane].add(grids, a[lane] * b[lane]);
        }
    }
    let [mut total, others @ ..] = totals;
    for (a, b) in rest_a.iter().zip(rest_b) {
        total.add(grids, a * b);
    }
    others.into_iter().for_each(|other| total.join(other));
    total.value()
}

/// The best vector for the largest eigenvalue in the Krylov space of `start`, whose product is `times_start`.
fn ritz(
    start: Vec<f64>,
    times_start: Vec<f64>,
    size: usize,
    care: Care,
    component: &mut Component<'_>,
) -> Vec<f64> {
    let (mut basis, mut next) = (vec![start], times_start);
    let (mut diagonal, mut beside) = (Vec::new(), Vec::new());
    let inner = match care {
        Care::Rough => near_dot,
        Care::Fine => dot,
    };
    for k in 0..size {
        let reach = dot(&next, &next, component.norm.powi(2)).sqrt();
        diagonal.push(inner(&basis[k], &next, reach));
        // In exact numbers only the last two have a part in it. What rounding leaves of the others grows: that
        // is for the end.
        let last_two = basis[k.saturating_sub(1)..].iter();
        let others = if care == Care::Fine { &basis[..] } else { &[] };
        for row in last_two.chain(others) {
            let part = near_dot(row, &next, reach);
            for (x, row) in next.iter_mut().zip(row) {
                *x -= part * row;
            }
        }
        let rest = dot(&next, &next, reach.powi(2)).sqrt();
        if k + 1 == size || rest <= 1e-13 * reach {
            break;
        }
        divide(&mut next, rest);
        beside.push(rest);
        let times_next = component.times(&next, care);
        basis.push(std::mem::replace(&mut next, times_next));
    }
    let weights = largest_of_tridiagonal(&diagonal, &beside);
    let mut x = vec![0.0; next.len()];
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
            // One on its own depends on nobody of its component.
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
