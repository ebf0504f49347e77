-- One shape of request, from the environment. {user} goes through the seeded accounts; {token} takes a refresh token
-- from those at hand, and every answer brings the next one. REQUEST_PATHS names a file of paths that are asked for in turn,
-- one a line, behind a tab what to send as If-None-Match.
local method, path = os.getenv("REQUEST_METHOD"), os.getenv("REQUEST_PATH")
local body, bearer = os.getenv("REQUEST_BODY"), os.getenv("REQUEST_BEARER")
local users = tonumber(os.getenv("REQUEST_USERS") or "1000")
local fixed, tokens, first, last, turn, ready = nil, {}, 1, 0, 0, {}

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
  local paths = os.getenv("REQUEST_PATHS") or ""
  if paths ~= "" then
    for line in io.lines(paths) do
      local tab = line:find("\t", 1, true)
      headers["If-None-Match"] = tab and line:sub(tab + 1) or nil
      ready[#ready + 1] = wrk.format(method, tab and line:sub(1, tab - 1) or line, headers)
    end
  end
end

function request()
  turn = turn + 1
  if #ready > 0 then return ready[1 + turn % #ready] end
  if fixed then return fixed end
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
  io.write(string.format("RESULT %d %d %.3f %.3f %d %.3f\n", summary.requests, summary.duration,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, e.status + e.connect + e.read + e.write + e.timeout,
    latency:percentile(95) / 1e3))
end
