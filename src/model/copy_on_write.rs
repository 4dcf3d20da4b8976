//! What several hold at once: handing it on costs nothing, whatever its size. It is copied only when somebody changes
//! it while others hold it, and every such copy is counted for its thread: the interface must never copy a whole board.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use crate::tally;

/// A value that is shared until it is changed.
#[derive(Debug, Default)]
pub struct CopyOnWrite<T>(Arc<T>);

impl<T> CopyOnWrite<T> {
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T: Clone> CopyOnWrite<T> {
    /// The value itself: a copy when others hold it too.
    pub fn into_inner(self) -> T {
        Arc::try_unwrap(self.0).unwrap_or_else(|held| copy(&held))
    }
}

fn copy<T: Clone>(held: &T) -> T {
    tally::add(|done| done.copies += 1);
    held.clone()
}

impl<T> From<T> for CopyOnWrite<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T> Clone for CopyOnWrite<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Deref for CopyOnWrite<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Clone> DerefMut for CopyOnWrite<T> {
    fn deref_mut(&mut self) -> &mut T {
        if Arc::get_mut(&mut self.0).is_none() {
            self.0 = Arc::new(copy(&*self.0));
        }
        Arc::get_mut(&mut self.0).expect("nobody else holds it now")
    }
}

impl<T: PartialEq> PartialEq for CopyOnWrite<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_copied_once_when_it_is_changed_and_only_while_others_hold_it() {
        let mut mine = CopyOnWrite::new(vec![1, 2, 3]);
        let copied_here = || tally::here().copies;
        let before = copied_here();
        mine.push(4);
        assert_eq!(copied_here(), before);
        let theirs = mine.clone();
        mine.push(5);
        mine.push(6);
        assert_eq!(copied_here(), before + 1);
        assert_eq!((mine.len(), theirs.len()), (6, 4));
        drop(theirs);
        assert_eq!(mine.into_inner().len(), 6);
        assert_eq!(copied_here(), before + 1);
    }
}
