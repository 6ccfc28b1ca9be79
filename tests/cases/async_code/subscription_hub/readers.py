async def forward(ws, queue):
    message = await queue.get()
    await ws.send_to_user(message["to"], {"n": 1})


async def forward_to(ws, queue, key):
    message = await queue.get()
    await ws.send_to_user(message[key], {"n": 2})
