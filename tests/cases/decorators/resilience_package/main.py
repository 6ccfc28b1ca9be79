"""Timing and retrying decorators from another package, on methods that send."""

from jobs import ExportJob, ImportJob


async def main(manager, run_id, user_id):
    job = ImportJob(manager, owner=user_id)
    await job.report(run_id, {"rows": 3})
    export = ExportJob(manager, owner=user_id)
    await export.report(run_id, {"rows": 4})
