//! Data envelopment analysis.

mod certificate;
mod matrix;
mod model;
mod prices;
mod program;
mod ratio;
mod report;
mod sample;
mod verifier;

pub use certificate::{Basis, Certificate, TooManyColumns, MAX_ROWS};
pub use model::{Model, Orientation, Program, Returns, SlackWeights, Stage};
pub use ratio::Ratio;
pub use report::{Means, Peer, ReturnsToScale, Score, Slack, UnitReport, DIGITS, ONE};
pub use sample::{Sample, SampleError, MAX_INPUTS, MAX_OUTPUTS, MAX_UNITS};
pub use verifier::{Optimum, Refusal, Step, Verifier};
