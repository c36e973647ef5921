-- The people found so far and the rules by which a later mention belongs to one of them.
local re <const> = require "re"

local registry <const> = {}
registry.__index = registry

local function by_start(a, b) return a.start < b.start end

function registry.new()
  return setmetatable({ list = {}, by_name = {}, by_surname = {}, offices = {}, seen = {}, glued = {}, short = {} }, registry)
end

---@param name Span
---@return boolean  a person of this name is known
function registry:has(name) return self.by_name[name:text()] ~= nil end

-- Adds a mention of a named person. The first affiliation and title that stand beside a name are its role;
-- a later mention fills what is missing.
---@param name Span
---@param place Span   the mention, name and title
---@param org Span?    the affiliation within role
---@param title Span|Span[]|nil
---@param role Span?   affiliation and title behind the name
---@param before Span? the affiliation in front of the name (푸른당 권하늘 대표)
function registry:add(name, place, org, title, role, before)
  local key <const> = name:text()
  local one = self.by_name[key]
  if not one then
    one = { name = name, kind = "person", mentions = {} }
    self.by_name[key] = one
    self.list[#self.list + 1] = one
    self.offices[one] = {}
    local surname <const> = name:left(1):text()
    local same <const> = self.by_surname[surname] or {}
    same[#same + 1] = one
    self.by_surname[surname] = same
  end
  one.mentions[#one.mentions + 1] = place
  if not title then return one end
  local offices <const> = self.offices[one]
  offices[#offices + 1] = role
  offices.fits, offices.single = nil, nil
  if not one.title or (org and not one.organization) then
    one.title = title
    one.organization = org or before
    one.role = before and { before, role } or role
  end
  return one
end

-- Whether a short title abbreviates a long one: 특검보 and 특별검사보, its syllables in the same order.
local function abbreviates(known, office)
  local rest = known
  for each in re.gmatch("[가-힣]", office) do
    local found <const> = rest:find(each[0])
    if not found then return false end
    rest = rest:from(found)
  end
  return true
end

-- How well a short title fits one of a person's: 2 it is part of it (부총리 in 부총리 겸 … 장관), 1 it may abbreviate it, 0 not.
local function best_fit_of(offices, text)
  local best = 0
  for i = 1, #offices do
    local known <const> = offices[i]
    -- 수석 in 대통령실 수석, but no 대통령
    if known:has(text) and not known:has(text .. "실") or #text > 6 and known:ends(text:sub(-6)) then return 2 end
    if best == 0 and #text >= 9 and abbreviates(known, text) then best = 1 end
  end
  return best
end

-- The same, found once for each title: a long text has hundreds of offices of one person.
local function fit(offices, text)
  offices.fits = offices.fits or {}
  local known <const> = offices.fits[text]
  if known then return known end
  local best <const> = best_fit_of(offices, text)
  offices.fits[text] = best
  return best
end

-- Where the person was last mentioned before a place; -1 where only behind it. Short mentions come in the order of the text, so
-- each mention is passed once.
local function last_mention(one, seen, place)
  local mentions <const>, start <const> = one.mentions, place.start
  local at, passed = seen.at, seen.passed
  while passed < seen.count and mentions[passed + 1].start < start do
    passed = passed + 1
    if mentions[passed].start > at then at = mentions[passed].start end
  end
  seen.passed, seen.at = passed, at
  return at
end

-- Surnames that are words too: 전 대표, 한 의원, 이 씨. Without the title they name nobody.
local words_too <const> = { ["전"] = true, ["한"] = true, ["이"] = true, ["주"] = true, ["구"] = true, ["현"] = true, ["시"] = true, ["도"] = true }

-- Offices that one person of a country holds: 이 대통령 is no other 이 whom the text happens to name.
local single <const> = { ["대통령"] = true, ["총리"] = true }

local function holds_single(offices)
  if offices.single ~= nil then return offices.single end
  offices.single = false
  for i = 1, #offices do
    for office in pairs(single) do
      if offices[i]:ends(office) then offices.single = true end
    end
  end
  return offices.single
end

-- The only one of a surname who holds no such office, or nil.
---@param same table[]
function registry:only_common(same)
  local found
  for i = 1, #same do
    if not holds_single(self.offices[same[i]]) then
      if found then return nil end
      found = same[i]
    end
  end
  return found
end

local unnamed <const> = re.compile "(?:모|아무개)(?:\\([^()]*\\))? ?씨$"

-- The anonymous one of a surname: 이씨 after 이모(43)씨.
local function unnamed_of(same)
  for i = #same, 1, -1 do
    if unnamed:test(same[i].name) then return same[i] end
  end
end

-- A surname with a title (배 부총리) or 씨: of the people of that surname the one whose title fits best, of those the one
-- mentioned last before the place. A title that fits nobody names the only one of the surname.
---@param surname Span
---@param office Span?  nil for 씨
---@param place Span
---@param strict boolean?  only a title that fits will do
---@return table?  the person
function registry:add_short(surname, office, place, strict)
  local same <const> = self.by_surname[surname:text()]
  if not same then return end
  local text <const> = office and office:text()
  local nameless <const> = not text and unnamed_of(same)
  if nameless then
    nameless.mentions[#nameless.mentions + 1] = place
    return nameless
  end
  local best, best_fit, best_at = nil, -1, -2
  for i = 1, #same do
    local one <const> = same[i]
    local fits <const> = text and fit(self.offices[one], text) or 0
    local seen = self.seen[one]
    if not seen then
      table.sort(one.mentions, by_start)
      seen = { at = -1, passed = 0, count = #one.mentions }
      self.seen[one] = seen
    end
    local at <const> = last_mention(one, seen, place)
    if fits > best_fit or fits == best_fit and at > best_at then best, best_fit, best_at = one, fits, at end
  end
  -- 이재명 대통령, 이혜훈 의원, 이 후보자: who holds the office of one person is not meant by another title
  if best_fit == 0 and text and not strict and #same > 1 and not single[text] then
    best = self:only_common(same)
    if not best then return end
  elseif best_fit == 0 and (text and (strict or #same > 1 or single[text] or holds_single(self.offices[best])) or not text and words_too[surname:text()]) then return end
  best.mentions[#best.mentions + 1] = place
  self.seen[best].at = place.start
  return best
end

-- Adds a mention of a body or an unnamed source, told apart by its words.
---@param place Span
---@param kind string  organization or source
function registry:add_voice(place, kind)
  local key <const> = kind .. " " .. place
  local one = self.by_name[key]
  if not one then
    one = { name = place, kind = kind, mentions = {} }
    self.by_name[key] = one
    self.list[#self.list + 1] = one
  end
  one.mentions[#one.mentions + 1] = place
end

function registry:records()
  for i = 1, #self.list do
    local one <const> = self.list[i]
    table.sort(one.mentions, by_start)
  end
  return self.list
end

return registry
