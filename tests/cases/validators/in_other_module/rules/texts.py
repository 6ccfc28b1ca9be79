def has_content(value):
    return value is not None and value.strip() != ""
