//! What a view makes of the whole board: made anew when what it is made from has changed, and not in every frame.

use std::sync::Arc;

use egui::{Context, Id};

use crate::edit::Document;

/// What was made last, and from what.
struct Kept<Key, T> {
    from: Arc<Key>,
    made: Arc<T>,
}

impl<Key, T> Clone for Kept<Key, T> {
    fn clone(&self) -> Self {
        Self {
            from: Arc::clone(&self.from),
            made: Arc::clone(&self.made),
        }
    }
}

/// What `make` made for this `slot` when it was last asked with the same `key`; made now where that is not so. Equal
/// keys must give equal answers.
pub fn made_once<Key, T>(ctx: &Context, slot: Id, key: Key, make: impl FnOnce() -> T) -> Arc<T>
where
    Key: PartialEq + Send + Sync + 'static,
    T: Send + Sync + 'static,
{
    let known: Option<Kept<Key, T>> = ctx.data(|data| data.get_temp(slot));
    if let Some(known) = known.filter(|known| *known.from == key) {
        return known.made;
    }
    let made = Arc::new(make());
    let kept = Kept {
        from: Arc::new(key),
        made: Arc::clone(&made),
    };
    ctx.data_mut(|data| data.insert_temp(slot, kept));
    made
}

/// Which document, and which state of it: for what follows from all of it.
pub fn content_key(document: &Document) -> (u64, u64) {
    (document.serial(), document.revision().content)
}

/// The same, for what has nothing to do with places.
pub fn key_beyond_places(document: &Document) -> (u64, u64) {
    (document.serial(), document.revision().beyond_places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_made_once_for_the_same_and_anew_for_another() {
        let ctx = Context::default();
        let ask = |slot: &'static str, key: u32, answer: u32| *made_once(&ctx, Id::new(slot), key, || answer);
        assert_eq!([ask("a", 1, 10), ask("a", 1, 11), ask("b", 1, 12)], [10, 10, 12]);
        assert_eq!([ask("a", 2, 13), ask("a", 1, 14)], [13, 14]);
    }
}
