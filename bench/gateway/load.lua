-- wrk sends the request n with the body n and the token n, each list from its start again when it is over.
-- Arguments: a file of bodies and a file of tokens, one a line. Ends with a line of JSON.
local heads, tails = {}, {}
local sent = 0

function init(args)
  local host = "Host: " .. wrk.host .. ":" .. wrk.port .. "\r\n"
  for token in io.lines(args[2]) do
    heads[#heads + 1] = "POST " .. wrk.path .. " HTTP/1.1\r\n" .. host
      .. "Content-Type: application/json\r\nAccept: application/json\r\n"
      .. "Authorization: Bearer " .. token .. "\r\nContent-Length: "
  end
  for body in io.lines(args[1]) do
    tails[#tails + 1] = #body .. "\r\n\r\n" .. body
  end
end

function request()
  local head, tail = heads[sent % #heads + 1], tails[sent % #tails + 1]
  sent = sent + 1
  return head .. tail
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"seconds":%f,"failed":%d,"p50":%f,"p99":%f}\n',
    summary.requests, summary.duration / 1e6,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3
  ))
end
