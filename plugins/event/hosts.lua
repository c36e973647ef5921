-- Who holds an event.
--   `과학기술정보통신부와 정보통신산업진흥원(NIPA)은 30일 … 발표회를 열었다`   `한국도로공사가 주최한`   `NIPA 주관으로`
local re <const> = require "re"
local phrases <const> = require "phrases"

local hosts <const> = {}

local topic <const> = re.compile [[(?<=[가-힣A-Za-z0-9)’'”"])(?:은|는|이|가)\x20]]
local arranged <const> = re.compile [[(?:[이가]\x20|\x20)(?:공동\x20?)?(?:주최|주관)(?:한|하는|하고|해|로|으로|·주관|,)]]
local separator <const> = re.compile [[\x20?(?:·(?!\d)|,)\x20?|(?<=[가-힣A-Za-z0-9)])[와과]\x20|\x20및\x20]]
local trailing_bracket <const> = re.compile [[\x20?\([^()]*\)$]]
local no_host <const> = re.compile [=[^어떤|^(?:이|그|저|이들|그들|양측|양국|두\x20사람|행사|회의|이날|우리|정부|현장|것|수|자리|참석자|관계자)$|[을를에]$|행사$|[회의]식$|\d$|(?:관계자|대변인|소식통|기자)$|[…'"‘“”’=\[\]()]]=]

-- The single hosts of a phrase: `A와 B(NIPA)` → A, B.
function hosts.split(span)
  local list <const> = {}
  for _, piece in ipairs(separator:split(span)) do
    local one = piece:trim()
    local bracket <const> = trailing_bracket:find(one)
    if bracket then one = one:upto(bracket) end
    if one:chars() >= 2 and not no_host:test(one) then list[#list + 1] = one end
  end
  return list
end

-- The subject of a clause of holding: the first phrase with a topic particle.
function hosts.subject(before)
  local m <const> = topic:match(before)
  if not m then return {} end
  local span <const> = phrases.ending(before:upto(m[0]), 8)
  if not span then return {} end
  return hosts.split(phrases.clean(span))
end

-- Those whom the text says arranged it: `… 주최로`, `… 주관으로 열린`.
function hosts.arranged(before)
  local last
  for m in arranged:gmatch(before) do last = m[0] end
  if not last then return {} end
  local span <const> = phrases.ending(before:upto(last), 5)
  if not span then return {} end
  return hosts.split(phrases.clean(span))
end

return hosts
