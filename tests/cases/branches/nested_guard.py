"""Set in a nested branch, sent after the outer one."""


async def main(manager, run_id, user_id, flag, verbose):
    channel = None
    if flag:
        if verbose:
            channel = run_id
        else:
            channel = user_id
    if channel is not None:
        await manager.send_message(channel, {"v": verbose})
