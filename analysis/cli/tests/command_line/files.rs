//! What files may look like, and what is said of those that may not.

use crate::program::{answer, complaint};

const DEA: [&str; 8] = ["dea", "-", "--dmu", "dmu", "--inputs", "x", "--outputs", "y"];
const DENSITY: [&str; 6] = ["density", "-", "--value", "v", "--points", "2"];

#[test]
fn the_same_data_in_any_dress_has_the_same_report() {
	let plain = answer(&DEA, "dmu,x,y\nA,1000,1\nB,2500,0.5\n");
	for dressed in [
		"\u{feff}dmu,x,y\nA,1000,1\nB,2500,0.5\n",
		"dmu,x,y\r\nA,1000,1\r\nB,2500,0.5\r\n",
		"dmu,x,y\rA,1000,1\rB,2500,0.5",
		"\n\ndmu,x,y\n\nA,1000,1\n  \n,,\nB,2500,0.5\n\n\n",
		" dmu , x,y \n A, 1000 ,1\nB ,2500, 0.5 \n",
		"\"dmu\",\"x\",\"y\"\n\"A\",\"1000\",\"1\"\n\"B\", \"2500\", \"0.5\"\n",
		"dmu,x,y\nA,1e3,1.0\nB,2.5E+3,5e-1\n",
		"dmu,x,y,,\nA,1000,1,,\nB,2500,.5,,,,\n",
		"y,note,x,dmu\n1,\"two\nlines, and a comma\",1000,A\n+0.50,,02500.,B\n",
	] {
		assert_eq!(answer(&DEA, dressed), plain, "{dressed:?}");
	}
}

#[test]
fn a_bad_file_gets_one_line_that_says_where() {
	for (file, line) in [
		("", "the file is empty; its first line names the columns"),
		("dmu,x,y\n", "there is nothing below the header"),
		("dmu,x,z\ny,1,1\n", "column y: there is no such column; the header names dmu, x, z"),
		("dmu,x,x,y\nA,1,1,1\n", "line 1, column x: the header names it more than once"),
		("dmu,x,y\nA,1,1\nB,2\n", "line 3: 2 fields, where the header has 3"),
		("dmu,x,y\nA,1,1\nB\n", "line 3: 1 field, where the header has 3"),
		(
			"dmu,x,y\n\nA,1,1\n\nB,,1\n",
			"line 5, column x: the value is missing; nothing is filled in, so leave its unit out of \
			 the file",
		),
		("dmu,x,y\nA,1,1\nB,few,1\n", "line 3, column x: 'few' is not a number"),
		("dmu,x,y\nA,1,1\nB,1,inf\n", "line 3, column y: 'inf' is not a number"),
		("dmu,x,y\nA,1,1\nB,-1,1\n", "line 3, column x: -1 is negative"),
		("dmu,x,y\nA,1,1\nB,1,-0.5\n", "line 3, column y: -0.5 is negative"),
		(
			"dmu,x,y\nA,1,1\nB,0.00,1\n",
			"line 3, column x: an input must be positive, and this one is zero",
		),
		("dmu,x,y\nA,1,1\nB,2,1\nA,3,1\n", "line 4, column dmu: 'A' stands on line 2 already"),
		("dmu,x,y\nA,1,1\n,2,1\n", "line 3, column dmu: the value is missing"),
		("dmu,x,y\nA,1e20,1\n", "line 2, column x: 1e20 is above 18446744073709551615"),
		(
			"dmu,x,y\nA,1e12,1\nB,1e-8,1\n",
			"line 3, column x: 1e-8 and the largest number of the column do not both fit into 19 \
			 digits",
		),
	] {
		assert_eq!(complaint(&DEA, file), said(line), "{file:?}");
	}
}

/// A message about standard input, at a place there if it begins with one.
fn said(line: &str) -> String {
	let placed = line.starts_with("line ") || line.starts_with("column ");
	format!("salus-analysis: standard input{} {line}\n", if placed { "," } else { ":" })
}

#[test]
fn columns_without_commas_between_them_are_named() {
	let by =
		|found: &str| format!("columns must be separated by commas, and here they are by {found}");
	for (file, line, found) in [
		("dmu;x;y\nA;1;1\n", 1, "semicolons"),
		("\n\ndmu;x;y\rA;1,5;1\r", 3, "semicolons"),
		("\"dmu\";\"x\";\"y\"\n\"A\";1;1\n", 1, "semicolons"),
		("\u{feff}dmu\tx\ty\nA\t1\t1\n", 1, "tabs"),
		("dmu,x,y\nA;1;1\n", 2, "semicolons"),
	] {
		assert_eq!(complaint(&DEA, file), said(&format!("line {line}: {}", by(found))), "{file:?}");
	}
	// In quotation marks, it belongs to the name.
	let quoted = ["density", "-", "--value", "beds; total", "--points", "2"];
	assert!(answer(&quoted, "\"beds; total\"\n1\n2\n").starts_with("group,x,density\n"));
}

#[test]
fn a_first_line_that_names_no_columns_is_refused() {
	let excel =
		"line 1: the first line must name the columns; leave this one out, which only tells \
	             Excel the separator";
	let title = "the first line must name the columns, and this one has fewer fields than line 2; \
	             leave out what stands above the names";
	for (file, line) in [
		("sep=,\ndmu,x,y\nA,1,1\n", excel.to_string()),
		("SEP=;\ndmu;x;y\nA;1;1\n", excel.to_string()),
		("Hospitals 2011\ndmu,x,y\nA,1,1\n", format!("line 1: {title}")),
		("Hospitals, Austria\ndmu,x,y\nA,1,1\n", format!("line 1: {title}")),
		("\nHospitals\n\ndmu,2010,2014\nA,1,1\n", {
			format!("line 2: {}", title.replace("line 2", "line 4"))
		}),
		(
			"Hospitals,,\n,,\ndmu,x,y\nA,1,1\n",
			"line 1, column dmu: the first line must name the columns, and this name stands on line \
			 3; leave out what stands above the names"
				.into(),
		),
	] {
		assert_eq!(complaint(&DEA, file), said(&line), "{file:?}");
	}
}

#[test]
fn a_line_with_too_many_fields_may_have_a_comma_in_a_number() {
	let number =
		"; a number may have a comma in it: write it like 1200.5, and put text that has a \
	              comma into quotation marks";
	let text = "; text that has a comma in it must stand in quotation marks";
	for (file, line) in [
		(
			"dmu,x,y\nA,1,1\nB,1,200,5\n",
			format!("line 3: 4 fields, where the header has 3{number}"),
		),
		("dmu,x,y\nB,1,5,2,5\n", format!("line 2: 5 fields, where the header has 3{number}")),
		("dmu,x,y\nA, Wien,1.5,1\n", format!("line 2: 4 fields, where the header has 3{text}")),
	] {
		assert_eq!(complaint(&DEA, file), said(&line), "{file:?}");
	}
	for (file, fields) in [("v\n1,5\n2,5\n", 2), ("v\n1,200,5\n", 3)] {
		assert_eq!(
			complaint(&DENSITY, file),
			said(&format!("line 2: {fields} fields, where the header has 1{number}"))
		);
	}
}

#[test]
fn a_number_in_another_dress_is_told_the_right_one() {
	for number in [
		"1,5",
		"1,200",
		"1.200,5",
		"1.200.000",
		"1 200",
		"1\u{a0}200",
		"1\u{202f}200",
		"1'200",
		"12%",
		"12 %",
		"１２",
	] {
		assert_eq!(
			complaint(&DEA, format!("dmu,x,y\nA,1,1\nB,\"{number}\",1\n")),
			said(&format!(
				"line 3, column x: '{number}' is not a number; write it like 1200.5: a point before \
				 decimals, no separators of thousands, no spaces, no percent signs"
			))
		);
	}
}

#[test]
fn a_missing_value_is_called_so() {
	let out = "nothing is filled in, so leave its unit out of the file";
	for mark in
		["NA", "N/A", "n/a", "n.a.", "-", "--", "–", "...", "?", "NaN", "null", "#DIV/0!", "#N/A"]
	{
		assert_eq!(
			complaint(&DEA, format!("dmu,x,y\nA,1,1\nB,{mark},1\n")),
			said(&format!("line 3, column x: '{mark}' is a missing value; {out}"))
		);
	}
	let empty = said(&format!("line 3, column v: the value is missing; {out}"));
	assert_eq!(complaint(&DENSITY, "v,w\n1,2\n,2\n"), empty);
}

#[test]
fn an_open_quotation_mark_is_found_where_it_opens() {
	let never = |line: usize| {
		said(&format!("line {line}: the quotation mark that opens on this line never closes"))
	};
	assert_eq!(complaint(&DEA, "dmu,x,y\nA,1,1\n\"B,2,1\nC,3,1\nD,4,1\n"), never(3));
	assert_eq!(complaint(&DEA, "dmu,\"x,y\r\nA,1,1\r\n"), never(1));
	assert_eq!(complaint(&DEA, "dmu,x,y\n\"St. \"\"Anna\"\",1,1\n"), never(2));
	// The next one closes it.
	let open = "a field goes on beyond its line, so a quotation mark may have been left open";
	assert_eq!(
		complaint(&DEA, "dmu,x,y\n\"A,1,1\nB,2,\"1\"\n"),
		said(&format!("line 2: 1 field, where the header has 3; {open}"))
	);
	assert_eq!(
		complaint(&DEA, "dmu,x,y\nA,\"1,1\nB\",2\n"),
		said(&format!("line 2, column x: '1,1\\nB' is not a number; {open}"))
	);
	let long = "x".repeat(100);
	assert_eq!(
		complaint(&DEA, format!("dmu,x,y\nA,{long},1\n")),
		said(&format!("line 2, column x: '{}\u{2026}' is not a number", &long[..59]))
	);
}

#[test]
fn names_that_cannot_be_listed_are_refused() {
	for (name, message) in [
		("A;B", "'A;B' has a semicolon in it, which separates peers in an answer; write the name without"),
		(
			"A\nB",
			"'A\\nB' has a line break in it; write the name without, or close a quotation mark that \
			 was left open",
		),
		("A\tB", "'A\\tB' has a control character in it; write the name without"),
		("A\u{7f}B", "'A\\u{7f}B' has a control character in it; write the name without"),
	] {
		assert_eq!(
			complaint(&DEA, format!("dmu,x,y\nC,1,1\n\"{name}\",1,1\n")),
			said(&format!("line 3, column dmu: {message}"))
		);
	}
}

#[test]
fn limits_are_said_before_anything_is_computed() {
	let units: String = (0..1_025).map(|unit| format!("{unit},1,1\n")).collect();
	let complain = complaint(&DEA, format!("dmu,x,y\n{units}"));
	assert_eq!(complain, "salus-analysis: standard input: there are more than 1024 DMUs\n");
	let nine = "a,b,c,d,e,f,g,h,i";
	let complain = complaint(
		&["dea", "-", "--dmu", "dmu", "--inputs", nine, "--outputs", "y"],
		format!("dmu,{nine},y\nA,1,1,1,1,1,1,1,1,1,1\n"),
	);
	assert_eq!(complain, "salus-analysis: standard input: there are more than 8 inputs\n");
	let values: String = (0..1_025).map(|value| format!("{value}\n")).collect();
	let complain = complaint(&DENSITY, format!("v\n{values}"));
	assert_eq!(
		complain,
		"salus-analysis: standard input, column v: group 'all': there are too many values\n"
	);
}

#[test]
fn text_that_is_not_utf8_is_named() {
	let file = b"dmu,x,y\nA,1,1\nK\xf6ln,1,1\n";
	assert_eq!(
		complaint(&DEA, file),
		"salus-analysis: standard input, line 3: the file is not UTF-8 text; save it as CSV UTF-8\n"
	);
}

#[test]
fn curves_that_cannot_be_are_named() {
	for (extra, file, line) in [
		(vec![], "v\n1\n1\n", "group 'all': all values are equal, so they suggest no bandwidth"),
		(
			vec!["--group", "g"],
			"v,g\n1,a\n2,a\n7,b\n",
			"group 'b': all values are equal, so they suggest no bandwidth",
		),
		(
			vec!["--relative-to-mean"],
			"v\n1\n-1\n",
			"the mean is not positive, so nothing is a multiple of it",
		),
		(
			vec!["--bandwidth", "1e30"],
			"v\n1\n2\n",
			"group 'all': the bandwidth is below 1e-18 or not below 1e19",
		),
	] {
		let complain = complaint(&[&DENSITY[..], &extra].concat(), file);
		assert_eq!(complain, format!("salus-analysis: standard input, column v: {line}\n"));
	}
	let complain = complaint(&[&DENSITY[..], &["--group", "g"]].concat(), "v,g\n1,a\n2,\n");
	assert_eq!(
		complain,
		"salus-analysis: standard input, line 3, column g: the value is missing\n"
	);
}

#[test]
fn bad_arguments_are_refused() {
	for arguments in [
		vec!["density", "-", "--value", "v", "--bandwidth", "0"],
		vec!["density", "-", "--value", "v", "--bandwidth", "-1"],
		vec!["density", "-", "--value", "v", "--bandwidth", "wide"],
		vec!["density", "-", "--value", "v", "--points", "1"],
		vec!["density", "-", "--value", "v", "--points", "513"],
		vec!["density", "-", "--value", "v", "--format", "table"],
		vec!["density", "-"],
		vec!["dea", "-", "--dmu", "dmu", "--inputs", "x"],
		vec![],
	] {
		assert!(!complaint(&arguments, "v\n1\n2\n").is_empty(), "{arguments:?}");
	}
}

#[test]
fn bad_numbers_of_the_command_line_are_refused_by_name() {
	for (option, values, wanted) in [
		(
			"--bandwidth <silverman|H>",
			["-1", "0", "wide"],
			"a bandwidth is 'silverman' or a positive number such as 0.25",
		),
		("--points <N>", ["x", "-1", "513"], "it is a whole number from 2 to 512"),
	] {
		for value in values {
			let name = option.split(' ').next().unwrap_or_default();
			let complain = complaint(&["density", "-", "--value", "v", name, value], "v\n1\n2\n");
			let first = format!("error: invalid value '{value}' for '{option}': {wanted}\n");
			assert!(complain.starts_with(&first), "{complain}");
		}
	}
}

#[test]
fn a_file_is_called_by_its_name() {
	let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
	let path = folder.join("stock of beds.csv");
	std::fs::write(&path, "v\n1\nx\n").expect("the folder is there for tests");
	let path = path.display().to_string();
	assert_eq!(
		complaint(&["density", &path, "--value", "v"], ""),
		format!("salus-analysis: {path}, line 3, column v: 'x' is not a number\n")
	);
	let missing = folder.join("missing.csv").display().to_string();
	let complain = complaint(&["density", &missing, "--value", "v"], "");
	assert!(complain.starts_with(&format!("salus-analysis: {missing}: cannot be read: ")));
	assert_eq!(complain.lines().count(), 1);
}
