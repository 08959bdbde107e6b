//! Emergencies: declared in haste and by vote, ratified in time and late, prolonged, called off, closed and
//! forgotten, while the clock ends them; and standing orders that are bound to them.

use super::{afterwards::is_active, apt::key, dice::Dice, matching::HOURS, CAST, PROXY};
use crate::{chain::Chain, claims::MASKS};
use pallet_emergencies::{
	Call, Covers, Declaration, Emergencies, Emergency, Hasty, NextEmergencyId,
};
use pallet_needs::{OrderBounds, Orders};
use salus_primitives::{
	time::DAY, ClassId, EmergencyId, Geography, Matter, Moment, OrderId, RegionCode, Severity,
	Trail,
};
use salus_runtime::{
	configs::governance::CouncilCollective, presets::cast, Registry, Runtime, RuntimeCall,
	RuntimeOrigin, Supervision,
};

/// For how long after its end the council is bound by what nobody ratified, where an hour of a track lasts a
/// second: seven days.
const COOLING: Moment = 168_000;

/// The country, and the regions of the cast.
const REGIONS: [&str; 4] = ["CN", "CN-HB", "CN-SH", "CN-ZJ"];

type Step = (RuntimeOrigin, RuntimeCall);

/// How often something came about.
#[derive(Clone, Copy, Debug, Default)]
pub struct Declared {
	declared: usize,
	called_off: usize,
	prolonged: usize,
	/// Ratified, in its term or behind it.
	ratified: usize,
	/// Ended for good, as nobody had ratified it.
	lapsed: usize,
	closed: usize,
	orders_bound: usize,
	/// Looks at which something was in force, and at which something was out of force by its term alone.
	seen_in_force: usize,
	seen_out_of_term: usize,
}

impl Declared {
	/// Counts a call that was carried out.
	pub fn count(&mut self, call: &RuntimeCall) {
		let counter = match call {
			RuntimeCall::Emergencies(Call::declare { .. }) => &mut self.declared,
			RuntimeCall::Emergencies(Call::call_off { .. }) => &mut self.called_off,
			RuntimeCall::Emergencies(Call::prolong { .. }) => &mut self.prolonged,
			RuntimeCall::Emergencies(Call::close { .. }) => &mut self.closed,
			RuntimeCall::Ratification(pallet_ratification::Call::ratify {
				matter: Matter::Emergency(_),
			}) => &mut self.ratified,
			RuntimeCall::Ratification(pallet_ratification::Call::lapse {
				matter: Matter::Emergency(_),
			}) => &mut self.lapsed,
			RuntimeCall::Needs(pallet_needs::Call::bind_order { during: Some(_), .. }) => {
				&mut self.orders_bound
			}
			_ => return,
		};
		*counter += 1;
	}

	/// What the chain says to be in force is the gravest of what covers a region or one that it is a part of,
	/// and has neither been ended nor run out of its time or its term.
	pub fn look(&mut self, now: Moment) {
		let covers: Vec<_> = Covers::<Runtime>::iter()
			.map(|(region, class, id)| {
				let emergency = Emergencies::<Runtime>::get(id).expect("what covers is stored");
				(region, class, emergency)
			})
			.collect();
		let in_force = |emergency: &Emergency| {
			let is_out_of_term = matches!(
				emergency.hasty, Hasty::Pending { ratify_by } if ratify_by <= now
			);
			emergency.ended.is_none() && emergency.declaration.until > now && !is_out_of_term
		};
		for region in REGIONS.map(code) {
			let around = <Registry as Geography>::lineage(&region);
			for class in [MASKS, HOURS] {
				let counting = covers.iter().filter(|(of, what, emergency)| {
					around.contains(of) && *what == class && in_force(emergency)
				});
				let expected =
					counting.map(|(_, _, emergency)| emergency.declaration.severity).max();
				let told = <salus_runtime::Emergencies as salus_primitives::Emergencies>::severity(
					&region, class,
				);
				assert_eq!(told, expected, "{region:?}, {class:?}");
				self.seen_in_force += usize::from(told.is_some());
			}
		}
		let is_out_of_term = |emergency: &Emergency| {
			emergency.is_pending() && !emergency.is_over(now) && !in_force(emergency)
		};
		let all = Emergencies::<Runtime>::iter_values();
		self.seen_out_of_term += all.filter(is_out_of_term).count();
	}

	/// Each of the counts.
	pub fn counts(&self) -> [usize; 9] {
		let Self {
			declared,
			called_off,
			prolonged,
			ratified,
			lapsed,
			closed,
			orders_bound,
			seen_in_force,
			seen_out_of_term,
		} = *self;
		[
			declared,
			called_off,
			prolonged,
			ratified,
			lapsed,
			closed,
			orders_bound,
			seen_in_force,
			seen_out_of_term,
		]
	}
}

fn code(code: &str) -> RegionCode {
	RegionCode::try_from(code).expect("a code")
}

fn by_council(call: impl Into<RuntimeCall>) -> Step {
	let carried = pallet_collective::RawOrigin::<_, CouncilCollective>::Members(3, 5);
	(carried.into(), call.into())
}

fn by_assembly(call: impl Into<RuntimeCall>) -> Step {
	(pallet_assembly::Origin::Emergency.into(), call.into())
}

fn by_anybody(call: impl Into<RuntimeCall>) -> Step {
	(RuntimeOrigin::signed(cast::account(PROXY)), call.into())
}

/// Whether the council is bound by an emergency.
fn binds_council(emergency: &Emergency, now: Moment) -> bool {
	match emergency.hasty {
		Hasty::Pending { ratify_by } => {
			ratify_by.min(emergency.declaration.until).saturating_add(COOLING) > now
		}
		Hasty::No | Hasty::Ratified => false,
	}
}

impl Dice {
	fn some_emergency(&mut self) -> EmergencyId {
		let next = NextEmergencyId::<Runtime>::get().0;
		EmergencyId(self.below(u64::from(next).saturating_add(1)) as u32)
	}

	/// One of those emergencies that fit.
	fn emergency(
		&mut self,
		fits: impl Fn(EmergencyId, &Emergency) -> bool,
	) -> Option<(EmergencyId, Emergency)> {
		let mut fitting: Vec<_> =
			Emergencies::<Runtime>::iter().filter(|(id, emergency)| fits(*id, emergency)).collect();
		fitting.sort_by_key(|(id, _)| *id);
		self.pick_one(&fitting)
	}

	fn severity(&mut self) -> Severity {
		self.pick(&[Severity::General, Severity::Major, Severity::Serious, Severity::Extreme])
	}

	/// A shortage that nobody has declared where it is declared now.
	fn declare_step(&mut self, now: Moment) -> Option<Step> {
		let class = self.pick(&[MASKS, HOURS]);
		let all: Vec<_> = Emergencies::<Runtime>::iter_values()
			.filter(|emergency| emergency.declaration.classes.contains(&class))
			.collect();
		let is_free = |region: &RegionCode| {
			let mut in_force = all.iter().filter(|emergency| emergency.is_in_force(now));
			!in_force.any(|emergency| emergency.declaration.regions.contains(region))
		};
		let free = REGIONS.map(code).into_iter().filter(is_free);
		let regions = vec![self.pick_sorted(free)?].try_into().expect("one region fits");
		let classes = vec![class].try_into().expect("one class fits");
		let until = now + self.pick(&[60_000, 600_000, 20 * DAY]);
		let declaration = Declaration { regions, classes, severity: self.severity(), until };
		let is_bound = all.iter().any(|emergency| binds_council(emergency, now));
		let call = Call::declare { declaration };
		Some(if is_bound { by_assembly(call) } else { by_council(call) })
	}

	/// A standing order of the cast is bound, or freed.
	fn bind_step(&mut self) -> Option<Step> {
		let is_of_cast = |who| CAST.iter().any(|(_, member)| *member == who) && is_active(who);
		let orders = Orders::<Runtime>::iter()
			.filter(|(_, order)| order.ended.is_none() && is_of_cast(order.institution))
			.map(|(id, order)| (id, order.institution));
		let (order, institution) = self.pick_sorted(orders)?;
		let during = match OrderBounds::<Runtime>::get(order) {
			Some(_) => None,
			None => Some(self.severity()),
		};
		let call = pallet_needs::Call::bind_order { order, during };
		Some((RuntimeOrigin::signed(cast::account(key(institution))), call.into()))
	}

	/// A step about an emergency, about an order that waits for one, or about an allocation.
	pub fn emergency_step(&mut self, chain: &Chain) -> Option<Step> {
		let now = chain.now;
		let step = match self.below(14) {
			0 => {
				let (emergency, found) = self.emergency(|_, one| one.is_in_force(now))?;
				let call = Call::call_off { emergency };
				let is_councils = found.is_pending() && self.one_in(2);
				if is_councils {
					by_council(call)
				} else {
					by_assembly(call)
				}
			}
			1 => {
				let most = now + 30 * DAY;
				let (emergency, found) = self.emergency(|_, one| {
					one.is_in_force(now) && !one.is_pending() && one.declaration.until < most
				})?;
				let more = 1 + self.below(most - found.declaration.until);
				by_assembly(Call::prolong { emergency, until: found.declaration.until + more })
			}
			2 | 3 => {
				let (emergency, _) = self.emergency(|_, one| one.is_pending())?;
				let matter = Matter::Emergency(emergency);
				by_assembly(pallet_ratification::Call::ratify { matter })
			}
			4 => {
				let (emergency, _) = self.emergency(|_, one| {
					let is_out = |ratify_by: Moment| ratify_by <= now;
					one.is_pending()
						&& matches!(one.hasty, Hasty::Pending { ratify_by } if is_out(ratify_by))
				})?;
				let matter = Matter::Emergency(emergency);
				by_anybody(pallet_ratification::Call::lapse { matter })
			}
			5 => {
				let (emergency, _) = self.emergency(|_, one| {
					one.is_over(now) && one.covers > 0 && !binds_council(one, now)
				})?;
				by_anybody(Call::close { emergency })
			}
			6 => {
				let is_pruned = |one: &Emergency| {
					one.newest_record.is_some_and(<Supervision as Trail<_>>::is_pruned)
				};
				let (emergency, _) = self.emergency(|_, one| {
					let is_left = one.covers == 0 && one.allocations == 0;
					one.is_over(now) && is_left && is_pruned(one)
				})?;
				by_anybody(Call::forget_emergency { emergency })
			}
			7 => return self.bind_step(),
			8 | 9 => return self.opening_step(now),
			10 | 11 => return self.allocation_archive_step(now),
			_ => return self.declare_step(now),
		};
		Some(step)
	}

	/// Any call about emergencies and allocations.
	pub fn emergency_call(&mut self, chain: &Chain) -> RuntimeCall {
		let emergency = self.some_emergency();
		let until = self.pick(&[0, chain.now, chain.now + 600_000, chain.now + 31 * DAY]);
		match self.below(9) {
			0 | 1 => {
				let regions: Vec<_> =
					(0..self.below(3)).map(|_| code(self.pick(&REGIONS))).collect();
				let classes: Vec<_> =
					(0..self.below(3)).map(|_| ClassId(self.below(9) as u32)).collect();
				let declaration = Declaration {
					regions: regions.try_into().expect("few regions fit"),
					classes: classes.try_into().expect("few classes fit"),
					severity: self.severity(),
					until,
				};
				Call::declare { declaration }.into()
			}
			2 => Call::call_off { emergency }.into(),
			3 => Call::prolong { emergency, until }.into(),
			4 => Call::close { emergency }.into(),
			5 => Call::forget_emergency { emergency }.into(),
			6 | 7 => self.allocation_call(),
			_ => {
				let order = OrderId(self.below(8));
				let severity = self.severity();
				let during = self.maybe(severity);
				pallet_needs::Call::bind_order { order, during }.into()
			}
		}
	}
}
