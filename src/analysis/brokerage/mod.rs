//! Who stands between others: roles between groups, and gaps between contacts.

mod bridging;
pub mod descriptors;
pub mod gould_fernandez;
mod gould_fernandez_counts;
pub mod gould_fernandez_expected;
pub mod participation;
pub mod structural_holes;
pub mod triples;

pub use bridging::bridging;
pub use gould_fernandez::{Brokerage, NetworkBrokerage, Role, RoleCounts, gould_fernandez};
pub use participation::{participation, within_module_z};
pub use structural_holes::{Extent, StructuralHoles, structural_holes};
pub use triples::{Triple, triples};
