def resolve(run_id, user_id):
    return user_id or "operator"


class Address:
    def __init__(self, run_id, user_id):
        self.first = user_id

    def value(self):
        return self.first
