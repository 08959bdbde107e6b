//! The connection to a node, and what is read from it.

use crate::{arguments::Options, hex, Outcome};
use codec::{Decode, DecodeAll, Encode};
use frame_support::{
	storage::storage_prefix,
	view_functions::{ViewFunction, ViewFunctionDispatchError},
};
use jsonrpsee::{
	core::client::{ClientT, Error as ClientError, Subscription, SubscriptionClientT},
	ws_client::{WsClient, WsClientBuilder},
};
use salus_primitives::Moment;
use salus_runtime::VERSION;
use serde_json::{json, Value};
use sp_core::H256;

/// How many entries are asked for at once.
const PAGE: usize = 256;

/// A chain, by one of its nodes.
pub struct Chain {
	client: WsClient,
	/// The hash of its first block.
	pub genesis: H256,
}

/// The state of a chain after one block: all that is read of it is of that block.
pub struct State<'a> {
	chain: &'a Chain,
	hash: H256,
}

impl Chain {
	/// Connects to the node that the options name.
	///
	/// # Errors
	///
	/// If it cannot be reached, is of another chain than they name, or runs another version of the runtime than
	/// this program was made for.
	pub async fn connect(options: &Options) -> Outcome<Self> {
		Self::connect_to(&options.endpoint, options.genesis).await
	}

	/// Connects to a node, of the chain with this first block if one is given.
	pub async fn connect_to(url: &str, expected: Option<H256>) -> Outcome<Self> {
		let client = WsClientBuilder::default()
			.build(url)
			.await
			.map_err(|error| format!("the node at {url} cannot be reached: {error}"))?;
		let mut chain = Self { client, genesis: H256::zero() };
		chain.genesis = chain.hash_of(0).await?;
		if expected.is_some_and(|expected| expected != chain.genesis) {
			return Err(format!(
				"the node at {url} is of another chain: its first block is {}",
				hex::write(chain.genesis.as_bytes())
			)
			.into());
		}
		chain.check_version(url).await?;
		Ok(chain)
	}

	/// Refuses a node that runs another runtime than this program was made for: it would misread its state.
	async fn check_version(&self, url: &str) -> Outcome<()> {
		let version = self.ask("state_getRuntimeVersion", Vec::new()).await?;
		let name = version["specName"].as_str().unwrap_or_default();
		if name != VERSION.spec_name {
			return Err(format!("the node at {url} is of no Salus chain: it runs {name:?}").into());
		}
		let (spec, transaction) = (&version["specVersion"], &version["transactionVersion"]);
		if *spec != VERSION.spec_version || *transaction != VERSION.transaction_version {
			return Err(format!(
				"the chain runs version {spec} (transactions {transaction}), and this program is for version \
				 {} (transactions {}): take the program that belongs to it",
				VERSION.spec_version, VERSION.transaction_version
			)
			.into());
		}
		Ok(())
	}

	/// The state after the newest block.
	pub async fn newest(&self) -> Outcome<State<'_>> {
		Ok(self.after(hash(&self.ask("chain_getBlockHash", Vec::new()).await?)?))
	}

	/// The state after the block of this number.
	pub async fn at(&self, number: u32) -> Outcome<State<'_>> {
		Ok(self.after(self.hash_of(number).await?))
	}

	/// The state after the block with this hash.
	pub fn after(&self, hash: H256) -> State<'_> {
		State { chain: self, hash }
	}

	async fn hash_of(&self, number: u32) -> Outcome<H256> {
		hash(&self.ask("chain_getBlockHash", vec![json!(number)]).await?)
	}

	/// The transactions of a block, each as it was sent, in hexadecimal digits.
	pub async fn transactions(&self, block: H256) -> Outcome<Vec<String>> {
		let answer = self.ask("chain_getBlock", vec![json!(hex::write(block.as_bytes()))]).await?;
		let transactions = answer["block"]["extrinsics"].as_array();
		let transactions = transactions.ok_or("the node tells nothing of its block")?;
		Ok(transactions.iter().filter_map(Value::as_str).map(str::to_owned).collect())
	}

	/// How many transactions an account has signed, those among them that wait.
	pub async fn next_nonce(&self, address: &str) -> Outcome<u32> {
		let nonce = self.ask("system_accountNextIndex", vec![json!(address)]).await?;
		let nonce = nonce.as_u64().and_then(|nonce| nonce.try_into().ok());
		nonce.ok_or_else(|| "the node tells no number of the next transaction".into())
	}

	/// Hands a transaction in, and tells what becomes of it.
	pub async fn submit(&self, transaction: &[u8]) -> Result<Subscription<Value>, ClientError> {
		self.client
			.subscribe(
				"author_submitAndWatchExtrinsic",
				vec![json!(hex::write(transaction))],
				"author_unwatchExtrinsic",
			)
			.await
	}

	async fn ask(&self, method: &str, parameters: Vec<Value>) -> Outcome<Value> {
		let answer = self.client.request(method, parameters).await;
		answer.map_err(|error| match error {
			ClientError::Call(error) => {
				let data = error.data().map(|data| data.get()).unwrap_or_default();
				format!("the node does not answer {method}: {} {data}", error.message()).into()
			}
			error => format!("the node does not answer {method}: {error}").into(),
		})
	}
}

impl State<'_> {
	/// The number of the block.
	pub async fn number(&self) -> Outcome<u32> {
		Ok(self.value(&storage_prefix(b"System", b"Number")).await?.unwrap_or_default())
	}

	/// The time of the block.
	pub async fn now(&self) -> Outcome<Moment> {
		let now = self.value(&storage_prefix(b"Timestamp", b"Now")).await?;
		now.ok_or_else(|| "the chain has no time yet: wait for its first block".into())
	}

	/// What is stored under a key; `None` when nothing is.
	pub async fn value<V: Decode>(&self, key: &[u8]) -> Outcome<Option<V>> {
		let parameters = vec![json!(hex::write(key)), self.block()];
		match self.chain.ask("state_getStorage", parameters).await? {
			Value::Null => Ok(None),
			value => decode(&value).map(Some),
		}
	}

	/// What is stored under each of many keys, in their order.
	pub async fn values<V: Decode>(&self, keys: &[Vec<u8>]) -> Outcome<Vec<Option<V>>> {
		let mut values = Vec::with_capacity(keys.len());
		for page in keys.chunks(PAGE) {
			let page: Vec<_> = page.iter().map(|key| hex::write(key)).collect();
			let answer =
				self.chain.ask("state_queryStorageAt", vec![json!(page), self.block()]).await?;
			let changes = answer[0]["changes"].as_array().ok_or("the node tells no values")?;
			for key in &page {
				// A key that was asked for twice is answered once.
				let change = changes.iter().find(|change| change[0] == **key);
				let value = change.map_or(&Value::Null, |change| &change[1]);
				values.push(match value {
					Value::Null => None,
					value => Some(decode(value)?),
				});
			}
		}
		Ok(values)
	}

	/// All that is stored under keys that begin so, with those keys.
	pub async fn entries<V: Decode>(&self, prefix: &[u8]) -> Outcome<Vec<(Vec<u8>, V)>> {
		let keys = self.keys(prefix).await?;
		let values = self.values(&keys).await?;
		Ok(keys.into_iter().zip(values).filter_map(|(key, value)| Some((key, value?))).collect())
	}

	async fn keys(&self, prefix: &[u8]) -> Outcome<Vec<Vec<u8>>> {
		let mut keys: Vec<Vec<u8>> = Vec::new();
		loop {
			let last = keys.last().map(|last| hex::write(last));
			let parameters =
				vec![json!(hex::write(prefix)), json!(PAGE), json!(last), self.block()];
			let answer = self.chain.ask("state_getKeysPaged", parameters).await?;
			let page = answer.as_array().ok_or("the node tells no keys")?;
			for key in page {
				keys.push(bytes(key)?);
			}
			if page.len() < PAGE {
				return Ok(keys);
			}
		}
	}

	/// What a view of the runtime says.
	pub async fn view<F>(&self, function: F) -> Outcome<F::ReturnType>
	where
		F: ViewFunction + Encode,
		F::ReturnType: Decode,
	{
		let input = (F::id(), function.encode()).encode();
		let method = "RuntimeViewFunction_execute_view_function";
		let parameters = vec![json!(method), json!(hex::write(&input)), self.block()];
		let answer = self.chain.ask("state_call", parameters).await?;
		let output: Result<Vec<u8>, ViewFunctionDispatchError> = decode(&answer)?;
		let output = output.map_err(|error| format!("the chain knows no such view: {error:?}"))?;
		F::ReturnType::decode_all(&mut &output[..]).map_err(misread)
	}

	fn block(&self) -> Value {
		json!(hex::write(self.hash.as_bytes()))
	}
}

fn hash(value: &Value) -> Outcome<H256> {
	let hash = value.as_str().and_then(|text| hex::read(text).ok());
	hash.map(H256).ok_or_else(|| "the node does not know a block that it should".into())
}

fn bytes(value: &Value) -> Outcome<Vec<u8>> {
	let bytes = value.as_str().and_then(|text| sp_core::bytes::from_hex(text).ok());
	bytes.ok_or_else(|| "the node answers with something else than bytes".into())
}

fn decode<V: Decode>(value: &Value) -> Outcome<V> {
	V::decode_all(&mut &bytes(value)?[..]).map_err(misread)
}

fn misread(error: codec::Error) -> Box<dyn std::error::Error + Send + Sync> {
	format!("the node's answer is not what this program expects: {error}").into()
}
