def resolve(value):
    return str(value).strip()
