def pick(run_id, user_id):
    return run_id
