"""What py-substrate-interface sends to a chain, and reads of it."""

import contextlib
import time
import unittest

from substrateinterface import Keypair, SubstrateInterface

import steps
from node import Node


class SubstrateInterfaceTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        running = contextlib.ExitStack()
        cls.addClassCleanup(running.close)
        node = running.enter_context(Node())
        cls.chain = running.enter_context(SubstrateInterface(url=node.endpoint))
        limit = time.monotonic() + steps.REPORT_LIMIT
        while cls.chain.query("Efficiency", "ActiveRounds").value:
            assert time.monotonic() < limit, "the report was not final in time"
            time.sleep(0.5)
        cls.donor = Keypair.create_from_uri(f"//{steps.DONOR_AGENT}")
        cls.hospital = Keypair.create_from_uri(f"//{steps.HOSPITAL_AGENT}")

    def call(self, pallet, name, arguments):
        return self.chain.compose_call(pallet, name, arguments)

    def send(self, signer, call):
        """Answers with the receipt, once a block holds the call."""
        extrinsic = self.chain.create_signed_extrinsic(call, signer)
        return self.chain.submit_extrinsic(extrinsic, wait_for_inclusion=True)

    def events(self, receipt):
        self.assertTrue(receipt.is_success, receipt.error_message)
        return [event.value for event in receipt.triggered_events]

    def register_lot(self, quantity):
        receipt = self.send(self.donor, self.call(*steps.register_lot(quantity)))
        [registered] = steps.said(self.events(receipt), "Registry", "LotRegistered")
        return registered["lot"]

    def test_a_transfer_is_proposed_and_its_event_is_read_by_the_names_of_its_fields(self):
        lot = self.register_lot(100)
        receipt = self.send(self.donor, self.call(*steps.propose(lot, 40)))
        [proposed] = steps.said(self.events(receipt), "Circulation", "TransferProposed")
        self.assertEqual(proposed["sender"], steps.DONOR)
        self.assertEqual(proposed["receiver"], steps.HOSPITAL)

        accepted = self.send(self.hospital, self.call(*steps.accept(proposed["transfer"])))
        self.assertEqual(
            steps.said(self.events(accepted), "Circulation", "TransferAccepted"),
            [{"transfer": proposed["transfer"]}],
        )

    def test_a_batch_is_composed_of_calls_and_read_from_its_block_with_them(self):
        calls = [self.call(*steps.register_lot(quantity)) for quantity in (7, 11)]
        receipt = self.send(self.donor, self.call("Utility", "batch_all", {"calls": calls}))
        events = self.events(receipt)
        registered = steps.said(events, "Registry", "LotRegistered")
        self.assertEqual([lot["quantity"] for lot in registered], [7, 11])
        self.assertEqual(len(steps.said(events, "Utility", "BatchCompleted")), 1)

        block = self.chain.get_block(block_hash=receipt.block_hash)
        call = block["extrinsics"][receipt.extrinsic_idx].value["call"]
        register = ("Registry", "register_lot")
        self.assertEqual(steps.lots_in(call), [(*register, 7), (*register, 11)])

    def test_the_events_of_a_block_are_all_read(self):
        receipt = self.send(self.donor, self.call(*steps.register_lot(3)))
        events = [event.value for event in self.chain.get_events(receipt.block_hash)]
        [registered] = steps.said(events, "Registry", "LotRegistered")
        self.assertEqual(registered["institution"], steps.DONOR)
        self.assertTrue(steps.said(events, "System", "ExtrinsicSuccess"))

    def test_a_refusal_is_read_by_the_name_of_its_error(self):
        receipt = self.send(self.hospital, self.call(*steps.accept(999_999)))
        self.assertFalse(receipt.is_success)
        self.assertEqual(receipt.error_message["name"], "TransferNotFound")

    def test_what_is_stored_is_read(self):
        lot = self.register_lot(5)
        self.assertGreater(self.chain.query("Registry", "NextLotId").value, lot)
        donor = self.chain.query("Registry", "Institutions", [steps.DONOR]).value
        self.assertEqual(donor["kind"], "Donor")


if __name__ == "__main__":
    unittest.main()
