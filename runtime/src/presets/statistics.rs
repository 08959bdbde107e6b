//! Figures that were published, in rounds that are sealed before the first block: one evaluation of
//! the regions' hospitals, and three surveys of their health personnel.
//!
//! The evaluation waits for its certificates, so that the off-chain worker of a fresh chain has
//! something to do at once; the surveys are complete.

use super::{
	cast::{code, text},
	regions::REGIONS,
};
use alloc::{format, vec::Vec};
use frame_support::BoundedVec;
use pallet_efficiency::{
	Dmu, Indicator, IndicatorRole, Roster, RoundSeed, RoundSpecification, SeedStage, Values,
};
use salus_analysis::dea::{Model, Orientation, SlackWeights};
use salus_primitives::{time::DAY, CalendarDate};

/// Hospital beds, health technicians, visits and admissions in 2011, in ten thousands with four
/// decimals.
///
/// Source: China Health Statistics Yearbook 2012, as tabulated in the chapter on data envelopment
/// analysis of an open book on mathematical models.
///
/// The beds of Guangxi (CN-GX), 95.7752, are almost surely 9.57752 with a slipped decimal point.
/// They stay as published, because the published scores were computed from them.
pub const HOSPITALS_2011: [(&str, [u64; 4]); 31] = [
	("CN-AH", [140_997, 132_739, 63_344_221, 4_391_516]),
	("CN-BJ", [87_596, 128_644, 104_340_626, 1_882_593]),
	("CN-CQ", [74_827, 66_653, 38_726_559, 2_116_631]),
	("CN-FJ", [89_947, 93_898, 72_059_496, 3_087_618]),
	("CN-GD", [246_050, 289_388, 293_784_406, 7_993_062]),
	("CN-GS", [66_661, 53_127, 27_719_369, 1_710_826]),
	("CN-GX", [957_752, 105_773, 64_449_855, 3_258_438]),
	("CN-GZ", [78_368, 69_320, 29_105_344, 2_433_370]),
	("CN-HA", [239_793, 231_149, 114_076_405, 7_043_628]),
	("CN-HB", [152_062, 147_628, 84_006_816, 4_805_124]),
	("CN-HE", [187_504, 183_683, 82_489_933, 5_675_067]),
	("CN-HI", [21_367, 26_320, 12_692_336, 611_621]),
	("CN-HL", [129_449, 127_358, 47_962_073, 2_992_970]),
	("CN-HN", [168_428, 152_904, 63_238_363, 5_393_968]),
	("CN-JL", [94_636, 86_278, 38_087_139, 2_259_264]),
	("CN-JS", [221_674, 214_938, 166_944_454, 6_433_837]),
	("CN-JX", [87_184, 93_287, 46_383_376, 3_000_964]),
	("CN-LN", [171_032, 156_893, 70_270_696, 4_032_159]),
	("CN-NM", [72_871, 74_177, 31_379_522, 1_747_905]),
	("CN-NX", [22_037, 21_830, 12_373_335, 602_227]),
	("CN-QH", [18_586, 16_689, 8_918_596, 469_811]),
	("CN-SC", [211_524, 194_752, 110_475_915, 6_489_314]),
	("CN-SD", [280_385, 281_654, 134_719_233, 8_354_234]),
	("CN-SH", [87_548, 95_198, 113_669_022, 2_282_773]),
	("CN-SN", [114_339, 123_537, 52_692_308, 3_236_715]),
	("CN-SX", [110_741, 116_660, 37_390_228, 2_332_714]),
	("CN-TJ", [40_787, 53_543, 52_164_779, 1_037_054]),
	("CN-XJ", [97_436, 84_202, 37_383_273, 3_115_413]),
	("CN-XZ", [6_314, 5_843, 3_998_564, 120_766]),
	("CN-YN", [126_905, 90_330, 62_327_579, 3_736_495]),
	("CN-ZJ", [162_905, 187_137, 181_663_463, 4_899_310]),
];

/// Health personnel per 10,000 people in [`PERSONNEL_YEARS`], with two decimals.
///
/// Source: National Bureau of Statistics of China; for 2010 with the census population.
pub const PERSONNEL_PER_10K: [(&str, [u64; 3]); 31] = [
	("CN-AH", [5_198, 6_098, 7_028]),
	("CN-BJ", [11_401, 12_621, 14_877]),
	("CN-CQ", [5_550, 6_918, 8_625]),
	("CN-FJ", [5_407, 6_935, 7_761]),
	("CN-GD", [5_683, 6_377, 7_438]),
	("CN-GS", [5_376, 7_072, 8_231]),
	("CN-GX", [5_781, 7_497, 8_498]),
	("CN-GZ", [4_438, 6_459, 8_462]),
	("CN-HA", [6_287, 7_725, 8_751]),
	("CN-HB", [6_106, 7_534, 8_820]),
	("CN-HE", [6_087, 7_004, 8_403]),
	("CN-HI", [5_997, 7_115, 8_289]),
	("CN-HL", [6_854, 7_858, 9_005]),
	("CN-HN", [5_638, 6_999, 8_407]),
	("CN-JL", [6_813, 7_801, 9_742]),
	("CN-JS", [5_835, 7_120, 8_753]),
	("CN-JX", [5_181, 6_268, 7_219]),
	("CN-LN", [7_242, 7_783, 9_133]),
	("CN-NM", [6_836, 8_289, 9_967]),
	("CN-NX", [6_300, 7_478, 9_268]),
	("CN-QH", [6_256, 8_056, 10_119]),
	("CN-SC", [5_808, 7_702, 8_969]),
	("CN-SD", [6_743, 8_549, 9_541]),
	("CN-SH", [7_468, 8_176, 9_624]),
	("CN-SN", [6_968, 8_788, 10_453]),
	("CN-SX", [7_728, 8_200, 9_449]),
	("CN-TJ", [7_474, 7_817, 9_581]),
	("CN-XJ", [7_285, 8_585, 9_012]),
	("CN-XZ", [5_563, 8_154, 10_395]),
	("CN-YN", [4_519, 6_078, 8_288]),
	("CN-ZJ", [6_484, 7_739, 9_396]),
];

/// The years of [`PERSONNEL_PER_10K`].
pub const PERSONNEL_YEARS: [u16; 3] = [2010, 2014, 2018];

fn indicator(name: &str, unit: &str, decimals: u8, role: IndicatorRole) -> Indicator {
	Indicator { name: text(name), unit: text(unit), decimals, role }
}

fn round<'a>(
	title: &str,
	note: &str,
	indicators: Vec<Indicator>,
	rows: impl Iterator<Item = (&'a str, Vec<u64>)>,
) -> RoundSeed {
	// Far enough that nobody closes the round before its report stands.
	let report_by = CalendarDate { year: 2036, month: 1, day: 1 }.starts();
	let roster: Vec<_> = REGIONS.iter().map(|(region, ..)| code(region)).collect();
	RoundSeed {
		specification: RoundSpecification {
			title: text(title),
			note: Some(text(note)),
			indicators: indicators.try_into().expect("the presets' indicators fit; qed"),
			model: Model { orientation: Orientation::Output, weights: SlackWeights::Mean },
			observe_by: report_by.saturating_sub(DAY),
			report_by,
		},
		roster: Roster::Regions(roster.try_into().expect("the presets' regions fit; qed")),
		observations: rows
			.map(|(region, row)| {
				let values: Values = BoundedVec::truncate_from(row.into_iter().map(Some).collect());
				(Dmu::Region(code(region)), values)
			})
			.collect(),
		stage: SeedStage::Sealed,
	}
}

/// The rounds, in the order of their identifiers: the evaluation, and the surveys in the order of
/// their years.
pub(super) fn rounds() -> Vec<RoundSeed> {
	use IndicatorRole::{Descriptive, Input, Output};
	const TEN_THOUSAND: &str = "ten thousands";
	let hospitals = round(
		"Hospitals of 31 regions, 2011",
		"China Health Statistics Yearbook 2012. Guangxi's beds, 95.7752, are as published, though \
		 almost surely 9.57752 with a slipped decimal point: the published scores were computed \
		 from them.",
		[
			indicator("hospital beds", TEN_THOUSAND, 4, Input),
			indicator("health technicians", TEN_THOUSAND, 4, Input),
			indicator("visits", TEN_THOUSAND, 4, Output),
			indicator("admissions", TEN_THOUSAND, 4, Output),
		]
		.into(),
		HOSPITALS_2011.iter().map(|(region, row)| (*region, row.to_vec())),
	);
	let surveys = PERSONNEL_YEARS.into_iter().enumerate().map(|(column, year)| {
		round(
			&format!("Health personnel of 31 regions, {year}"),
			"National Bureau of Statistics of China; for 2010 with the census population.",
			[indicator("health personnel", "persons per 10,000", 2, Descriptive)].into(),
			PERSONNEL_PER_10K.iter().map(|(region, row)| (*region, row[column..=column].to_vec())),
		)
	});
	core::iter::once(hospitals).chain(surveys).collect()
}
