//! Lanczos' method, restarted, for each component of an undirected network.

use super::{Matrix, NoVector, Perron, divide, is_same, members, normalise};
use crate::analysis::Network;
use crate::analysis::cohesion::components::weak_components;
use crate::analysis::order_free::{Grid, Grids, Total, sum};
use crate::numeric::square;

/// The leading vector of all components together.
pub(super) fn undirected(matrix: &Matrix, network: &Network) -> Perron {
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
struct MatrixComponent<'a> {
    matrix: &'a Matrix,
    nodes: &'a [usize],
    /// 2-norms of the rows, and of all entries together: no row, and no product with a vector of norm 1, has
    /// more.
    row_norms: Vec<f64>,
    norm: f64,
    /// A vector by the numbers of the network.
    whole: Vec<f64>,
}

impl<'a> MatrixComponent<'a> {
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
    let mut component = MatrixComponent::new(matrix, nodes);
    let mut x = vec![1.0; nodes.len()];
    normalise(&mut x);
    let mut least = f64::INFINITY;
    let mut stuck = 0;
    for _ in 0..RESTARTS {
        let ax = component.times(&x, Care::Fine);
        let value = dot(&x, &ax, component.norm);
        let residual = sum(x.iter().zip(&ax).map(|(x, ax)| square(ax - value * x))).sqrt();
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
    component: &mut MatrixComponent<'_>,
) -> Vec<f64> {
    let (mut basis, mut next) = (vec![start], times_start);
    let (mut diagonal, mut beside) = (Vec::new(), Vec::new());
    let inner = match care {
        Care::Rough => near_dot,
        Care::Fine => dot,
    };
    for k in 0..size {
        let reach = dot(&next, &next, square(component.norm)).sqrt();
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
        let rest = dot(&next, &next, square(reach)).sqrt();
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
