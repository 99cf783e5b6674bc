//! What this device keeps for the page: the browser's storage as a [`Store`].

use web_sys::Storage;

use crate::shelf::{CURRENT, Store, StoreError};

/// The storage of the device; the plan that is open is noted for this window too.
#[derive(Debug, Clone, Copy)]
pub(super) struct Device;

impl Store for Device {
    fn names(&self) -> Result<Vec<String>, StoreError> {
        let storage = local()?;
        let length = storage.length().map_err(|_| StoreError::Blocked)?;
        Ok((0..length).filter_map(|place| storage.key(place).ok().flatten()).collect())
    }

    fn read(&self, name: &str) -> Result<Option<String>, StoreError> {
        if name == CURRENT
            && let Some(own) = session().and_then(|storage| storage.get_item(name).ok().flatten())
        {
            return Ok(Some(own));
        }
        local()?.get_item(name).map_err(|_| StoreError::Blocked)
    }

    fn write(&self, name: &str, text: &str) -> Result<(), StoreError> {
        if name == CURRENT
            && let Some(storage) = session()
        {
            let _ = storage.set_item(name, text);
        }
        // A browser that keeps things refuses only for want of room.
        local()?.set_item(name, text).map_err(|_| StoreError::Full)
    }

    fn remove(&self, name: &str) -> Result<(), StoreError> {
        local()?.remove_item(name).map_err(|_| StoreError::Blocked)
    }
}

/// What says that the plan in the address is newer than the one that is saved.
const UNSAVED: &str = "gyakusan.unsaved";

/// Notes for this window whether the plan in the address found no room on the device.
pub(super) fn set_unsaved(is_unsaved: bool) {
    if let Some(storage) = session() {
        let _ = if is_unsaved { storage.set_item(UNSAVED, "") } else { storage.remove_item(UNSAVED) };
    }
}

/// Whether the plan in the address is newer than the saved one.
pub(super) fn is_unsaved() -> bool {
    session().is_some_and(|storage| matches!(storage.get_item(UNSAVED), Ok(Some(_))))
}

fn local() -> Result<Storage, StoreError> {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    storage.ok_or(StoreError::Blocked)
}

fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}
