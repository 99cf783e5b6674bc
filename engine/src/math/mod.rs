//! Special functions; the only door to libm.
