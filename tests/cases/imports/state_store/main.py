"""State is written by one module, kept by a second and read by a third."""

import reader
import writer


async def main(manager, run_id, user_id):
    writer.begin(run_id, user_id)
    await reader.report(manager, run_id)
    await reader.report_job(manager, run_id)
