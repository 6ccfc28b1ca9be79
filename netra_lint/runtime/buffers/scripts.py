"""What Redis does in one step each: Lua, run by the server.

Keys, all behind one prefix: ``next`` (the last sequence number), ``epoch``, ``all`` (sequence
numbers in their order), ``box:<id>`` (the same for one user or thread), ``entry:<n>`` (a
message), ``users:<n>`` (who waits for it), ``offset`` and ``dropped:<id>`` (counts).
"""

_SHARED = """
local p = KEYS[1]
local function count(name, reason)
  redis.call('HINCRBY', p..'dropped:'..name, reason, 1)
end
local function forget(n)
  redis.call('ZREM', p..'all', n)
  redis.call('DEL', p..'entry:'..n, p..'users:'..n)
end
local function names(n)
  local recipient = redis.call('HGET', p..'entry:'..n, 'recipient')
  local found = {recipient}
  for _, user in ipairs(redis.call('SMEMBERS', p..'users:'..n)) do
    if user ~= recipient then found[#found + 1] = user end
  end
  return found
end
local function drop(n, reason)
  for _, name in ipairs(names(n)) do
    redis.call('ZREM', p..'box:'..name, n)
    count(name, reason)
  end
  forget(n)
end
local function release(n, user, reason)
  redis.call('ZREM', p..'box:'..user, n)
  redis.call('SREM', p..'users:'..n, user)
  if redis.call('SCARD', p..'users:'..n) == 0 then
    local recipient = redis.call('HGET', p..'entry:'..n, 'recipient')
    local there = redis.call('ZREM', p..'box:'..recipient, n)
    if reason and there == 1 then count(recipient, reason) end
    forget(n)
  end
end
local function put(name, n)
  redis.call('ZADD', p..'box:'..name, n, n)
  redis.call('HINCRBY', p..'offset', name, 1)
end
local function shorten(name, limit)
  while limit >= 0 and redis.call('ZCARD', p..'box:'..name) > limit do
    local n = redis.call('ZRANGE', p..'box:'..name, 0, 0)[1]
    if redis.call('HGET', p..'entry:'..n, 'recipient') == name then
      drop(n, 'recipient')
    else
      count(name, 'recipient')
      release(n, name, 'recipient')
    end
  end
end
local function expire(limit)
  if limit == '' then return end
  while true do
    local n = redis.call('ZRANGE', p..'all', 0, 0)[1]
    if not n or tonumber(redis.call('HGET', p..'entry:'..n, 'at')) >= tonumber(limit) then
      return
    end
    drop(n, 'age')
  end
end
"""

# prefix; age limit, per recipient, total, now, recipient, text, taken, users...
APPEND = (
    _SHARED
    + """
expire(ARGV[1])
local n = string.format('%.0f', redis.call('INCR', p..'next'))
local recipient = ARGV[5]
redis.call('HSET', p..'entry:'..n, 'recipient', recipient, 'text', ARGV[6], 'taken', ARGV[7],
  'at', ARGV[4])
redis.call('ZADD', p..'all', n, n)
put(recipient, n)
for i = 8, #ARGV do
  redis.call('SADD', p..'users:'..n, ARGV[i])
  if ARGV[i] ~= recipient then put(ARGV[i], n) end
end
shorten(recipient, tonumber(ARGV[2]))
for i = 8, #ARGV do shorten(ARGV[i], tonumber(ARGV[2])) end
local total = tonumber(ARGV[3])
while total >= 0 and redis.call('ZCARD', p..'all') > total do
  drop(redis.call('ZRANGE', p..'all', 0, 0)[1], 'total')
end
return n
"""
)

# prefix; age limit, user, after, limit
WAITING = (
    _SHARED
    + """
expire(ARGV[1])
local found = {}
for _, n in ipairs(redis.call('ZRANGEBYSCORE', p..'box:'..ARGV[2], '('..ARGV[3], '+inf',
    'LIMIT', 0, ARGV[4])) do
  local entry = redis.call('HMGET', p..'entry:'..n, 'recipient', 'text', 'taken')
  found[#found + 1] = {n, entry[1], entry[2], entry[3]}
end
return found
"""
)

# prefix; user, sequence number
DELIVERED = (
    _SHARED
    + """
if redis.call('ZSCORE', p..'box:'..ARGV[1], ARGV[2]) then release(ARGV[2], ARGV[1], false) end
"""
)

# prefix; per recipient, thread, users...
ADOPT = (
    _SHARED
    + """
for _, n in ipairs(redis.call('ZRANGE', p..'box:'..ARGV[2], 0, -1)) do
  if redis.call('SCARD', p..'users:'..n) == 0 then
    for i = 3, #ARGV do
      redis.call('SADD', p..'users:'..n, ARGV[i])
      put(ARGV[i], n)
    end
  end
end
for i = 3, #ARGV do shorten(ARGV[i], tonumber(ARGV[1])) end
"""
)

# prefix; age limit, recipient, an epoch if there is none yet
STATUS = (
    _SHARED
    + """
expire(ARGV[1])
redis.call('SETNX', p..'epoch', ARGV[3])
local at = false
local n = redis.call('ZRANGE', p..'box:'..ARGV[2], 0, 0)[1]
if n then at = redis.call('HGET', p..'entry:'..n, 'at') end
return {redis.call('ZCARD', p..'box:'..ARGV[2]), at, redis.call('HGETALL', p..'dropped:'..ARGV[2]),
  redis.call('HGET', p..'offset', ARGV[2]), redis.call('GET', p..'epoch')}
"""
)
