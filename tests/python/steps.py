"""What the tests send and read, as both libraries take and give it.

A call is a pallet, the name of the call, and its arguments. An event and a call that are read are plain.

Who is who is in `runtime/src/presets/mod.rs`.
"""

from __future__ import annotations

import time

DONOR = 0
HOSPITAL = 1
# Sites are numbered within their institution.
WAREHOUSE = 0
DOCK = 0
MASKS = 0

# The donor's agent, and the hospital's.
DONOR_AGENT = "Alice"
HOSPITAL_AGENT = "Bob"

# How long the worker of a fresh chain may take for its report, in seconds. Until then, blocks hold
# transactions without a signature, in a format that neither library reads: to both, whatever has no
# signature is an inherent.
REPORT_LIMIT = 300

_DAY = 86_400_000


def register_lot(quantity: int) -> tuple[str, str, dict]:
    """Registers masks in the donor's warehouse."""
    identity = {
        "class": MASKS,
        "batch": "M20200118",
        "serial": None,
        "made": None,
        "expiry": {"Day": {"year": 2030, "month": 1, "day": 31}},
        "window": None,
        "donor": DONOR,
        "earmark": None,
        "commissioning": "Observed",
        "document": None,
    }
    arguments = {"identity": identity, "quantity": quantity, "site": WAREHOUSE, "event": None}
    return "Registry", "register_lot", arguments


def propose(lot: int, quantity: int) -> tuple[str, str, dict]:
    """Proposes a gift of that lot from the donor to the hospital."""
    now = time.time_ns() // 1_000_000
    proposal = {
        "to": HOSPITAL,
        "from_site": WAREHOUSE,
        "to_site": DOCK,
        "terms": "Gift",
        # To both libraries a bounded list is something that holds a list.
        "legs": [[{"lot": lot, "quantity": quantity, "pack": None}]],
        "dispatch_by": now + 2 * _DAY,
        "receive_by": now + 7 * _DAY,
        "serves": None,
    }
    return "Circulation", "propose", {"proposal": proposal}


def accept(transfer: int) -> tuple[str, str, dict]:
    """Accepts a transfer, which only its receiver may."""
    return "Circulation", "accept", {"transfer": transfer}


def said(events: list[dict], pallet: str, name: str) -> list[dict]:
    """What each event of that name says."""
    named = (event for event in events if (event["module_id"], event["event_id"]) == (pallet, name))
    return [event["attributes"] for event in named]


def argument(call: dict, name: str):
    """The argument of that name of a call that was read."""
    [value] = (each["value"] for each in call["call_args"] if each["name"] == name)
    return value


def lots_in(batch: dict) -> list[tuple[str, str, int]]:
    """The calls inside a batch of registrations: pallet, name, quantity."""
    return [
        (call["call_module"], call["call_function"], argument(call, "quantity"))
        for call in argument(batch, "calls")
    ]
