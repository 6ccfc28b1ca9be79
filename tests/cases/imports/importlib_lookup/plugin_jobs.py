def resolve(job, owner):
    return job
