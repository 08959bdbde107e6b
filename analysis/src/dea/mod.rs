//! # Data envelopment analysis
//!
//! How well does a DMU use what it has, compared with the best that any combination of DMUs
//! achieves? Beds and doctors are *inputs*, visits and discharges *outputs*; a hospital is efficient
//! if no weighted mixture of hospitals gives as much out of less, or more out of as much.
//!
//! ## Programs
//!
//! Each answer is the optimum of a linear program, the *envelopment program* of a DMU, whose inputs
//! are `x₀` and whose outputs are `y₀`:
//!
//! | [`Orientation`] | sought | so that | score |
//! |---|---|---|---|
//! | `Input` | smallest θ | `Σ λ x + s⁻ = θ x₀` and `Σ λ y - s⁺ = y₀` | θ |
//! | `Output` | largest φ | `Σ λ x + s⁻ = x₀` and `Σ λ y - s⁺ = φ y₀` | 1/φ |
//!
//! with weights λ and slacks `s⁻`, `s⁺` that are not negative. What is supposed of [`Returns`] to
//! scale bounds the sum of the weights. Of the three scores that a [`DmuReport`] has, constant
//! returns give CRSTE (Charnes, Cooper and Rhodes), variable returns VRSTE (Banker, Charnes and
//! Cooper), and non-increasing returns tell whether a DMU that is not at its best scale is too
//! large or too small.
//!
//! With the score at its optimum, many solutions may remain. The *second stage* takes the one with
//! the largest weighted sum of slacks ([`SlackWeights`]). Where several have that, slacks are made as
//! large as possible one by one, inputs before outputs in the order of their columns, and then the
//! weights, in the order of the DMUs. A single solution remains, so that everyone who solves the
//! same program reports the same digits.
//!
//! A DMU whose outputs are all zero has no largest φ: zero is any multiple of zero. Its score in
//! output orientation is zero, it has neither slacks nor peers, and no proof is needed beyond the
//! data.
//!
//! ## Proofs
//!
//! A linear program is hard to solve and easy to check. An optimum is determined by its [`Basis`]: a
//! handful of columns, one per row. Who claims an optimum hands in the basis, and the [`Verifier`]
//! solves the small system that it stands for, exactly, in integers; it refuses unless the solution
//! is feasible and no other column would improve it. The order of solutions above is an order of
//! objectives, so this one test, applied to one objective after the other as long as they tie,
//! proves score, slacks and peers together.
//!
//! There is no tolerance. What makes this affordable is that large integers are needed for the small
//! system alone: of the many other columns, nearly all are decided by their leading 29 bits with a
//! bound for the error, and only those within the bound are computed in full.
//!
//! DMUs that are compared with the same others have the same basis. What a basis says of the
//! frontier, its *facet*, depends on the DMU only through the column of the score. A [`Batch`]
//! works out each facet once: the inverse of the system, and which columns tie. Per DMU, there
//! remains one exchange of a column.
//!
//! The same arithmetic offers single steps of the simplex method ([`Verifier::step`]), with which a
//! solver completes what floating point could not settle.
//!
//! ```
//! use salus_analysis::dea::*;
//!
//! // DMU 1 needs twice what DMU 0 needs.
//! let sample = Sample::new(1, 1, &[[1, 1], [2, 1]])?;
//! let model = Model { orientation: Orientation::Input, weights: SlackWeights::Mean };
//! let verifier = Verifier::new(&sample, model);
//! let program = Program { returns: Returns::Constant, stage: Stage::Score };
//!
//! // Columns: two weights, the slack of the input, that of the output, the score.
//! let proof = Basis::try_from(&[0, 4][..])?;
//! assert_eq!(verifier.optimum(1, program, &proof)?.score().rounded(), u128::from(ONE / 2));
//! // Comparing DMU 1 with itself is feasible, but column 0, DMU 0, would improve it.
//! let claim = Basis::try_from(&[1, 4][..])?;
//! assert_eq!(verifier.optimum(1, program, &claim), Err(Refusal::NotOptimal(0)));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```

mod certificate;
mod dual_prices;
mod facet;
mod limbs;
mod matrix;
mod model;
mod program;
mod ratio;
mod report;
mod sample;
mod tableau;
mod verifier;

pub use certificate::{Basis, Certificate, TooManyColumns, MAX_ROWS};
pub use model::{Model, Orientation, Program, Returns, SlackWeights, Stage};
pub use ratio::Ratio;
pub use report::{DmuReport, Means, Peer, ReturnsToScale, Score, Slack, DIGITS, ONE};
pub use sample::{Sample, SampleError, MAX_DMUS, MAX_INPUTS, MAX_OUTPUTS};
pub use verifier::{Batch, Optimum, Refusal, Step, Verifier};
