class Runner:
    def __init__(self, manager, sessions, registry):
        self.manager = manager
        self.sessions = sessions
        self.registry = registry

    async def run(self, name, run_id):
        if run_id not in self.sessions:
            raise KeyError(run_id)
        session = self.sessions[run_id]
        agent_class = self.registry[name]
        instance = agent_class(self.manager.send_to_user, session)
        await instance.execute()
        await self.manager.send_to_thread(session.thread_id, {"agent": name, "run_id": run_id})
