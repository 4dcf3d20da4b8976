//! Whether the arrows of a component are followed along them or against them.
//!
//! Betweenness counts the same paths either way, but rounds on other numbers. So the component itself decides, by a
//! fingerprint that knows no order of actors: turning every arrow turns the decision as well, and not a bit of any
//! figure changes.

use crate::analysis::{Csr, Network};
use std::borrow::Cow;

/// Rounds of looking at neighbours of neighbours: more than it takes to tell real networks from their mirror image.
const ROUNDS: usize = 3;

/// Per component, whether its paths are followed against the arrows. One that looks the same both ways is followed
/// along them. `scales` are their largest weights; only proportions count. O(n + m).
pub(super) fn turned(network: &Network, part_of: &[u32], scales: Option<&[f64]>) -> Vec<bool> {
    let parts = part_of.iter().max().map_or(0, |last| *last as usize + 1);
    if !network.directed {
        return vec![false; parts];
    }
    let weight = |v: usize, weight: f64| scales.map_or(1.0, |scales| weight / scales[part_of[v] as usize]);
    let fingerprints = |out: &Csr, inc: &Csr| {
        let mut sums = vec![0u64; parts];
        for (colour, &part) in colours(out, inc, weight).into_iter().zip(part_of) {
            let sum = &mut sums[part as usize];
            *sum = sum.wrapping_add(mixed(colour, 0));
        }
        sums
    };
    let along = fingerprints(&network.out, &network.inc);
    let against = fingerprints(&network.inc, &network.out);
    against
        .iter()
        .zip(along)
        .map(|(against, along)| *against < along)
        .collect()
}

/// The arcs as they are followed, by where they start and by where they end.
pub(super) fn followed(network: &Network, is_turned: impl Fn(usize) -> bool) -> [Cow<'_, Csr>; 2] {
    let (out, inc) = (&*network.out, &*network.inc);
    let turned = (0..network.n).filter(|&v| is_turned(v)).count();
    if turned == 0 {
        [Cow::Borrowed(out), Cow::Borrowed(inc)]
    } else if turned == network.n {
        [Cow::Borrowed(inc), Cow::Borrowed(out)]
    } else {
        let mixture = |rows: &Csr, turned_rows: &Csr| {
            Cow::Owned(Csr::of_rows(network.n, |v| {
                if is_turned(v) { turned_rows } else { rows }
            }))
        };
        [mixture(out, inc), mixture(inc, out)]
    }
}

/// What nodes look like, up to their neighbours of neighbours of neighbours.
fn colours(out: &Csr, inc: &Csr, weight: impl Fn(usize, f64) -> f64) -> Vec<u64> {
    let n = out.offsets.len() - 1;
    let (mut colours, mut next) = (vec![1; n], vec![0; n]);
    for _ in 0..ROUNDS {
        for (v, next) in next.iter_mut().enumerate() {
            let [forth, back] = [out, inc].map(|rows| {
                let ends = rows.neighbours(v).iter().zip(rows.weights_of(v));
                ends.fold(0u64, |sum, (&w, &own)| {
                    sum.wrapping_add(mixed(colours[w as usize], weight(v, own).to_bits()))
                })
            });
            *next = mixed(mixed(colours[v], forth), back);
        }
        std::mem::swap(&mut colours, &mut next);
    }
    colours
}

/// The finaliser of SplitMix64 (Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195), for two numbers.
fn mixed(a: u64, b: u64) -> u64 {
    let mut bits = a.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ b.wrapping_add(0x6A09_E667_F3BC_C909);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::cohesion::components::weak_components;
    use crate::analysis::generate::{self, GeneratedWeights};
    use crate::analysis::{Link, Network};

    fn links(network: &Network) -> Vec<Link> {
        network.pairs.iter().map(Link::from).collect()
    }

    fn of(network: &Network, weighted: bool) -> Vec<bool> {
        let (part_of, count) = weak_components(network);
        turned(network, &part_of, weighted.then_some(&vec![9.0; count]))
    }

    fn mirrored(network: &Network) -> Network {
        let mut links = links(network);
        links
            .iter_mut()
            .for_each(|link| std::mem::swap(&mut link.source, &mut link.target));
        Network::from_links(network.n, true, &links).unwrap()
    }

    #[test]
    fn a_network_and_its_mirror_image_are_followed_over_the_same_arcs() {
        for seed in 0..20 {
            let network = generate::network(30, 160, true, GeneratedWeights::Digits, seed);
            let mirrored = mirrored(&network);
            for weighted in [false, true] {
                let (forth, back) = (of(&network, weighted), of(&mirrored, weighted));
                assert_ne!(forth[0], back[0], "{seed}");
                let arcs = |network, turned: Vec<bool>| {
                    followed(network, |_| turned[0])[0].clone().into_owned().targets
                };
                assert_eq!(arcs(&network, forth), arcs(&mirrored, back));
            }
        }
    }

    #[test]
    fn each_component_decides_for_itself() {
        let network = generate::network(30, 160, true, GeneratedWeights::Digits, 4);
        let mut both = links(&network);
        let n = network.n as u32;
        both.extend(links(&mirrored(&network)).into_iter().map(|link| Link {
            source: link.source + n,
            target: link.target + n,
            ..link
        }));
        let both = Network::from_links(2 * network.n, true, &both).unwrap();
        let turned = of(&both, true);
        assert_eq!(turned.len(), 2);
        assert_ne!(turned[0], turned[1]);
        let [out, inc] = followed(&both, |v| turned[usize::from(v >= network.n)]);
        for v in 0..network.n {
            let shifted: Vec<u32> = out.neighbours(v).iter().map(|w| w + n).collect();
            assert_eq!(out.neighbours(v + network.n), shifted);
            assert_eq!(inc.degree(v), inc.degree(v + network.n));
        }
    }
}
