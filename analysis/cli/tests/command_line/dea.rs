//! `salus-analysis dea` against published tables, and how it writes.

use crate::program::{answer, complaint, data, run};
use serde_json::Value;

/// A CSV file by column, for files without quotation marks.
fn column(file: &str, name: &str) -> Vec<String> {
	let mut lines = file.lines().map(|line| line.split(','));
	let place = lines.next().and_then(|mut head| head.position(|column| column == name));
	let place = place.expect("the column is there");
	lines.map(|mut line| line.nth(place).unwrap_or_default().into()).collect()
}

fn report(file: &str, arguments: &[&str]) -> Value {
	let text = answer(&[&["dea", "-", "--format", "json"], arguments].concat(), data(file));
	serde_json::from_str(&text).expect("JSON")
}

fn rounded(number: &Value, places: usize) -> String {
	format!("{:.places$}", number.as_f64().expect("a number"))
}

/// Compares one figure of all units with a column, to that many decimals; blanks are not compared.
#[track_caller]
fn compare(report: &Value, pointer: &str, published: &[String], places: usize) {
	let units = report["units"].as_array().expect("units");
	assert_eq!(units.len(), published.len());
	for (unit, text) in units.iter().zip(published) {
		assert_eq!(unit["certified"], Value::Bool(true));
		if text.is_empty() {
			continue;
		}
		let printed = format!("{:.places$}", text.parse::<f64>().expect("a number"));
		let own = rounded(unit.pointer(pointer).expect("a figure"), places);
		assert_eq!(own, printed, "{pointer} of {}", unit["dmu"]);
	}
}

#[test]
fn deap_example_1_has_the_scores_that_deap_prints() {
	let own = report(
		"published/deap-eg1.csv",
		&["--dmu", "dmu", "--inputs", "x1,x2", "--outputs", "y1", "--orientation", "input"],
	);
	compare(&own, "/crste", &column(&data("published/deap-eg1-scores.csv"), "crs_in"), 3);
}

#[test]
fn deap_example_2_has_the_report_that_deap_prints() {
	let own = report(
		"published/deap-eg2.csv",
		&["--dmu", "dmu", "--inputs", "x1", "--outputs", "y1", "--orientation", "input"],
	);
	let deap = data("published/deap-eg2-scores.csv");
	for (pointer, name) in [("/crste", "crste_in"), ("/vrste", "vrste_in"), ("/scale", "scale")] {
		compare(&own, pointer, &column(&deap, name), 3);
	}
	let units = own["units"].as_array().expect("units");
	let texts = |of: fn(&Value) -> String| units.iter().map(of).collect::<Vec<_>>();
	let returns = texts(|unit| unit["rts"].as_str().unwrap_or_default().replace("crs", "-"));
	assert_eq!(returns, column(&deap, "rts"));
	fn joined(unit: &Value, of: fn(&Value) -> String) -> String {
		let peers = unit["peers"].as_array().expect("peers");
		peers.iter().map(of).collect::<Vec<_>>().join(" ")
	}
	let peers = texts(|unit| joined(unit, |peer| peer["dmu"].as_str().expect("a name").into()));
	assert_eq!(peers, column(&deap, "peers"));
	let weights = texts(|unit| joined(unit, |peer| rounded(&peer["weight"], 3)));
	assert_eq!(weights, column(&deap, "weights"));
	// (1/2 + 1/2 + 1 + 4/5 + 5/6)/5, (1 + 5/8 + 1 + 9/10 + 1)/5, (1/2 + 4/5 + 1 + 8/9 + 5/6)/5
	assert_eq!(rounded(&own["means"]["crste"], 3), "0.727");
	assert_eq!(rounded(&own["means"]["vrste"], 3), "0.905");
	assert_eq!(rounded(&own["means"]["scale"], 3), "0.804");
}

#[test]
fn eleven_units_have_the_published_scores_and_raw_slacks() {
	let published = data("published/fls11-scores.csv");
	let question = ["--dmu", "dmu", "--inputs", "x1,x2", "--outputs", "y1", "--slacks", "raw"];
	for (orientation, short) in [("input", "in"), ("output", "out")] {
		let question = [&question[..], &["--orientation", orientation]].concat();
		let own = report("published/fls11.csv", &question);
		for (pointer, name) in
			[("/input_slacks/x1", "sx1"), ("/input_slacks/x2", "sx2"), ("/output_slacks/y1", "sy1")]
		{
			compare(&own, pointer, &column(&published, &format!("vrs_{short}_{name}")), 8);
		}
		if orientation == "input" {
			compare(&own, "/crste", &column(&published, "crs_in"), 10);
			compare(&own, "/vrste", &column(&published, "vrs_in"), 10);
		}
	}
}

#[test]
fn hospitals_have_the_published_scores() {
	let published = data("published/hospitals-2011-scores.csv");
	let question = [
		"--dmu",
		"code",
		"--inputs",
		"beds_10k,technicians_10k",
		"--outputs",
		"visits_10k,admissions_10k",
	];
	let input = report(
		"published/hospitals-2011.csv",
		&[&question[..], &["--orientation", "input"]].concat(),
	);
	compare(&input, "/vrste", &column(&published, "vrs_input_7dp"), 7);
	compare(&input, "/crste", &column(&published, "crs_input_3dp"), 3);
	compare(&input, "/scale", &column(&published, "scale_input_3dp"), 3);
	let output = report("published/hospitals-2011.csv", &question);
	compare(&output, "/crste", &column(&published, "crs_output_3dp"), 3);
	compare(&output, "/vrste", &column(&published, "vrs_output_3dp"), 3);
}

/// Three units of which everything is provable by hand: B wastes half its input, C makes half the
/// output.
const THREE: &str = "dmu,x1,y1\nA,1,1.0\nB,2,1.0\nC,1,0.5\n";

fn three(arguments: &[&str]) -> String {
	let question = ["dea", "-", "--dmu", "dmu", "--inputs", "x1", "--outputs", "y1"];
	answer(&[&question[..], arguments].concat(), THREE)
}

#[test]
fn json_is_as_agreed() {
	assert_eq!(
		three(&["--orientation", "output", "--slacks", "mean", "--format", "json"]),
		concat!(
			r#"{"units":["#,
			"\n",
			r#"{"dmu":"A","crste":1.000000000000,"vrste":1.000000000000,"nirs":1.000000000000,"#,
			r#""scale":1.000000000000,"rts":"crs","input_slacks":{"x1":0},"#,
			r#""output_slacks":{"y1":0},"peers":[{"dmu":"A","weight":1.000000000000}],"#,
			r#""certified":true},"#,
			"\n",
			r#"{"dmu":"B","crste":0.500000000000,"vrste":1.000000000000,"nirs":1.000000000000,"#,
			r#""scale":0.500000000000,"rts":"drs","input_slacks":{"x1":1},"#,
			r#""output_slacks":{"y1":0},"peers":[{"dmu":"A","weight":1.000000000000}],"#,
			r#""certified":true},"#,
			"\n",
			r#"{"dmu":"C","crste":0.500000000000,"vrste":0.500000000000,"nirs":0.500000000000,"#,
			r#""scale":1.000000000000,"rts":"crs","input_slacks":{"x1":0},"#,
			r#""output_slacks":{"y1":0},"peers":[{"dmu":"A","weight":1.000000000000}],"#,
			r#""certified":true}"#,
			"\n",
			r#"],"means":{"crste":0.666666666667,"vrste":0.833333333333,"#,
			r#""scale":0.833333333333}}"#,
			"\n",
		)
	);
}

#[test]
fn csv_has_a_line_for_each_unit() {
	assert_eq!(
		three(&["--orientation", "input", "--format", "csv"]),
		"dmu,crste,vrste,nirs,scale,rts,slack_x1,slack_y1,peers,weights,certified\n\
		 A,1.000000000000,1.000000000000,1.000000000000,1.000000000000,crs,0,0,A,1.000000000000,true\n\
		 B,0.500000000000,0.500000000000,0.500000000000,1.000000000000,crs,0,0,A,1.000000000000,true\n\
		 C,0.500000000000,1.000000000000,0.500000000000,0.500000000000,irs,0,0.5,A,1.000000000000,true\n"
	);
}

#[test]
fn a_table_is_in_the_manner_of_deap() {
	assert_eq!(
		three(&["--orientation", "input"]),
		"Efficiency, input orientation; 3 units, all certified

dmu   crste  vrste  scale  rts
----  -----  -----  -----  ---
A     1.000  1.000  1.000    -
B     0.500  0.500  1.000    -
C     0.500  1.000  0.500  irs
----  -----  -----  -----  ---
mean  0.667  0.833  0.833

crste: constant returns to scale; vrste: variable returns; scale = crste/vrste
rts: irs increasing, drs decreasing, - constant

Input slacks under variable returns (largest sum of slacks divided by their column's mean)

dmu      x1
----  -----
A     0.000
B     0.000
C     0.000
----  -----
mean  0.000

Output slacks under variable returns

dmu      y1
----  -----
A     0.000
B     0.000
C     0.500
----  -----
mean  0.167

Peers under variable returns

dmu  peers and their weights
---  -----------------------
A    A 1.000
B    A 1.000
C    A 1.000
"
	);
}

#[test]
fn slacks_come_back_in_the_units_of_their_column() {
	// The same three units, with outputs in millions of something and inputs in thousandths.
	let file = "dmu,x1,y1\nA,0.001,1e6\nB,2e-3,1000000\nC,.001,500000.0\n";
	let question = ["dea", "-", "--dmu", "dmu", "--inputs", "x1", "--outputs", "y1"];
	let output = answer(&[&question[..], &["--format", "csv"]].concat(), file);
	assert_eq!(column(&output, "slack_x1"), ["0", "0.001", "0"]);
	let input = [&question[..], &["--orientation", "input", "--format", "csv"]].concat();
	assert_eq!(column(&answer(&input, file), "slack_y1"), ["0", "0", "500000"]);
}

#[test]
fn zeros_at_the_end_count_as_decimals() {
	// C gives as much as a third of the way from A to B, where x1 is 1 + 1/3, and takes 2. Nearer
	// to B there is less to save of x1, 3/5 of its mean on the whole way, and y1 gains but 9/34 of its own.
	let slack = |inputs: [&str; 3]| {
		let [a, b, c] = inputs;
		let file = format!("dmu,x1,x2,y1\nA,{a},1,10\nB,{b},1,13\nC,{c},1,11\n");
		let question = ["dea", "-", "--dmu", "dmu", "--inputs", "x1,x2", "--outputs", "y1"];
		let input = ["--orientation", "input", "--format", "csv"];
		column(&answer(&[&question[..], &input].concat(), &file), "slack_x1")[2].clone()
	};
	for (inputs, expected) in [
		(["1", "2", "2"], "0.666666666667"),
		(["1", "2.000", "2"], "0.666666666666667"),
		(["1.00", "2", "2.0"], "0.66666666666667"),
		(["1", "2", "20.00e-1"], "0.666666666666667"),
		(["1", "0.200e1", "2"], "0.66666666666667"),
	] {
		assert_eq!(slack(inputs), expected, "{inputs:?}");
	}
}

#[test]
fn zeros_that_do_not_fit_are_dropped_without_a_note() {
	// Twenty digits with the zeros, seventeen without.
	let question = ["dea", "-", "--dmu", "dmu", "--inputs", "x", "--outputs", "y"];
	let file = "dmu,x,y\nA,12345678901234567.000,1\nB,24691357802469134,1\n";
	let csv = answer(&[&question[..], &["--format", "csv"]].concat(), file);
	assert_eq!(column(&csv, "slack_x"), ["0", "12345678901234567"]);
}

#[test]
fn a_last_line_that_looks_like_a_total_gets_a_warning() {
	let question = ["dea", "-", "--dmu", "dmu", "--inputs", "x1", "--outputs", "y1"];
	let file = "dmu,x1,beds,y1\nA,1,7,0.5\nB,2.0,7,1\nTotal,3,7,1.50\n";
	let warned = run(&question, file);
	assert_eq!(warned.status, Some(0));
	assert!(warned.out.contains("3 units, all certified"));
	assert_eq!(
		warned.err,
		"salus-analysis: warning: standard input, line 4: the last row is the sum of all rows above \
		 it; if it is a total, leave it out, for it counts as a unit\n"
	);
	// Neither a sum in one column only, nor the second of two like units.
	for file in ["dmu,x1,y1\nA,1,1\nB,2,1\nC,3,1\n", "dmu,x1,y1\nA,1,1\nB,1,1\n"] {
		assert!(!answer(&question, file).is_empty(), "{file:?}");
	}
}

#[test]
fn words_of_the_command_line_may_have_capitals() {
	assert_eq!(
		three(&["--orientation", "Input", "--slacks", "RAW", "--format", "Csv"]),
		three(&["--orientation", "input", "--slacks", "raw", "--format", "csv"])
	);
	assert_eq!(three(&["--orientation", "Output", "--slacks", "Mean"]), three(&[]));
}

#[test]
fn raw_and_mean_slacks_weigh_differently() {
	// B gives what A, C and D give, from more. From (11, 104) it can come down to A by (1, 3), to C
	// by (3, 2): raw sums 4 and 5, but means of about 9 and 102 make x1 count eleven times.
	// With D at (11 - 0, 104 - 6) = (11, 98): raw sum 6, the largest; divided by means less than C.
	let file = "dmu,x1,x2,y1\nA,10,101,1\nB,11,104,1\nC,8,102,1\nD,11,98,1\n";
	let question = [
		"dea",
		"-",
		"--dmu",
		"dmu",
		"--inputs",
		"x1,x2",
		"--outputs",
		"y1",
		"--format",
		"csv",
		"--orientation",
		"output",
		"--slacks",
	];
	let peers = |slacks: &str| {
		let text = answer(&[&question[..], &[slacks]].concat(), file);
		(column(&text, "peers")[1].clone(), column(&text, "slack_x1")[1].clone())
	};
	assert_eq!(peers("raw"), ("D".into(), "0".into()));
	assert_eq!(peers("mean"), ("C".into(), "3".into()));
}

#[test]
fn names_with_commas_and_quotation_marks_survive() {
	let file = "\"unit, full\",\"beds, total\",visits\n\"St. \"\"Anna\"\", Wien\",1,1\nB,2,1\n";
	let question =
		["dea", "-", "--dmu", "unit, full", "--inputs", "\"beds, total\"", "--outputs", "visits"];
	let json = answer(&[&question[..], &["--format", "json"]].concat(), file);
	let json: Value = serde_json::from_str(&json).expect("JSON");
	assert_eq!(json["units"][1]["peers"][0]["dmu"], "St. \"Anna\", Wien");
	assert_eq!(json["units"][1]["input_slacks"]["beds, total"], 1);
	let csv = answer(&[&question[..], &["--format", "csv"]].concat(), file);
	assert!(csv.starts_with("dmu,crste,vrste,nirs,scale,rts,\"slack_beds, total\",slack_visits,"));
	assert!(csv.contains("\n\"St. \"\"Anna\"\", Wien\",1.000000000000,"));
}

#[test]
fn a_unit_without_any_output_scores_zero() {
	let file = "dmu,x1,y1\nA,1,1\nB,1,0\n";
	let question = ["dea", "-", "--dmu", "dmu", "--inputs", "x1", "--outputs", "y1"];
	let csv = answer(&[&question[..], &["--format", "csv"]].concat(), file);
	assert_eq!(column(&csv, "crste")[1], "0.000000000000");
	assert_eq!(column(&csv, "scale")[1], "1.000000000000");
}

#[test]
fn columns_are_named_once() {
	let complain = |inputs: &str, outputs: &str| {
		let question = ["dea", "-", "--dmu", "dmu", "--inputs", inputs, "--outputs", outputs];
		complaint(&question, THREE)
	};
	let twice = "named more than once on the command line\n";
	assert_eq!(complain("x1,x1", "y1"), format!("salus-analysis: column x1: {twice}"));
	assert_eq!(complain("x1", "x1"), format!("salus-analysis: column x1: {twice}"));
	assert_eq!(complain("", "y1"), "salus-analysis: --inputs names no column\n");
	assert_eq!(complain("x1", "y1,"), "salus-analysis: --outputs names no column\n");
}
