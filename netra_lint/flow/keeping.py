"""Functions that a call puts somewhere: whoever reads it there may call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import class_attributes, sinks
from netra_lint.flow.graph import displayed
from netra_lint.flow.words import MUTATORS

if TYPE_CHECKING:
    from netra_lint.flow.agenda import Agenda
    from netra_lint.flow.carried import Carried
    from netra_lint.flow.frames import Dispatch, Frame


class Keeping:
    """Asks for the readers of what keeps functions that lead to a send.

    Args:
        carried: what tells which values are such functions.
        agenda: what takes the names and functions that are to be looked at.
    """

    def __init__(self, carried: Carried, agenda: Agenda) -> None:
        self._carried = carried
        self._agenda = agenda

    def look_at(self, frame: Frame) -> None:
        """Look at what a frame puts into fields and containers."""
        for state in frame.facts.mems:
            if state[0] == "attr" and self._carried.is_led_on_by(state[4], frame):
                self._agenda.may_want(state[3])
            elif state[0] == "item" and self._keeps(state[4], frame):
                self._agenda.look_around(frame.info)
            elif state[0] == "call" and sinks.called_name(frame, state[2]) in MUTATORS:
                given = frame.facts.nodes[state[2]][2]
                if any(self._keeps(node, frame) for node, *_ in given):
                    self._agenda.look_around(frame.info)

    def _keeps(self, node: int, frame: Frame) -> bool:
        """Whether what is put into a container leads on, or is a display with something that does.

        Registries keep a function in one entry with what is said of it.
        """
        parts = displayed(frame.facts.nodes, node)
        return any(self._carried.is_led_on_by(part, frame) for part in parts)

    def look_at_records(self, found: Dispatch) -> None:
        """Fields of records that are given functions are names to call these by."""
        for cls in found.made:
            if cls.find("__init__") is None:
                for index, name in enumerate(class_attributes.record_fields(cls)):
                    arg = found.args.get(index, name)
                    if arg is not None and self._carried.carries(arg):
                        self._agenda.may_want(name)
