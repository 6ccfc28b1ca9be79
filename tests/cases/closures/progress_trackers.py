"""Trackers are closures over counters and over whom they tell."""


def make_tracker(ws, audience):
    count = 0
    current = audience

    async def step(text):
        nonlocal count
        count += 1
        await ws.send_to_user(current, {"n": count, "text": text})

    def redirect(to):
        nonlocal current
        current = to

    step.redirect = redirect
    return step, redirect


def make_reporter(ws):
    known = {}

    async def report(job):
        await ws.send_to_user(known.get(job, "nobody"), {"job": job})

    async def report_raw(job):
        for key in known:
            await ws.send_to_user(key, {"job": job})

    def learn(job, owner):
        known[job] = owner

    return learn, report, report_raw


async def main(manager, run_id, user_id):
    step, _ = make_tracker(manager, user_id)
    await step("a")
    moved, redirect = make_tracker(manager, user_id)
    redirect(run_id)
    await moved("b")
    back, redirect = make_tracker(manager, run_id)
    redirect(user_id)
    await back("c")
    learn, report, report_raw = make_reporter(manager)
    learn(run_id, user_id)
    await report(run_id)
    await report_raw(run_id)
