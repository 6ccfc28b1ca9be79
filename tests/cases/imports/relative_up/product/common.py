def first_of(*values):
    return values[0]


def last_of(*values):
    return values[-1]
