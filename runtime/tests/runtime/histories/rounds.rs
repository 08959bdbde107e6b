//! Rounds of figures: opened, observed, sealed, proven, or given up.

use super::{afterwards::is_active, dice::Dice, CAST, PROXY};
use crate::chain::Chain;
use pallet_efficiency::{
	ActiveRounds, Call, CertificateBatch, Dmu, Efficiencies, Indicator, IndicatorRole, NextRoundId,
	Roster, RoundSpecification, RoundSpecifications, Rounds, Snapshots, Stage, Values,
};
use salus_analysis::dea::{Basis, Certificate, Model, Orientation, SlackWeights};
use salus_primitives::{RoundId, Text};
use salus_runtime::{presets::cast, Runtime, RuntimeCall, RuntimeOrigin};
use salus_solver::Solver;

const MINUTE: u64 = 60_000;
/// How many rounds a history keeps going at a time.
const ROUNDS: usize = 3;

fn text<const N: u32>(text: &str) -> Text<N> {
	text.try_into().expect("it fits")
}

fn signed(path: &str) -> RuntimeOrigin {
	RuntimeOrigin::signed(cast::account(path))
}

/// How many rounds came to each of [`ENDS`].
pub fn endings() -> [usize; 3] {
	let all: Vec<_> = Rounds::<Runtime>::iter_values().collect();
	ENDS.map(|stage| all.iter().filter(|round| round.stage == stage).count())
}

/// How a round may end.
pub const ENDS: [Stage; 3] = [Stage::Complete, Stage::Cancelled, Stage::Expired];

impl Dice {
	/// A round over the cast, of one input and one output, or of neither.
	fn opening(&mut self, chain: &Chain) -> Call<Runtime> {
		let survey = self.one_in(6);
		let indicator = |name, role| Indicator {
			name: text(name),
			unit: text("persons"),
			decimals: 0,
			role: if survey { IndicatorRole::Descriptive } else { role },
		};
		let indicators = vec![
			indicator("nurses", IndicatorRole::Input),
			indicator("discharges", IndicatorRole::Output),
		];
		let observe_by = chain.now + MINUTE * (1 + self.below(6));
		let specification = RoundSpecification {
			title: text("Wards"),
			note: None,
			indicators: indicators.try_into().expect("they fit"),
			model: Model {
				orientation: self.pick(&[Orientation::Input, Orientation::Output]),
				weights: self.pick(&[SlackWeights::Mean, SlackWeights::Raw]),
			},
			observe_by,
			report_by: observe_by + MINUTE * (60 + self.below(10)),
		};
		// Who is wound up is observed no more.
		let dmus = CAST.iter().map(|(_, id)| *id).filter(|id| is_active(*id)).collect::<Vec<_>>();
		let roster = Roster::Institutions(dmus.try_into().expect("few"));
		Call::open_round { specification, roster }
	}

	fn figures(&mut self) -> Values {
		let mut figure = || (!self.one_in(12)).then(|| self.below(200));
		vec![figure(), figure()].try_into().expect("they fit")
	}

	/// Certificates for some of the DMUs that are not proven.
	fn certificates(
		&mut self,
		id: RoundId,
	) -> Option<CertificateBatch<<Runtime as pallet_efficiency::Config>::MaxBatch>> {
		let round = Rounds::<Runtime>::get(id)?;
		let specification = RoundSpecifications::<Runtime>::get(id)?.specification;
		let snapshot = Snapshots::<Runtime>::get(id)?;
		let sample = snapshot.sample(&specification).ok()?;
		let mut solver = Solver::new(&sample, specification.model);
		let certificates: Vec<(u16, Certificate)> = (0..round.seal?.dmus)
			.filter(|dmu| !Efficiencies::<Runtime>::contains_key(id, dmu))
			.filter(|_| !self.one_in(3))
			.map(|dmu| (dmu, solver.certify(dmu).expect("every DMU has a certificate")))
			.collect();
		Some(CertificateBatch {
			round: id,
			fingerprint: round.seal?.fingerprint,
			size: snapshot.size(&specification),
			certificates: certificates.try_into().expect("few DMUs"),
		})
	}

	/// What comes next for a round, from whom it may come.
	pub fn round_step(&mut self, chain: &Chain) -> Option<(RuntimeOrigin, RuntimeCall)> {
		let active = ActiveRounds::<Runtime>::get().into_inner();
		if active.len() < ROUNDS && self.one_in(2) || active.is_empty() {
			return Some((RuntimeOrigin::root(), self.opening(chain).into()));
		}
		let id = self.pick(&active);
		let round = Rounds::<Runtime>::get(id)?;
		let RoundSpecification { observe_by, report_by, .. } =
			RoundSpecifications::<Runtime>::get(id)?.specification;
		let (origin, call) = match round.stage {
			_ if self.one_in(24) => (RuntimeOrigin::root(), Call::cancel { round: id }),
			// Nothing in it can be sealed, if it is still open.
			Stage::Open if chain.now > report_by && self.one_in(2) => {
				(signed(PROXY), Call::close { round: id })
			}
			// Where nobody was observed, nothing can be sealed.
			Stage::Open if chain.now > observe_by && self.one_in(8) => {
				(RuntimeOrigin::root(), Call::cancel { round: id })
			}
			Stage::Open if chain.now > observe_by => (signed(PROXY), Call::seal { round: id }),
			Stage::Open if self.one_in(8) => (RuntimeOrigin::root(), Call::seal { round: id }),
			Stage::Open => {
				let (path, institution) = self.pick(&CAST);
				let dmu = Dmu::Institution(institution);
				(signed(path), Call::observe { round: id, dmu, values: self.figures() })
			}
			_ if chain.now > report_by => (signed(PROXY), Call::close { round: id }),
			// A third of the rounds nobody proves.
			_ if id.0.is_multiple_of(3) => return None,
			_ => (signed(PROXY), Call::submit_certificates { batch: self.certificates(id)? }),
		};
		Some((origin, call.into()))
	}

	/// Any call about any round, often with a certificate that somebody tampered with.
	pub fn round_call(&mut self, chain: &Chain) -> RuntimeCall {
		let round = RoundId(self.below(u64::from(NextRoundId::<Runtime>::get().0) + 2) as u32);
		let tampered = self.certificates(round).map(|mut batch| {
			if let Some((_, certificate)) = batch.certificates.iter_mut().next() {
				let columns = [self.below(8) as u16, self.below(8) as u16];
				certificate.constant = Basis::try_from(&columns[..]).expect("it is short");
			}
			batch
		});
		match (self.below(6), tampered) {
			(0, _) => self.opening(chain),
			(1, _) => {
				let (_, institution) = self.pick(&CAST);
				let dmu = Dmu::Institution(institution);
				Call::observe { round, dmu, values: self.figures() }
			}
			(2, _) => Call::seal { round },
			(3, _) => Call::cancel { round },
			(4, Some(batch)) => Call::submit_certificates { batch },
			_ => Call::close { round },
		}
		.into()
	}
}
