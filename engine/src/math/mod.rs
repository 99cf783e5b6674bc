//! Special functions in plain `f64`, the same to the last bit on every machine, and the only door to `libm`.
//!
//! Only IEEE arithmetic, square roots and `libm` are used, so x86-64 and wasm32 agree. Every function returns for
//! every input: outside its domain the answer is NaN, and every loop has a cap.

mod beta;
mod beta_inverse;
mod double;
mod elementary;
mod exponential;
mod gamma;
mod gamma_inverse;
mod logarithm;
mod newton;
mod normal;
mod quadrature;
mod root;
mod sorted;
mod stirling;

pub use beta::{beta_i, beta_i_complement, ln_beta};
pub use beta_inverse::beta_i_inverse;
pub use elementary::{exp, expm1, ln, ln_1p, log10, pow};
pub use gamma::{gamma_p, gamma_p_and_shortfall, gamma_q, gamma_shortfall, ln_gamma};
pub use gamma_inverse::gamma_p_inverse;
pub use normal::{normal_cdf, normal_quantile};
pub use root::{NoRoot, find_root};
pub use sorted::sorted;

/// The largest shape parameter of the gamma and beta functions; beyond it their answer is NaN.
pub const LARGEST_SHAPE: f64 = 1e15;

/// The smallest shape parameter of the gamma and beta functions; below it their answer is NaN.
pub const SMALLEST_SHAPE: f64 = 1e-15;

/// Whether a shape parameter is inside the domain of the gamma and beta functions.
fn is_shape(a: f64) -> bool {
    (SMALLEST_SHAPE..=LARGEST_SHAPE).contains(&a)
}
