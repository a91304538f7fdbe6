"""Troubles ordered by a test: refusals, silences and cut connections, for so many calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from local.errors import ApiError, bad_request, forbidden, too_many_requests, upgraded

FaultKind = Literal["429", "500", "502", "400", "403", "migrated", "reset", "reset_after", "timeout", "timeout_after"]
REFUSALS = {"429", "500", "502", "400", "403", "migrated"}
CUTS = {"reset", "reset_after"}


@dataclass
class Fault:
    """`times` calls of `method` (any, where None) to `chat_id` (any, where None) fail, after `skip` that do not.

    `…_after` lets the call take effect and then loses its answer.
    """

    kind: FaultKind
    method: str | None = "sendMessage"
    chat_id: int | None = None
    times: int = 1
    skip: int = 0
    retry_after: int = 3
    migrate_to_chat_id: int = 0
    description: str | None = None

    def fits(self, method: str, chat_id: object) -> bool:
        same_method = self.method is None or self.method.lower() == method.lower()
        return same_method and (self.chat_id is None or str(self.chat_id) == str(chat_id))


def due_fault(faults: list[Fault], method: str, chat_id: object) -> Fault | None:
    """The fault that this call meets, counted down; spent ones leave the list."""
    for fault in faults:
        if fault.fits(method, chat_id):
            if fault.skip:
                fault.skip -= 1
                continue
            fault.times -= 1
            if not fault.times:
                faults.remove(fault)
            return fault
    return None


def refusal(fault: Fault) -> ApiError:
    """What Telegram says in this case."""
    if fault.kind == "429":
        return too_many_requests(fault.retry_after)
    if fault.kind == "migrated":
        return upgraded(fault.migrate_to_chat_id)
    if fault.kind == "403":
        return forbidden(fault.description or "bot was blocked by the user")
    if fault.kind == "400":
        return bad_request(fault.description or "chat not found")
    if fault.kind == "502":
        return ApiError(502, "Bad Gateway")
    return ApiError(500, fault.description or "Internal Server Error")
