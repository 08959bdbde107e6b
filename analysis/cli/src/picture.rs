//! Curves as one SVG picture, which needs nothing beside itself.
//!
//! Lengths are in hundredths of a pixel, so that integers do.

use crate::{curves::Group, decimal::Decimal};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};
use std::fmt::Write;

/// The plot within the picture, in pixels.
const LEFT: i64 = 86;
const TOP: i64 = 52;
const WIDTH: i64 = 620;
const HEIGHT: i64 = 380;
/// Below the plot, for the numbers and the name of the axis.
const BELOW: i64 = 62;
/// Between the plot and the legend, and the height of a line of the legend.
const GAP: i64 = 24;
const LINE: i64 = 22;

/// Longer names are cut in the legend.
const LONGEST_NAME: usize = 28;
/// Longer numbers are written with a power of ten at the axes.
const LONGEST_NUMBER: usize = 8;
/// An axis has at most so many intervals between its numbers.
const INTERVALS: u32 = 7;

/// Colours that people with any colour vision tell apart. Source: M. Okabe and K. Ito, *Color
/// Universal Design* (2008), without the yellow, which is faint on white.
const COLOURS: [&str; 7] =
	["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"];
/// How lines are dashed once the colours are used up.
const DASHES: [&str; 4] = ["", "9 4", "2 3", "9 3 2 3"];

/// The curves of all groups, with axes and a legend.
pub fn draw(groups: &[Group], value: &str, relative: bool) -> String {
	let axis = if relative { format!("{value}, multiple of the mean") } else { value.to_string() };
	let title =
		format!("Density of {value}{}", if relative { " relative to the mean" } else { "" });
	let across = Axis::of(groups, |group| {
		let points = group.curve.points.iter().map(|point| BigInt::from(point.x)).collect();
		(points, group.curve.x_decimals)
	});
	let up = Axis::of(groups, |group| {
		let points = group.curve.points.iter().map(|point| BigInt::from(point.density));
		(points.chain([BigInt::zero()]).collect(), group.curve.density_decimals)
	});
	let up = up.with_headroom();

	let names: Vec<String> = groups
		.iter()
		.map(|group| format!("{} (n = {})", shortened(&group.name), group.curve.count))
		.collect();
	let legend_width = names.iter().map(|name| text_width(name)).max().unwrap_or(0) + 46;
	let legend_height = LINE * names.len() as i64;
	let (right, bottom) = (LEFT + WIDTH, TOP + HEIGHT.max(legend_height));
	let (width, height) = (right + GAP + legend_width + 12, bottom + BELOW);

	let mut svg = String::new();
	// Writing to a string does not fail.
	let _ = write!(
		svg,
		r##"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="Helvetica, Arial, sans-serif" font-size="13" fill="#222222" role="img">
<title>{title}</title>
<rect width="{width}" height="{height}" fill="#ffffff"/>
<text x="{middle}" y="28" font-size="16" text-anchor="middle">{title}</text>
"##,
		middle = LEFT + WIDTH / 2,
		title = escaped(&title),
	);

	svg.push_str("<g stroke=\"#e2e2e2\" stroke-width=\"1\">\n");
	for (place, _) in across.ticks(WIDTH) {
		let x = pixels(LEFT * 100 + place);
		let _ = writeln!(svg, r#"<line x1="{x}" y1="{TOP}" x2="{x}" y2="{bottom}"/>"#);
	}
	for (place, _) in up.ticks(bottom - TOP) {
		let y = pixels(bottom * 100 - place);
		let _ = writeln!(svg, r#"<line x1="{LEFT}" y1="{y}" x2="{right}" y2="{y}"/>"#);
	}
	svg.push_str("</g>\n<g text-anchor=\"middle\">\n");
	for (place, label) in across.ticks(WIDTH) {
		let x = pixels(LEFT * 100 + place);
		let _ = writeln!(svg, r#"<text x="{x}" y="{}">{label}</text>"#, bottom + 20);
	}
	svg.push_str("</g>\n<g text-anchor=\"end\">\n");
	for (place, label) in up.ticks(bottom - TOP) {
		let y = pixels(bottom * 100 - place + 450);
		let _ = writeln!(svg, r#"<text x="{}" y="{y}">{label}</text>"#, LEFT - 8);
	}
	let _ = write!(
		svg,
		r##"</g>
<path d="M{LEFT} {TOP}V{bottom}H{right}" fill="none" stroke="#222222" stroke-width="1"/>
<text x="{middle}" y="{below}" text-anchor="middle">{axis}</text>
<text transform="translate(20 {centre}) rotate(-90)" text-anchor="middle">density</text>
"##,
		middle = LEFT + WIDTH / 2,
		below = bottom + 46,
		centre = (TOP + bottom) / 2,
		axis = escaped(&axis),
	);

	for (index, (group, name)) in groups.iter().zip(&names).enumerate() {
		let colour = COLOURS[index % COLOURS.len()];
		let dash = DASHES[index / COLOURS.len() % DASHES.len()];
		let dash =
			if dash.is_empty() { dash.into() } else { format!(r#" stroke-dasharray="{dash}""#) };
		let line = format!(r#"fill="none" stroke="{colour}" stroke-width="2"{dash}"#);
		let points: Vec<String> = group
			.curve
			.points
			.iter()
			.map(|point| {
				let x = across.place(&point.x.into(), group.curve.x_decimals, WIDTH);
				let y = up.place(&point.density.into(), group.curve.density_decimals, bottom - TOP);
				format!("{},{}", pixels(LEFT * 100 + x), pixels(bottom * 100 - y))
			})
			.collect();
		let (start, y) = (right + GAP, TOP + 12 + LINE * index as i64);
		let _ = write!(
			svg,
			r#"<g><title>{full}</title>
<polyline points="{points}" {line} stroke-linejoin="round"/>
<line x1="{start}" y1="{y}" x2="{end}" y2="{y}" {line}/>
<text x="{text}" y="{base}">{name}</text>
</g>
"#,
			full = escaped(&group.name),
			points = points.join(" "),
			end = start + 34,
			text = start + 42,
			base = y + 4,
			name = escaped(name),
		);
	}
	svg.push_str("</svg>\n");
	svg
}

/// A range of numbers with common decimals, along a side of the plot.
struct Axis {
	from: BigInt,
	to: BigInt,
	decimals: u8,
}

impl Axis {
	/// From the least to the greatest number of all groups.
	fn of(groups: &[Group], numbers: impl Fn(&Group) -> (Vec<BigInt>, u8)) -> Self {
		let all: Vec<_> = groups.iter().map(numbers).collect();
		let decimals = all.iter().map(|(_, decimals)| *decimals).max().unwrap_or(0);
		let aligned = || {
			all.iter().flat_map(|(list, own)| list.iter().map(move |it| it * ten(decimals - own)))
		};
		Self {
			from: aligned().min().unwrap_or_default(),
			to: aligned().max().unwrap_or_default(),
			decimals,
		}
	}

	/// A twentieth more at its end.
	fn with_headroom(self) -> Self {
		let to = &self.to + (&self.to - &self.from) / 20u8;
		Self { to, ..self }
	}

	/// How far along a side of that many pixels a number stands.
	fn place(&self, number: &BigInt, decimals: u8, pixels: i64) -> i64 {
		let distance = number * ten(self.decimals - decimals) - &self.from;
		let span = (&self.to - &self.from).max(1.into());
		(distance * (100 * pixels)).div_floor(&span).to_i64().unwrap_or_default()
	}

	/// Round numbers along a side of that many pixels, and where they stand.
	fn ticks(&self, pixels: i64) -> Vec<(i64, String)> {
		let span = (&self.to - &self.from).max(1.into());
		let mut unit = BigInt::from(1);
		while &unit * 100u8 < span {
			unit *= 10u8;
		}
		let steps = [1u8, 2, 5, 10, 20, 50, 100].map(|multiple| &unit * multiple);
		let step = steps.iter().find(|step| *step * INTERVALS >= span).unwrap_or(&span);
		let first = self.from.div_ceil(step);
		let last = self.to.div_floor(step);
		let count = (&last - &first).to_u32().unwrap_or_default();
		(0..=count)
			.map(|index| {
				let number = (&first + index) * step;
				let place = self.place(&number, self.decimals, pixels);
				(place, label(&Decimal::new(number, self.decimals.into())))
			})
			.collect()
	}
}

/// A number at an axis.
fn label(number: &Decimal) -> String {
	let plain = number.to_string();
	if plain.len() <= LONGEST_NUMBER {
		return plain.replace('-', "\u{2212}");
	}
	let scientific = number.to_scientific();
	let shorter = if scientific.len() < plain.len() { scientific } else { plain };
	shorter.replace('-', "\u{2212}")
}

fn ten(power: u8) -> BigInt {
	BigInt::from(10).pow(power.into())
}

/// Hundredths of a pixel in pixels.
fn pixels(hundredths: i64) -> String {
	Decimal::new(hundredths, 2).to_string()
}

fn shortened(name: &str) -> String {
	if name.chars().count() <= LONGEST_NAME {
		return name.into();
	}
	name.chars().take(LONGEST_NAME - 1).chain(['\u{2026}']).collect()
}

/// About how many pixels a text takes.
fn text_width(text: &str) -> i64 {
	text.chars().map(|c| if c < '\u{1100}' { 8 } else { 14 }).sum()
}

/// Text that means nothing to XML, without the characters that it forbids.
fn escaped(text: &str) -> String {
	text.chars().fold(String::new(), |mut safe, c| {
		match c {
			'&' => safe.push_str("&amp;"),
			'<' => safe.push_str("&lt;"),
			'>' => safe.push_str("&gt;"),
			'"' => safe.push_str("&quot;"),
			'\'' => safe.push_str("&#39;"),
			c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => safe.push(' '),
			c => safe.push(c),
		}
		safe
	})
}
