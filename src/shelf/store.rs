//! Where plans are saved: names and texts, with the ways in which browsers refuse.

/// A place that keeps texts by name, on this device.
pub trait Store {
    /// Every name.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where nothing is kept here.
    fn names(&self) -> Result<Vec<String>, StoreError>;

    /// The text of a name; `None` where there is none.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where nothing is kept here.
    fn read(&self, name: &str) -> Result<Option<String>, StoreError>;

    /// Keeps a text, in the place of the one with this name.
    ///
    /// # Errors
    /// See [`StoreError`]; the text before stays.
    fn write(&self, name: &str, text: &str) -> Result<(), StoreError>;

    /// Forgets a text.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where nothing is kept here.
    fn remove(&self, name: &str) -> Result<(), StoreError>;
}

/// Why something is not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreError {
    /// The browser keeps nothing for this page.
    Blocked,
    /// There is no room left.
    Full,
}
