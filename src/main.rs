//! Starts the page in the browser; a worker of the page starts from here too and does nothing until it is given a task.

fn main() {
    #[cfg(target_arch = "wasm32")]
    gyakusan::app::start();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("The page runs in a browser: cargo xtask serve");
}
