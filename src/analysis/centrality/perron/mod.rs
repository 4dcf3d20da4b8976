//! The largest eigenvalue of a network and its vector: shared by eigenvector and Katz centrality.
//!
//! Undirected, each component is solved by Lanczos' method, restarted; directed, each strong component
//! by power iteration on A + s I, which ends when the Collatz-Wielandt bounds meet. Solving by component
//! keeps almost equal eigenvalues of different parts from slowing each other down.
//!
//! Every sum over actors is free of their order ([`crate::analysis::order_free`]), and components are solved in
//! an order that changes nothing.

mod directed;
mod undirected;

use crate::analysis::order_free::{Grid, Grids, Total, sum};
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
        directed::directed(&matrix, network)
    } else {
        undirected::undirected(&matrix, network)
    }
}

fn members(component_of: &[u32], count: usize) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); count];
    for (v, &component) in component_of.iter().enumerate() {
        members[component as usize].push(v);
    }
    members
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
