-- One shape of request, from the environment. {user} goes through the seeded accounts; {token} takes a refresh token
-- from those at hand, and every answer brings the next one.
local method, path = os.getenv("REQUEST_METHOD"), os.getenv("REQUEST_PATH")
local body, bearer = os.getenv("REQUEST_BODY"), os.getenv("REQUEST_BEARER")
local users = tonumber(os.getenv("REQUEST_USERS") or "1000")
local fixed, tokens, first, last, turn = nil, {}, 1, 0, 0

local function keep(token)
  last = last + 1
  tokens[last] = token
end

local function take()
  local token = tokens[first]
  if token then
    tokens[first] = nil
    first = first + 1
  end
  return token or ""
end

local function format(text)
  return wrk.format(method, path, headers, text)
end

function init()
  headers = { ["Host"] = wrk.headers["Host"] }
  if body ~= "" then headers["Content-Type"] = "application/json" end
  if bearer ~= "" then headers["Authorization"] = "Bearer " .. bearer end
  for token in (os.getenv("REQUEST_TOKENS") or ""):gmatch("%S+") do keep(token) end
  if not body:find("{", 2, true) then fixed = format(body) end
end

function request()
  if fixed then return fixed end
  turn = turn + 1
  local user = string.format("bench%04d", 1 + (turn * 37) % users)
  return format((body:gsub("{user}", user):gsub("{token}", body:find("{token}", 1, true) and take or "")))
end

if body:find("{token}", 1, true) then
  function response(status, _, answer)
    if status == 200 then keep(answer:match('"refresh":"([^"]+)"')) end
  end
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %d %.3f %.3f %d\n", summary.requests, summary.duration, latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3, e.status + e.connect + e.read + e.write + e.timeout))
end
