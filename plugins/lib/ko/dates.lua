-- Dates as news writes them, resolved against the day of the article.
--   `2026년 1월 6일`  `내년 1월 15일`  `지난달 30일`  `다음 달 8일`  `오는 3일`  `30일`  `29~31일`  `이날`
local re <const> = require "re"

local dates <const> = {}

-- The source of a pattern for one date, with the names year, turn, month, moon, side, day, word.
dates.pattern = [[(?:(?<side>오는|지난)\x20)?(?:(?:(?<year>\d{4})년|(?<turn>올해|내년|지난해|작년))\x20?)?(?:(?:(?<month>\d{1,2})월|(?<moon>이달|지난달|다음\x20?달|내달))\x20?)?]]
  .. [[(?<![\d.,])(?<day>\d{1,2})(?:일?\x20?[~∼\-]\x20?\d{1,2})?일(?!간|째|차|치|장|동안|\x20?만에)|(?<word>이날|오늘|어제|내일)]]
local date <const> = re.compile(dates.pattern)

local published <const> = re.compile [[^(\d{4})-(\d{2})-(\d{2})]]

local length <const> = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }
local function days_in(y, m)
  if m == 2 and (y % 4 == 0 and y % 100 ~= 0 or y % 400 == 0) then return 29 end
  return length[m]
end

-- The day an article was published, { y, m, d }, or nil: crawls have `2025-13-30` too.
function dates.published(meta)
  local text <const> = meta and meta.published_at
  local m <const> = text and published:match(tostring(text))
  if not m then return nil end
  local y <const>, month <const>, d <const> = tonumber(m[1]), tonumber(m[2]), tonumber(m[3])
  if month < 1 or month > 12 or d < 1 or d > days_in(y, month) then return nil end
  return { y = y, m = month, d = d }
end

-- The same day `n` months on.
local function shift(t, n)
  local months <const> = t.y * 12 + (t.m - 1) + n
  return { y = months // 12, m = months % 12 + 1, d = t.d }
end

local function next_day(t, n)
  local r <const> = { y = t.y, m = t.m, d = t.d + n }
  if r.d < 1 then
    local before <const> = shift({ y = r.y, m = r.m, d = 1 }, -1)
    return { y = before.y, m = before.m, d = days_in(before.y, before.m) }
  elseif r.d > days_in(r.y, r.m) then
    local after <const> = shift({ y = r.y, m = r.m, d = 1 }, 1)
    return after
  end
  return r
end

local function before(a, b)
  return a.y < b.y or a.y == b.y and (a.m < b.m or a.m == b.m and a.d < b.d)
end

-- `30일` with nothing else: in the month of the article, unless it would be far ahead (`2일자 기사의 30일` is last month's)
-- or the text says which side of today it lies on.
local ahead <const> = 14
local function by_day(d, today, side)
  local t <const> = { y = today.y, m = today.m, d = d }
  if side == "오는" then return before(t, today) and shift(t, 1) or t end
  if side == "지난" then return before(today, t) and shift(t, -1) or t end
  return d > today.d + ahead and shift(t, -1) or t
end

-- `1월 15일` without a year: the one nearest to the article.
local function by_month(month, d, today, side)
  local t <const> = { y = today.y, m = month, d = d }
  if month - today.m > 6 then t.y = t.y - 1 elseif today.m - month > 6 then t.y = t.y + 1 end
  if side == "오는" and before(t, today) then t.y = t.y + 1 end
  if side == "지난" and before(today, t) then t.y = t.y - 1 end
  return t
end

local turns <const> = { ["올해"] = 0, ["내년"] = 1, ["지난해"] = -1, ["작년"] = -1 }
local moons <const> = { ["이달"] = 0, ["지난달"] = -1, ["다음 달"] = 1, ["다음달"] = 1, ["내달"] = 1 }
local days <const> = { ["오늘"] = 0, ["어제"] = -1, ["내일"] = 1 }

local function text_of(group) return group and tostring(group) end

-- Resolves a match of dates.pattern. `today` is dates.published; `last` the date named before (for `이날`); `side` is
-- `오는` where the verb lies in the future. Returns { y, m, d } or nil.
local function resolve(m, today, last, side)
  local word <const> = text_of(m.word)
  if word == "이날" then return last end
  if word then return today and next_day(today, days[word]) end
  local d <const> = tonumber(text_of(m.day))
  local month <const> = m.month and tonumber(text_of(m.month))
  if d < 1 or d > 31 or month and (month < 1 or month > 12) then return nil end
  if m.year and month then return { y = tonumber(text_of(m.year)), m = month, d = d } end
  if not today then return nil end
  if m.turn and month then return { y = today.y + turns[text_of(m.turn)], m = month, d = d } end
  if month then return by_month(month, d, today, text_of(m.side)) end
  if m.moon then return shift({ y = today.y, m = today.m, d = d }, moons[text_of(m.moon)]) end
  return by_day(d, today, text_of(m.side) or side)
end

local function valid(t) return t and t.d <= days_in(t.y, t.m) and t or nil end

-- The dates of a place in order: { span, date }.
function dates.of(place, today, last, side)
  local list <const> = {}
  for m in date:gmatch(place) do
    local t <const> = valid(resolve(m, today, last, side))
    if t then
      list[#list + 1] = { span = m[0], date = t, word = m.word ~= nil }
      last = t
    end
  end
  return list
end

-- Is a date the day of the article or the day before?
function dates.near(t, today)
  if not today then return false end
  local eve <const> = next_day(today, -1)
  return t.y == today.y and t.m == today.m and t.d == today.d or t.y == eve.y and t.m == eve.m and t.d == eve.d
end

function dates.text(t)
  return string.format("%04d-%02d-%02d", t.y, t.m, t.d)
end

return dates
