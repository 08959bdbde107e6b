//! The regions: the country and its 31 mainland provinces, regions and municipalities.
//!
//! Codes are those of ISO 3166-2. Belts group the regions as does the study whose tables
//! the demonstration follows. Populations are the permanent residents at the end of 2019 according
//! to the National Bureau of Statistics of China.

use super::cast::{code, text};
use alloc::vec::Vec;
use pallet_registry::{Region, RegionSeed};
use salus_primitives::Belt::{self, Central, Eastern, Western};

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
	};
	let parts = REGIONS.iter().map(|(part, name, belt, population)| RegionSeed {
		code: code(part),
		region: Region {
			name: text(name),
			parent: Some(code(COUNTRY.0)),
			belt: Some(*belt),
			population: *population,
		},
	});
	core::iter::once(country).chain(parts).collect()
}
