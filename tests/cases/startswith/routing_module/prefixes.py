RUN = "run_"
ROOM = "thread_"
