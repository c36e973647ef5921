-- money: amounts of money, `1조 2000억원` → 1200000000000 KRW, `약 65억 달러` → 6500000000 USD.
local re <const> = require "re"

-- A figure and its unit: 1,500 · 3천만 · 4.5억
local FIGURE <const>, UNIT <const> = [[\d[\d,]*(?:\.\d+)?]], "(?:[천백십]?[조억만]|[천백십])"

-- 1조 2000억원 · 2만5000원 · 약 65억 달러 · 4.5억여 원: all but the last figure have a unit. 3원칙 is no money: behind 원 stands a
-- particle, a word that money takes, or no letter.
local amount <const> = re.compile("(?<about>약 ?)?(?<figures>(?:" .. FIGURE .. UNIT .. " ?)*" .. FIGURE .. UNIT .. "?)"
  .. "(?<more>여)? ?(?<currency>원|달러|유로|엔|위안)"
  .. "(?=이|다|을|를|은|는|의|에|으로|로|과|와|도|만|까지|부터|보다|짜리|어치|대|씩|가량|정도|규모|상당|[^가-힣]|$)")

local piece <const> = re.compile("(?<number>" .. FIGURE .. ")(?<small>[천백십])?(?<large>[조억만])?")

local small <const> = { ["천"] = 1000, ["백"] = 100, ["십"] = 10 }
local large <const> = { ["조"] = 1000000000000, ["억"] = 100000000, ["만"] = 10000 }
local codes <const> = { ["원"] = "KRW", ["달러"] = "USD", ["유로"] = "EUR", ["엔"] = "JPY", ["위안"] = "CNY" }

-- 1조 2000억 → 1.2e12: each figure by its units, and their sum.
local function value_of(figures)
  local sum = 0
  for m in piece:gmatch(figures) do
    local digits <const> = re.gsub(",", m.number:text(), "")
    local times <const> = (m.small and small[m.small:text()] or 1) * (m.large and large[m.large:text()] or 1)
    sum = sum + tonumber(digits) * times
  end
  return sum
end

return {
  name = "money",
  version = "1.0.0",
  summary = "Amounts of money with their currency",
  triggers = { "원", "달러", "유로", "엔", "위안" },
  fields = {
    { "text", "span", "as written" },
    { "value", "number", "in units of the currency" },
    { "currency", "string", "ISO 4217" },
    { "approximate", "boolean", "여 or 약 says that it is rounded" },
  },
  identity = { "value", "currency" },
  extract = function(doc)
    local records <const> = {}
    for m in amount:gmatch(doc.body) do
      records[#records + 1] = {
        text = m.figures:hull(m.currency),
        value = value_of(m.figures),
        currency = codes[m.currency:text()],
        approximate = m.more ~= nil or m.about ~= nil,
      }
    end
    return records
  end,
}
