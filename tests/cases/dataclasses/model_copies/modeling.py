class Model:
    def __init__(self, **data):
        cls = type(self)
        for name in cls.__annotations__:
            if name in data:
                setattr(self, name, data[name])
            else:
                setattr(self, name, getattr(cls, name, None))

    def model_dump(self, exclude=()):
        return {name: value for name, value in self.__dict__.items() if name not in exclude}

    def model_copy(self, *, update=None):
        copied = self.__class__.__new__(self.__class__)
        copied.__dict__.update(self.__dict__)
        for name, value in (update or {}).items():
            setattr(copied, name, value)
        return copied
