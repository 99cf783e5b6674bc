//! Asks the linker to say which code refers to which data: `cargo xtask build` divides the program by it.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let of = |name: &str| std::env::var(name).unwrap_or_default();
    if of("CARGO_CFG_TARGET_ARCH") == "wasm32" && of("PROFILE") == "release" {
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
}
