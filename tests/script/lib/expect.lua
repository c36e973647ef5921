-- What the files in api/ assert with.
local expect <const> = {}

function expect.same(got, wanted)
  if got ~= wanted then error(("got '%s', wanted '%s'"):format(tostring(got), tostring(wanted)), 2) end
end

-- f(...) must raise an error that holds message.
function expect.fails(message, f, ...)
  local ok, got = pcall(f, ...)
  if ok or not got:find(message) then error(("got '%s', wanted '%s'"):format(tostring(got), message), 2) end
end

return expect
