//! Why a transaction was refused: in the words of the pallet that refused it.

use codec::Encode;
use jsonrpsee::core::client::Error as ClientError;
use salus_runtime::{Runtime, RuntimeError};
use sp_runtime::{
	scale_info::{Type, TypeDef, TypeInfo, Variant},
	DispatchError,
};

/// What the pool puts before the number of an error.
const NUMBERED: &str = "Custom error: ";

/// What is said of an error that a block has for a transaction.
pub fn of_dispatch(error: DispatchError) -> String {
	let DispatchError::Module(module) = error else {
		let name: &'static str = error.into();
		return match error {
			DispatchError::BadOrigin => {
				format!("{name}: this account does not act for an institution, or not in the role that is needed")
			}
			error => format!("{name} ({error:?})"),
		};
	};
	let pallet = variant(&RuntimeError::type_info(), module.index);
	let error = pallet.as_ref().and_then(|pallet| {
		let errors = pallet.fields.first()?.ty.type_info();
		variant(&errors, module.error[0])
	});
	match (pallet, error) {
		(Some(pallet), Some(error)) => format!("{}.{}", pallet.name, in_words(&error)),
		_ => format!("error {} of pallet {}", hex_of(&module.error), module.index),
	}
}

/// What is said of an error that the pool has for a call of pallet `protection` that authorises itself.
pub fn of_authorised(error: &ClientError) -> String {
	let number = numbered(error);
	let errors = pallet_protection::Error::<Runtime>::type_info();
	match number.and_then(|number| variant(&errors, number)) {
		Some(error) => format!("Protection.{}", in_words(&error)),
		None => of_pool(error),
	}
}

/// What is said of an error that the pool has for a transaction that is signed.
pub fn of_pool(error: &ClientError) -> String {
	let ClientError::Call(error) = error else {
		return format!("the node does not answer: {error}");
	};
	let data = error.data().map(|data| data.get().trim_matches('"')).unwrap_or_default();
	format!("{}: {data}", error.message()).trim_end_matches(": ").to_owned()
}

/// The number of the pallet's error, if the pool tells one.
fn numbered(error: &ClientError) -> Option<u8> {
	let ClientError::Call(error) = error else { return None };
	let data = error.data()?.get().trim_matches('"');
	data.strip_prefix(NUMBERED)?.parse().ok()
}

fn variant(of: &Type, index: u8) -> Option<Variant> {
	let TypeDef::Variant(variants) = &of.type_def else { return None };
	variants.variants.iter().find(|variant| variant.index == index).cloned()
}

/// An error's name, and what its documentation says of it.
fn in_words(error: &Variant) -> String {
	let words: Vec<_> = error.docs.iter().map(|line| line.trim()).collect();
	format!("{}: {}", error.name, words.join(" ")).trim_end_matches(": ").to_owned()
}

fn hex_of(error: &impl Encode) -> String {
	crate::hex::write(&error.encode())
}

#[cfg(test)]
mod tests {
	use super::*;
	use jsonrpsee::types::ErrorObject;
	use sp_runtime::ModuleError;

	fn refused(data: &str) -> ClientError {
		ClientError::Call(ErrorObject::owned(1010, "Invalid Transaction", Some(data)))
	}

	#[test]
	fn an_error_of_a_pallet_is_told_by_its_name_and_what_to_do() {
		let error: DispatchError = pallet_protection::Error::<Runtime>::UsedUp.into();
		assert_eq!(
			of_dispatch(error),
			"Protection.UsedUp: The pseudonym has done as often what its context is for as it may."
		);
	}

	#[test]
	fn the_number_that_the_pool_tells_is_that_of_the_error() {
		use pallet_protection::Error;
		for error in [Error::<Runtime>::InvalidKey, Error::AliasTaken, Error::NotProven] {
			let name = format!("Protection.{error:?}: ");
			let number = error.encode()[0];
			let told = of_authorised(&refused(&format!("{NUMBERED}{number}")));
			assert!(told.starts_with(&name), "{told}");
		}
	}

	#[test]
	fn what_has_no_number_is_told_as_the_node_tells_it() {
		let told = "Invalid Transaction: Inability to pay some fees";
		assert_eq!(of_pool(&refused("Inability to pay some fees")), told);
		assert_eq!(of_authorised(&refused("Inability to pay some fees")), told);
		assert_eq!(
			of_authorised(&refused("Custom error: 255")),
			"Invalid Transaction: Custom error: 255"
		);
	}

	#[test]
	fn an_error_that_no_pallet_has_is_told_by_its_numbers() {
		let module = ModuleError { index: 254, error: [1, 0, 0, 0], message: None };
		assert_eq!(of_dispatch(DispatchError::Module(module)), "error 0x01000000 of pallet 254");
	}
}
