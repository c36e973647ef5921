-- Korean numerals: digits, the units 천 백 십 and 만 억 조, and the mix of both that news writes.
--   `1,200` 1200   `1천500` 1500   `8만5천` 85000   `1천477만3천111` 14773111   `5000억` 500000000000
--   `2만 1027` 21027   `1.2조` 1200000000000   `236B` 236000000000   `수백`, `몇`, `여러` are no numbers
local re <const> = require "re"

local numbers <const> = {}

-- The source of a pattern for one numeral, to be built into others: it begins with a digit, and a space may
-- stand only behind a large unit (`2만 1027`, `1억 5천만`).
numbers.pattern = [[\d[\d,]*+(?:\.\d+)?(?:[십백천만억조]{1,2}(?:(?<=[만억조])\x20(?=\d))?(?:\d[\d,]*+(?:\.\d+)?)?)*]]

-- One piece of a numeral: digits and the units behind them (`3`, `500`, `12만`, `5천만`).
local piece <const> = re.compile [[(\d[\d,]*+(?:\.\d+)?)?([십백천])?([만억조])?]]
local digit <const> = re.compile [[\d]]
local units <const> = re.compile [[^[십백천만]{1,2}여?$]]   -- 천여 명, 백만
local latin <const> = re.compile [[^(\d[\d,]*(?:\.\d+)?)\s?([KMBT])$]]

local small <const> = { ["십"] = 10, ["백"] = 100, ["천"] = 1000 }
local large <const> = { ["만"] = 1e4, ["억"] = 1e8, ["조"] = 1e12 }
local prefix <const> = { K = 1e3, M = 1e6, B = 1e9, T = 1e12 }

-- Beyond 2^53 a double no longer counts in ones; no head count or parameter count comes near.
local greatest <const> = 2 ^ 53

-- The native numerals that stand before a counter: `두 명`, `세 곳`, `스무 명`.
local native <const> = {
  ["한"] = 1, ["두"] = 2, ["세"] = 3, ["네"] = 4, ["다섯"] = 5, ["여섯"] = 6, ["일곱"] = 7, ["여덟"] = 8,
  ["아홉"] = 9, ["열"] = 10, ["스무"] = 20, ["서른"] = 30, ["마흔"] = 40, ["쉰"] = 50,
}

-- A float that holds a whole number becomes an integer, so that 1.2조 and 1000 print alike.
local function whole(n)
  if n > greatest then return nil end
  return math.tointeger(n) or n
end

local function digits(text)
  return tonumber((re.gsub(",", text, "")))
end

-- The value of a numeral, or nil where the text is none. Takes a string or a span; white space around it and a
-- closing `여` (`1000여`) are let through.
function numbers.parse(numeral)
  local text = tostring(numeral)
  if native[text] then return native[text] end
  local m = latin:match(text)
  if m then return whole(digits(m[1]) * prefix[m[2]]) end
  if not digit:test(text) and not units:test(text) then return nil end

  local total, group = 0.0, 0.0   -- the sum of closed large units; the sum below the next one
  for p in piece:gmatch(text) do
    if #p[0] > 0 then
      local n = p[1] and digits(p[1])
      if p[1] and not n then return nil end
      group = group + (n or (p[2] and 1 or 0)) * (p[2] and small[p[2]] or 1)
      if p[3] then
        total = total + (group > 0 and group or 1) * large[p[3]]
        group = 0.0
      end
    end
  end
  return whole(total + group)
end

return numbers
