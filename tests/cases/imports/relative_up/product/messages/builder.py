def text(value):
    return {"text": f"about {value}"}
