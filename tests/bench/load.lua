-- wrk's script: posts the lines of a file in turn, each under a fresh key; tells answers, refusals and seconds.
local bodies, run, count = {}, '', 0

local function post()
  count = count + 1
  wrk.headers['Idempotency-Key'] = run .. '-' .. count
  return wrk.format('POST', nil, nil, bodies[count % #bodies + 1])
end

function init(args)
  if not args[1] then return end
  for line in io.lines(args[1]) do bodies[#bodies + 1] = line end
  run = args[2]
  request = post
end

function done(summary)
  local errors = summary.errors
  local refused = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format('%d %d %f\n', summary.requests, refused, summary.duration / 1000000))
end
