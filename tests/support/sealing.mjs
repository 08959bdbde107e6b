// Documents that are sealed to their receiver and travel off chain: HPKE (RFC 9180) with X25519, HKDF-SHA256 and
// ChaCha20-Poly1305, in the format of the tool `salus`, which `tools/salus/src/sealing.rs` describes.

import { Chacha20Poly1305 } from '@hpke/chacha20poly1305';
import { CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import {
	bnToU8a,
	compactAddLength,
	hexToU8a,
	stringToU8a,
	u8aConcat,
	u8aToHex,
	u8aToString,
	u8aToU8a,
} from '@polkadot/util';
import { blake2AsHex, decodeAddress } from '@polkadot/util-crypto';
import { send, view } from '@salus/client';

const suite = new CipherSuite({
	kem: new DhkemX25519HkdfSha256(),
	kdf: new HkdfSha256(),
	aead: new Chacha20Poly1305(),
});

/** How a document begins: with its format, and the version of that; behind comes the number of a sealing key. */
const START = u8aConcat(stringToU8a('SALUSDO'), Uint8Array.of(1));
const HEAD_LENGTH = START.length + 4;
const KEY_LENGTH = 32;

const u32 = (number) => bnToU8a(number, { bitLength: 32, isLe: true });

/** The parties of documents. */
export const institution = ({ id }) => ({ Institution: id });
export const pseudonym = ({ address }) => ({ Pseudonym: address });

/** What a document is sealed for: this chain, its receiver, and the receiver's key of this number. */
const infoOf = (api, { Institution, Pseudonym }, number) => {
	const party =
		Pseudonym === undefined
			? u8aConcat(Uint8Array.of(0), u32(Institution))
			: u8aConcat(Uint8Array.of(1), decodeAddress(Pseudonym));
	const start = compactAddLength(stringToU8a('salus/seal'));
	return u8aConcat(start, u8aToU8a(api.genesisHash), party, u32(number));
};

/** A new secret to open documents with, and the key that others seal them to. */
export const newSealingSecret = async () => {
	const { privateKey, publicKey } = await suite.kem.generateKeyPair();
	const key = u8aToHex(new Uint8Array(await suite.kem.serializePublicKey(publicKey)));
	return { secret: privateKey, key };
};

/** Publishes a new sealing key for whoever the account acts for; answers with the secret. */
export const publishSealingKey = async (api, account) => {
	const { secret, key } = await newSealingSecret();
	await send(api, account, api.tx.protection.publishSealingKey(key));
	return secret;
};

/** The sealing key of a party, as the chain knows it. */
export const sealingKeyOf = (api, party) => view(api, 'Protection', 'sealing_key', party);

/**
 * Seals a text to the newest key of a party; answers with the document as it travels, its digest as the chain keeps
 * it, and the number of the key.
 */
export const seal = async (api, party, text) => {
	const { number, key } = await sealingKeyOf(api, party);
	const recipientPublicKey = await suite.kem.deserializePublicKey(hexToU8a(key));
	const head = u8aConcat(START, u32(number));
	const to = { recipientPublicKey, info: infoOf(api, party, number) };
	const { enc, ct } = await suite.seal(to, stringToU8a(text), head);
	const document = u8aConcat(head, new Uint8Array(enc), new Uint8Array(ct));
	return { document, digest: digestOf(document), number };
};

/** What a document says that is sealed to a party, by the party's secret. Throws when it is sealed to another. */
export const open = async (api, party, secret, document) => {
	const head = document.slice(0, HEAD_LENGTH);
	const number = new DataView(head.buffer, head.byteOffset).getUint32(START.length, true);
	const enc = document.slice(HEAD_LENGTH, HEAD_LENGTH + KEY_LENGTH);
	const from = { recipientKey: secret, enc, info: infoOf(api, party, number) };
	const text = await suite.open(from, document.slice(HEAD_LENGTH + KEY_LENGTH), head);
	return u8aToString(new Uint8Array(text));
};

/** The digest of a document, as the chain keeps it. */
export const digestOf = (document) => blake2AsHex(document, 256);
