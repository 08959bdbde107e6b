//! `salus-analysis density` against independent figures, and how it writes.

use crate::program::{answer, data, run};
use serde_json::Value;

fn json(arguments: &[&str], file: impl AsRef<[u8]>) -> Value {
	let text = answer(&[&["density", "-", "--format", "json"], arguments].concat(), file);
	serde_json::from_str(&text).expect("JSON")
}

#[test]
fn one_value_draws_the_normal_density() {
	// Tables of the standard normal density; OEIS A231863.
	assert_eq!(
		answer(&["density", "-", "--value", "v", "--bandwidth", "1", "--points", "3"], "v\n5\n",),
		"group,x,density\nall,2,0.004431848411938007\nall,5,0.398942280401432678\n\
		 all,8,0.004431848411938007\n"
	);
}

#[test]
fn json_is_as_agreed() {
	assert_eq!(
		answer(
			&[
				"density",
				"-",
				"--value",
				"v",
				"--group",
				"g",
				"--bandwidth",
				"0.5",
				"--points",
				"2",
				"--format",
				"json",
			],
			"g,v\nb,1\n\"a \"\"1\"\"\",3\n",
		),
		// e^(-4.5) / (0.5 sqrt(2 pi)), to eighteen digits less one, since 10^-1 <= h < 1.
		concat!(
			r#"{"groups":["#,
			"\n",
			r#"{"group":"b","n":1,"bandwidth":0.5,"points":[[-0.5,0.00886369682387601],[2.5,0.00886369682387601]]},"#,
			"\n",
			r#"{"group":"a \"1\"","n":1,"bandwidth":0.5,"points":[[1.5,0.00886369682387601],[4.5,0.00886369682387601]]}"#,
			"\n]}\n",
		)
	);
}

/// The bandwidths that 80-digit arithmetic finds for the belts, relative to the mean, by
/// `analysis/tests/data/density/reference.py`.
#[test]
fn belts_have_the_bandwidths_of_80_digit_arithmetic() {
	let reference = data("density/reference.tsv");
	for year in ["y2010", "y2014", "y2018"] {
		let question = ["--value", year, "--group", "belt", "--relative-to-mean"];
		let question = [&["density", "-", "--format", "json"], &question[..]].concat();
		let text = answer(&question, data("density/personnel-per-10k.csv"));
		let json: Value = serde_json::from_str(&text).expect("JSON");
		let groups = json["groups"].as_array().expect("groups");
		assert_eq!(groups.len(), 3);
		for group in groups {
			let name = group["group"].as_str().expect("a name");
			let case = format!("case\t{name} belt in {year}, relative to the mean\t");
			let line = reference.lines().find(|line| line.starts_with(&case)).expect("a case");
			let fields: Vec<_> = line.split('\t').collect();
			// All begin with 0.0 and have 20 decimals, of which zeros at the end are left out.
			assert_eq!(fields[6], "20");
			let bandwidth = format!("\"bandwidth\":0.0{},", fields[5].trim_end_matches('0'));
			assert!(text.contains(&bandwidth), "{case}: {bandwidth}");
			assert_eq!(group["n"], if name == "central" { 11 } else { 10 });
			assert_eq!(group["points"].as_array().map(Vec::len), Some(512));
		}
	}
}

#[test]
fn the_mean_is_that_of_all_groups_together() {
	// Mean 2 of both groups: a stands at 0.5, b at 1.5.
	let question =
		["--value", "v", "--group", "g", "--relative-to-mean", "--bandwidth", "1", "--points", "3"];
	let answer = json(&question, "g,v\na,1\nb,3\n");
	assert_eq!(answer["groups"][0]["points"][1][0], 0.5);
	assert_eq!(answer["groups"][1]["points"][1][0], 1.5);
}

#[test]
fn values_may_be_negative() {
	let answer = json(&["--value", "v", "--bandwidth", "1e-1", "--points", "2"], "v\n-2.5\n2.5\n");
	assert_eq!(answer["groups"][0]["points"][0][0], -2.8);
}

#[test]
fn digits_that_do_not_fit_are_rounded_and_that_is_said() {
	let file = "v\n999.123456789012345678\n0.012345678901234567\n";
	let run = run(&["density", "-", "--value", "v", "--points", "2"], file);
	assert_eq!(run.status, Some(0));
	assert_eq!(
		run.err,
		"salus-analysis: note: standard input, column v: rounded to 16 decimals, beyond which the \
		 largest number does not fit into 19 digits\n"
	);
}

#[test]
fn a_last_line_that_looks_like_a_total_gets_a_warning() {
	let question = ["density", "-", "--value", "v", "--points", "2"];
	let warning = run(&question, "v\n1.5\n2\n\n3.50\n");
	assert_eq!(warning.status, Some(0));
	assert_eq!(
		warning.err,
		"salus-analysis: warning: standard input, line 5: the last row is the sum of all rows above \
		 it; if it is a total, leave it out, for it counts as a unit\n"
	);
	let widths = [&question[..], &["--bandwidth", "1"]].concat();
	for file in ["v\n1\n2\n4\n", "v\n1\n1\n", "v\n0\n0\n0\n"] {
		assert!(!answer(&widths, file).is_empty(), "{file:?}");
	}
}

#[test]
fn words_of_the_command_line_may_have_capitals() {
	let file = "v\n1\n2\n4\n";
	let asked = |bandwidth: &str, format: &str| {
		let question = ["density", "-", "--value", "v", "--bandwidth", bandwidth];
		answer(&[&question[..], &["--format", format]].concat(), file)
	};
	assert_eq!(asked("Silverman", "JSON"), asked("silverman", "json"));
}

#[test]
fn a_picture_has_a_line_and_a_name_for_each_group() {
	let question = ["density", "-", "--value", "y2018", "--group", "belt", "--format", "svg"];
	let svg = answer(&question, data("density/personnel-per-10k.csv"));
	assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
	assert!(svg.ends_with("</svg>\n"));
	assert_eq!(svg.matches("<polyline").count(), 3);
	for name in ["eastern (n = 10)", "central (n = 11)", "western (n = 10)"] {
		assert!(svg.contains(&format!(">{name}</text>")), "{name}");
	}
	assert!(svg.contains(">y2018</text>") && svg.contains(">density</text>"));
	// It fetches nothing.
	assert!(!svg.contains("href") && !svg.contains("<style") && !svg.contains("url("));
}

#[test]
fn names_in_a_picture_are_only_text() {
	let file = "g,<v>&\n\"</text><script>alert('1')</script>\",1\n\"a\u{1}\nb\",2\n";
	let question = ["density", "-", "--value", "<v>&", "--group", "g", "--bandwidth", "1"];
	let svg = answer(&[&question[..], &["--format", "svg"]].concat(), file);
	assert!(!svg.contains("<script") && !svg.contains('\u{1}'));
	assert!(svg.contains("&lt;/text&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"));
	assert!(svg.contains("&lt;v&gt;&amp;"));
	// Every element that is opened is closed.
	let opened = svg.matches('<').count() - svg.matches("</").count();
	assert_eq!(opened, svg.matches("</").count() + svg.matches("/>").count());
}

#[test]
fn help_is_for_newcomers() {
	for (arguments, promise) in [
		(vec!["--help"], "The first line of a file names its columns"),
		(vec!["dea", "--help"], "A score of 1 is the best there is"),
		(vec!["density", "--help"], "silverman"),
	] {
		let run = run(&arguments, "");
		assert_eq!(run.status, Some(0));
		assert!(run.out.contains(promise), "{arguments:?}");
	}
}
