//! The program as its users run it.

mod dea;
mod density;
mod files;
mod program;
