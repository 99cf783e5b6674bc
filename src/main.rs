//! The program of the page and of its workers. It does nothing by itself: boot.js calls the way into what is shown, and a
//! worker is given tasks.

/// The ways in are there because the library is.
#[cfg(target_arch = "wasm32")]
use gyakusan as _;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("The page runs in a browser: cargo xtask serve");
}
