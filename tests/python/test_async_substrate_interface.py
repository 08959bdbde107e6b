"""What async-substrate-interface sends to a chain, and reads of it."""

import asyncio
import contextlib
import time
import unittest

import sr25519
from async_substrate_interface import AsyncSubstrateInterface
from scalecodec.utils.ss58 import ss58_encode

import steps
from node import Node


class Key:
    """A development key, as the library asks for one (`async_substrate_interface.protocols`)."""

    # Of the phrase `bottom drive obey lake curtain smoke basket hold race lonely fit walk`.
    PHRASE = "fac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e"

    crypto_type = 1
    ss58_format = 42

    def __init__(self, name):
        public, secret = sr25519.pair_from_seed(bytes.fromhex(self.PHRASE))
        # A junction is the SCALE encoding of its name, filled up with zeros.
        junction = bytes([len(name) << 2, *name.encode()]).ljust(32, b"\0")
        _, self.public_key, self._secret = sr25519.hard_derive_keypair((junction, public, secret), b"")
        self.ss58_address = ss58_encode(self.public_key, self.ss58_format)

    def sign(self, data):
        message = data.data if hasattr(data, "data") else data
        return sr25519.sign((self.public_key, self._secret), bytes(message))


class AsyncSubstrateInterfaceTest(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        running = contextlib.ExitStack()
        cls.addClassCleanup(running.close)
        cls.node = running.enter_context(Node())
        cls.donor = Key(steps.DONOR_AGENT)
        cls.hospital = Key(steps.HOSPITAL_AGENT)

    async def asyncSetUp(self):
        self.chain = AsyncSubstrateInterface(self.node.endpoint)
        await self.chain.initialize()
        self.addAsyncCleanup(self.chain.close)
        limit = time.monotonic() + steps.REPORT_LIMIT
        while (await self.chain.query("Efficiency", "ActiveRounds")).value:
            assert time.monotonic() < limit, "the report was not final in time"
            await asyncio.sleep(0.5)

    async def call(self, pallet, name, arguments):
        return await self.chain.compose_call(pallet, name, arguments)

    async def send(self, signer, call):
        """Answers with the receipt, once a block holds the call."""
        extrinsic = await self.chain.create_signed_extrinsic(call, signer)
        return await self.chain.submit_extrinsic(extrinsic, wait_for_inclusion=True)

    async def events(self, receipt):
        self.assertTrue(await receipt.is_success, await receipt.error_message)
        return await receipt.triggered_events

    async def register_lot(self, quantity):
        receipt = await self.send(self.donor, await self.call(*steps.register_lot(quantity)))
        [registered] = steps.said(await self.events(receipt), "Registry", "LotRegistered")
        return registered["lot"]

    async def test_a_transfer_is_proposed_and_its_event_is_read_by_the_names_of_its_fields(self):
        lot = await self.register_lot(100)
        receipt = await self.send(self.donor, await self.call(*steps.propose(lot, 40)))
        events = await self.events(receipt)
        [proposed] = steps.said(events, "Circulation", "TransferProposed")
        self.assertEqual(proposed["sender"], steps.DONOR)
        self.assertEqual(proposed["receiver"], steps.HOSPITAL)

        accept = await self.call(*steps.accept(proposed["transfer"]))
        events = await self.events(await self.send(self.hospital, accept))
        self.assertEqual(
            steps.said(events, "Circulation", "TransferAccepted"),
            [{"transfer": proposed["transfer"]}],
        )

    async def test_a_batch_is_composed_of_calls_and_read_from_its_block_with_them(self):
        calls = [await self.call(*steps.register_lot(quantity)) for quantity in (7, 11)]
        batch = await self.call("Utility", "batch_all", {"calls": calls})
        receipt = await self.send(self.donor, batch)
        events = await self.events(receipt)
        registered = steps.said(events, "Registry", "LotRegistered")
        self.assertEqual([lot["quantity"] for lot in registered], [7, 11])
        self.assertEqual(len(steps.said(events, "Utility", "BatchCompleted")), 1)

        block = await self.chain.get_block(block_hash=receipt.block_hash)
        call = block["extrinsics"][await receipt.extrinsic_idx].value["call"]
        register = ("Registry", "register_lot")
        self.assertEqual(steps.lots_in(call), [(*register, 7), (*register, 11)])

    async def test_the_events_of_a_block_are_all_read(self):
        receipt = await self.send(self.donor, await self.call(*steps.register_lot(3)))
        events = await self.chain.get_events(receipt.block_hash)
        [registered] = steps.said(events, "Registry", "LotRegistered")
        self.assertEqual(registered["institution"], steps.DONOR)
        self.assertTrue(steps.said(events, "System", "ExtrinsicSuccess"))

    async def test_a_refusal_is_read_by_the_name_of_its_error(self):
        receipt = await self.send(self.hospital, await self.call(*steps.accept(999_999)))
        self.assertFalse(await receipt.is_success)
        self.assertEqual((await receipt.error_message)["name"], "TransferNotFound")

    async def test_what_is_stored_is_read(self):
        lot = await self.register_lot(5)
        self.assertGreater((await self.chain.query("Registry", "NextLotId")).value, lot)
        donor = (await self.chain.query("Registry", "Institutions", [steps.DONOR])).value
        self.assertEqual(donor["kind"], "Donor")


if __name__ == "__main__":
    unittest.main()
