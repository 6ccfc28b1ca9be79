"""A test asserts that nothing was sent to the run id."""

import unittest
from unittest.mock import MagicMock


class RoutingTest(unittest.TestCase):
    def runTest(self):
        hub = MagicMock()
        hub.send_message.side_effect = None
        with self.assertRaises(AssertionError):
            hub.send_message.assert_any_call("run_1", {})
        with self.assertRaises(AssertionError):
            hub.send_to_user.assert_called_once_with("run_2", {})
        hub.send_to_user.assert_not_called()


async def main(manager, run_id, user_id):
    RoutingTest().runTest()
    await manager.send_to_user(user_id, {"run_id": run_id})
