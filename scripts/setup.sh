# shellcheck shell=bash
# What every script needs before it can work. Sourced by the others, never run.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# One folder for everything compiled, outside the checkout: a fresh clone on the same machine finds
# all dependencies built, and all else of which the sources are the same (`know_sources`). So does CI.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/salus/target}

node_program=$CARGO_TARGET_DIR/release/salus-node
validator_program=$CARGO_TARGET_DIR/release/validate-blocks
runtime_wasm=$CARGO_TARGET_DIR/release/wbuild/salus-runtime/salus_runtime.compact.compressed.wasm
next_runtime_wasm=$CARGO_TARGET_DIR/release/wbuild/salus-rehearsal/salus_rehearsal.compact.compressed.wasm
analysis_program=$CARGO_TARGET_DIR/analysis/release/salus-analysis
export node_program validator_program runtime_wasm next_runtime_wasm analysis_program

# say MESSAGE...: what is being done now.
say() {
	step=$*
	printf '\n==> %s\n' "$step" >&2
}

# note MESSAGE...: what a reader should know of the step that runs.
note() {
	printf '    %s\n' "$*" >&2
}

# name_failures: a script that fails from here on names the step that failed in its last line.
name_failures() {
	trap '[[ $? -eq 0 ]] || printf "\nFAILED: %s: %s\n" "$0" "${step:-start}" >&2' EXIT
}

# fail MESSAGE...: why the script ends here.
fail() {
	printf '\n%s: %s\n' "$(basename "$0")" "$*" >&2
	exit 1
}

has() {
	command -v "$1" >/dev/null 2>&1
}

# What is compiled, or read while that is done: all but texts, scripts and JavaScript.
compiled_sources() {
	local file
	git ls-files -z --cached --others --exclude-standard -- \
		':!*.md' ':!*.mjs' ':!*.py' ':!*.ts' ':!docs' ':!scripts' ':!.ci' | LC_ALL=C sort --zero-terminated |
		while read -r -d '' file; do [[ ! -f $file ]] || printf '%s\0' "$file"; done
}

# know_sources: Cargo compiles what has changed, and that alone, whichever checkout it is called in.
#
# Cargo goes by the time of each file, and in a fresh checkout every file is new. So what was built
# last is remembered: the digest of its sources, since when they were so, and in which checkout. Another
# checkout with the same contents gets that time; one with other contents gets the present, so that
# nothing compiled from others passes for its own. In one and the same checkout the times are right.
#
# This holds while nothing but these scripts compiles into the folder, and no two checkouts at once.
know_sources() (
	cd "$root"
	record=$CARGO_TARGET_DIR/sources known='' since='' checkout=''
	digest=$(compiled_sources | xargs --null sha256sum | sha256sum | cut --characters 1-64) || exit 0
	[[ ! -f $record ]] || { read -r known since && read -r checkout; } <"$record"
	[[ $digest == "$known" ]] || since=$(date +%s.%N)
	[[ $root == "$checkout" ]] || compiled_sources | xargs --null touch --no-create --date "@$since"
	mkdir -p "$CARGO_TARGET_DIR"
	printf '%s\n' "$digest $since" "$root" >"$record"
)

# bindgen loads libclang when RocksDB is compiled; the compiler alone does not bring it.
has_libclang() {
	[[ -n ${LIBCLANG_PATH:-} ]] && return
	local found
	found=$(find /usr/lib /usr/lib64 /usr/local/lib -maxdepth 3 \( -name 'libclang.so*' -o -name 'libclang-[0-9]*.so*' \) -print -quit 2>/dev/null) || true
	[[ -n $found ]]
}

# install_packages PACKAGE...: as root; others are told the line to run.
install_packages() {
	[[ $# -gt 0 ]] || return 0
	has apt-get || fail "these are missing; install what your system calls them: $*"
	[[ $EUID -eq 0 ]] || fail "some system packages are missing. Run this line, then this script again:
  sudo apt-get update && sudo apt-get install --yes $*"
	say "Installing system packages: $*"
	apt-get update
	DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"
}

need_compilers() {
	local missing=()
	{ has cc && has c++; } || missing+=(build-essential)
	has protoc || missing+=(protobuf-compiler)
	has clang || missing+=(clang)
	has_libclang || missing+=(libclang-dev)
	has cmake || missing+=(cmake)
	has pkg-config || missing+=(pkg-config)
	install_packages "${missing[@]}"
}

need_javascript() {
	local missing=()
	has node || missing+=(nodejs)
	has npm || missing+=(npm)
	install_packages "${missing[@]}"
	node --eval 'const [major, minor] = process.versions.node.split(".").map(Number);
		process.exit(major > 20 || (major === 20 && minor >= 11) ? 0 : 1)' ||
		fail "Node.js is $(node --version), and the tests need 20.11 or newer: https://nodejs.org"
}

need_python() {
	local missing=()
	has python3 || missing+=(python3)
	{ has python3 && python3 -c 'import ensurepip, venv' 2>/dev/null; } || missing+=(python3-venv)
	install_packages "${missing[@]}"
	python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' ||
		fail "Python is $(python3 --version), and the tests need 3.10 or newer: https://www.python.org"
}

# need_python_packages NAME: $python runs with what tests/python/NAME.txt lists, in a folder of its own
# beside everything compiled. A folder whose list or Python is another one is made anew.
need_python_packages() {
	need_python
	local list=$root/tests/python/$1.txt folder=$CARGO_TARGET_DIR/python/$1
	local made_of=$folder/made-of
	python=$folder/bin/python
	if ! { python3 --version && cat "$list"; } | cmp --silent - "$made_of"; then
		say "Installing what $1 needs into $folder"
		rm -rf "$folder"
		python3 -m venv "$folder"
		# Only what is built already, so that no compiler and no package beside the list is needed.
		"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
			--require-hashes --requirement "$list"
		{ python3 --version && cat "$list"; } >"$made_of"
	fi
}

need_rust() {
	know_sources
	has cargo || [[ ! -x $HOME/.cargo/bin/cargo ]] || export PATH=$HOME/.cargo/bin:$PATH
	has cargo || fail "Rust is missing. Install it as https://rustup.rs says, then run this script again."
	# In the checkout, where rust-toolchain.toml chooses the toolchain.
	local target=wasm32v1-none sysroot
	sysroot=$(cd "$root" && rustc --print sysroot) ||
		fail "the toolchain of rust-toolchain.toml is missing. Install it with: (cd $root && rustup toolchain install)"
	[[ ! -d $sysroot/lib/rustlib/$target ]] || return 0
	has rustup || fail "Rust lacks the target $target, and without rustup this script cannot add it."
	say "Adding Rust's target $target"
	(cd "$root" && rustup target add "$target")
}

need_shellcheck() {
	has shellcheck || install_packages shellcheck
}

# cargo-deny is compiled once, into the folder of everything compiled. A little optimized: it compiles
# for less time than a release, and works for less than what is not optimized.
need_cargo_deny() {
	local version=0.20.2 tools=$CARGO_TARGET_DIR/tools
	export PATH=$tools/bin:$PATH
	[[ $(cargo deny --version 2>/dev/null) != "cargo-deny $version" ]] || return 0
	need_rust
	say "Installing cargo-deny $version into $tools, once: two to four minutes"
	cargo install --quiet --locked cargo-deny --version "$version" --root "$tools" --force \
		--target-dir "$tools/build" --debug \
		--config profile.dev.opt-level=1 --config profile.dev.debug=false
	rm -rf "$tools/build"
}

# What is built and tested in the release profile, as options for Cargo: all but primitives and the pallets,
# which are built as parts of it, and have features of their own where they are selected themselves.
in_release=(--release --locked --workspace --exclude salus-primitives --exclude 'pallet-*')

# build: the one build that every script shares. The same profile, the same features and the same
# set of crates each time, or Cargo builds most of a thousand crates again.
build() {
	need_compilers
	need_rust
	say "Building into $CARGO_TARGET_DIR"
	if [[ ! -x $node_program ]]; then
		say "The first build takes an hour or more on two cores, and minutes after that"
	fi
	(cd "$root" && cargo build "${in_release[@]}")
}

# The crates that are linted and tested in the development profile, without node and WASM.
pallets=(registry circulation supervision efficiency seats rules needs assembly ratification reallocation recalls emergencies protection)
scope=(primitives "${pallets[@]}")

# select_crates: the crates in scope, as options for Cargo. The selected packages decide which features
# their dependencies have; salus-primitives is always selected and turns on what any pallet needs, so
# every choice of crates shares its dependencies.
select_crates() {
	local name
	selected=(--package salus-primitives --features salus-primitives/mocks)
	for name in "${scope[@]}"; do
		[[ " ${pallets[*]} " != *" $name "* ]] || selected+=(--package "pallet-$name")
	done
}

# test_crates: those in scope, with their benchmarks, each of which is tested by running it once. Tests that
# break an invariant on purpose log it; a test that fails says why without the log.
test_crates() {
	select_crates
	selected+=(--features runtime-benchmarks --features try-runtime)
	say "Tests of ${scope[*]}"
	(cd "$root" && RUST_LOG=${RUST_LOG:-off} cargo test --locked "${selected[@]}" --tests --quiet)
}

# analysis CARGO_COMMAND [OPTION...]: in the workspace of the mathematics, which is built by itself.
analysis() {
	need_rust
	(
		cd "$root/analysis"
		CARGO_TARGET_DIR=$CARGO_TARGET_DIR/analysis cargo "$1" --release --locked --workspace "${@:2}"
	)
}
