//! Plans that are proven: who posts one, and what the chain asks before it carries it out.
//!
//! A plan comes with prices that prove that there is no better one among the pairs which may be, as far as is
//! known. What is not known is what the rules say: to ask them about every pair would take too long. So a plan that
//! is accepted stands as the *candidate*, and the rules are asked about the pairs over which it sends goods. If they
//! forbid one, it is a pair no more, and the candidate is dropped. If they forbid none, the candidate is carried out.
//!
//! Who posts plans that the rules forbid delays nothing by that but for the blocks in which they are asked: whoever
//! asked them before names the pairs that they forbid, as *bars*. Every bar is checked by the question itself, so no
//! false one is entered, and pairs only get fewer.

mod bars;
pub(crate) mod benchmarking;
mod candidate;
mod check;
mod decide;
mod invariants;
mod post_bars;
mod post_plan;
mod types;
mod views;
pub mod worker;

pub(crate) use bars::Answer;
pub use types::{BarList, PlanBars, PostedPlan, PriceList, MAX_BARS, MAX_PLAN_BARS};
