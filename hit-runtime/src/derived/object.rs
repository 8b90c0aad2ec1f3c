//! Objects.

/// A value with members.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` has no members that rules could name",
    label = "has no members that rules could name",
    note = "derive `hit_runtime::Validate` for the type of the object; an entry of a map is `map[\"key\"]`"
)]
pub trait Object<'a> {
    /// References to its members, by their JSON names.
    type View;

    /// The references.
    fn view(&'a self) -> Self::View;
}

/// The members of an object.
#[inline]
pub fn members<'a, T: Object<'a> + ?Sized>(object: &'a T) -> T::View {
    object.view()
}
