//! Small pieces that several views use.

mod department;
mod icon;
mod input;
mod label;
mod rail;
mod sentence;

pub(super) use department::{DepartmentLabel, style_name};
pub(super) use icon::Icon;
pub(super) use input::{FieldError, FieldInput};
pub(super) use label::LongOrShort;
pub(super) use rail::Rail;
pub(super) use sentence::SentenceText;
