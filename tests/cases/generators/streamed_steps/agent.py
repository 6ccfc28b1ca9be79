async def stream(job):
    for number, step in enumerate(("plan", "act", "observe")):
        yield {"source": job, "to": job, "step": step, "number": number}
