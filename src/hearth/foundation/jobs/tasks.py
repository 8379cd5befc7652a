"""Work of the jobs room itself."""

from procrastinate import JobContext
from procrastinate.contrib.django import app

STALLED_AFTER = 60
"""Seconds without a heartbeat after which a worker counts as killed."""


@app.periodic(cron="* * * * *")
@app.task(name="jobs.rescue", queueing_lock="jobs.rescue", pass_context=True)
async def rescue(context: JobContext, timestamp: int) -> None:
    """Give the jobs of a killed worker to another one."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER):
        await manager.retry_job(job)
