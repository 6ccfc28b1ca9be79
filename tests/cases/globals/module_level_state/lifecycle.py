import state


class Silent:
    async def send_to_user(self, user_id, message):
        return False

    async def send_to_thread(self, thread_id, message):
        return False


def startup(manager):
    state.manager = manager


def shutdown():
    state.manager = Silent()
