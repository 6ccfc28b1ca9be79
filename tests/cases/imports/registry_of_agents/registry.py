REGISTRY = {}


def agent(name):
    def register(cls):
        cls.agent_name = name
        REGISTRY[name] = cls
        return cls

    return register
