//! Efficiency reports and density curves from CSV files.

fn main() {}
