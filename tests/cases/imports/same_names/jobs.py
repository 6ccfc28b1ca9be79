def resolve(run_id, user_id):
    return run_id


class Address:
    def __init__(self, run_id, user_id):
        self.first = run_id

    def value(self):
        return self.first
