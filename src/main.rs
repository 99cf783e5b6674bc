//! Page.
fn main(){}
