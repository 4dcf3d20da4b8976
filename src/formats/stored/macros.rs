//! Stored types beside those of the model, field by field and variant by variant.

/// A struct on disk beside one of the model. Both are taken apart by name, without a rest.
macro_rules! stored_struct {
    ($(#[$meta:meta])* $name:ident of $model:ty {
        $($(#[$of_field:meta])* $field:ident: $kind:ty),* $(,)?
    }) => {
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        $(#[$meta])*
        pub struct $name {
            $($(#[$of_field])* pub $field: $kind,)*
        }

        impl $crate::formats::stored::Storable for $model {
            type Stored = $name;

            fn stored(&self) -> $name {
                let Self { $($field),* } = self;
                $name { $($field: $crate::formats::stored::Storable::stored($field),)* }
            }

            fn restored(stored: $name) -> Option<Self> {
                let $name { $($field),* } = stored;
                Some(Self { $($field: $crate::formats::stored::Storable::restored($field)?,)* })
            }
        }
    };
}

/// The name, wherever a type stands for one value.
macro_rules! bound {
    ($name:ident: $kind:ty) => {
        $name
    };
}

/// An enum on disk beside one of the model, with variants that hold nothing, one value, or named values.
macro_rules! stored_enum {
    ($(#[$meta:meta])* $name:ident of $model:ty {
        $(
            $(#[$of_variant:meta])*
            $variant:ident $(($kind:ty))? $({ $($field:ident: $of_field:ty),* $(,)? })?
        ),* $(,)?
    }) => {
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        $(#[$meta])*
        pub enum $name {
            $($(#[$of_variant])* $variant $(($kind))? $({ $($field: $of_field),* })?,)*
        }

        impl $crate::formats::stored::Storable for $model {
            type Stored = $name;

            fn stored(&self) -> $name {
                match self {
                    $(Self::$variant $((bound!(value: $kind)))? $({ $($field),* })? =>
                        $name::$variant
                            $(($crate::formats::stored::Storable::stored(bound!(value: $kind))))?
                            $({ $($field: $crate::formats::stored::Storable::stored($field)),* })?,)*
                }
            }

            fn restored(stored: $name) -> Option<Self> {
                Some(match stored {
                    $($name::$variant $((bound!(value: $kind)))? $({ $($field),* })? =>
                        Self::$variant
                            $(($crate::formats::stored::Storable::restored(bound!(value: $kind))?))?
                            $({ $($field: $crate::formats::stored::Storable::restored($field)?),* })?,)*
                })
            }
        }
    };
}

/// Types of the language and of JSON itself.
macro_rules! stored_as_it_is {
    ($($kind:ty),*) => {$(
        impl Storable for $kind {
            type Stored = Self;

            fn stored(&self) -> Self {
                self.clone()
            }

            fn restored(stored: Self) -> Option<Self> {
                Some(stored)
            }
        }
    )*};
}

/// Numbers that name something.
macro_rules! stored_by {
    ($number:ty: $($kind:ident($at:tt)),*) => {$(
        impl Storable for $kind {
            type Stored = $number;

            fn stored(&self) -> $number {
                self.$at
            }

            fn restored(stored: $number) -> Option<Self> {
                Some(Self(stored))
            }
        }
    )*};
}

/// Texts that name a word.
macro_rules! stored_as_text {
    ($($kind:ident),*) => {$(
        impl Storable for $kind {
            type Stored = String;

            fn stored(&self) -> String {
                self.as_str().to_owned()
            }

            fn restored(stored: String) -> Option<Self> {
                Some(Self::new(&stored))
            }
        }
    )*};
}

/// Fixed words: those of the native file.
macro_rules! stored_by_word {
    ($($kind:ident => $word:ident),*) => {$(
        impl Storable for $kind {
            type Stored = $word;

            fn stored(&self) -> $word {
                (*self).into()
            }

            fn restored(stored: $word) -> Option<Self> {
                Some(stored.into())
            }
        }
    )*};
}
