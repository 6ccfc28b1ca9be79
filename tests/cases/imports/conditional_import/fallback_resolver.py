def resolve(run_id, user_id):
    return user_id if user_id else run_id
