-- The records of `people`, laid out for look-up: by the place where a mention ends, by full name, by the last word of
-- a foreign name; bodies and unnamed sources by the place where they speak.
local re <const> = require "re"
local names <const> = require "ko.names"
local titles <const> = require "ko.titles"

local index <const> = {}
index.__index = index

---@param records table[]
function index.new(records, body)
  local self <const> = setmetatable({ ends = {}, names = {}, last = {}, surnames = {}, nouns = {}, pairs = {}, voices = {}, list = {}, body = body }, index)
  for i = 1, #records do
    local one <const> = records[i]
    local mentions <const> = one.mentions
    if one.kind ~= "person" then
      for k = 1, #mentions do self.voices[mentions[k].stop] = mentions[k] end
    else
      self.list[#self.list + 1] = one
      self.names[one.name:text()] = one
      local gap <const> = one.name:rfind(" ")
      if gap then self.last[one.name:from(gap):text()] = one end
      for k = 1, #mentions do self.ends[mentions[k].stop] = one end
    end
  end
  return self
end

-- The person a noun phrase names when a mention ends where it ends, or the phrase is the name, or a foreign
-- family name with a title (머피 임시대표).
---@param head Span    the last word of the phrase
---@param whole Span   the phrase
function index:person(head, whole)
  local one <const> = self.ends[head.stop] or self.names[head:text()] or self.last[head:text()]
  if one or #whole == #head then return one end
  return nil
end

-- 그린필드 대통령, 하퍼 CEO: a word of the phrase is the family name of a foreigner named in full elsewhere.
---@param word Span
function index:family(word) return self.last[word:text()] or self.names[word:text()] end

-- The one person of whom something holds; nil where it holds of nobody or of more than one.
---@param holds fun(one: table): boolean?
function index:only(holds)
  local found
  for i = 1, #self.list do
    if holds(self.list[i]) then
      if found then return nil end
      found = self.list[i]
    end
  end
  return found
end

-- 기후환경부 장관은: the person whose role is just that.
---@param whole Span
function index:holder(whole)
  local text <const> = whole:text()
  return self:only(function(one)
    local role <const> = one.role
    return role and role.text and role:is(text)
  end)
end

-- 대통령은, 회장은: the last person before `place` who bears the title.
function index:bearer(title, place)
  local best
  for i = 1, #self.list do
    local one <const> = self.list[i]
    if one.title and one.name.start < place.start then
      local known = one.title
      if not known.text then known = known[#known] end
      if known:ends(title) and (not best or one.name.start > best.name.start) then best = one end
    end
  end
  return best
end

-- 부총리 격인 | 자오러지, but 후세인, 웨인
local copula <const> = re.compile "(?<![세라웨케제테아카다마메파와레])인\\s$"
local word_before <const> = re.compile "(?<![가-힣])[가-힣]{2,7}\\s$"

-- A foreigner whom `people` doesn't know, from a phrase with a title: 벤슨 사령관 is 투크만 벤슨 where the body has that.
---@param whole Span
function index:foreign(whole)
  local name = names.foreign_in(whole)
  if not name then return nil end
  local role = whole:from(name):trim()
  -- 아라벨 스리단(31·남) CEO
  local age <const> = re.find("^\\([^()]*\\)\\s", role)
  if age then role = role:from(age) end
  if not name:has(" ") then
    local text <const> = name:text()
    local first <const> = self.body:find(text)
    local given <const> = first and word_before:find(first:before(8))
    if given and names.foreign_word(given:chop(1)) and not copula:test(given) then name = given:hull(first)
    else
      -- 다카이치 총리는: 다카이치 사나에(高市早苗) 일본 총리, the family name first
      local given_behind <const> = re.match("(?<![가-힣])" .. text .. "\\s(?<given>[가-힣]{2,4})(?=\\(|\\s일본\\s|\\s중국\\s)", self.body)
      if given_behind and not names.places:has(given_behind.given) and not titles.kind(given_behind.given) then name = given_behind[0]
      elseif name:chars() == 2 then
        -- 자오 위원장은: 자오뤼 …위원장, in one word
        name = re.find("(?<![가-힣])" .. text .. "[가-힣]{1,2}(?= [가-힣]{2})(?<![은는이가을를의도과와])", self.body) or name
      end
    end
  end
  local one <const> = { name = name, role = role, title = role, kind = "person", mentions = { whole }, foreign = true }
  local last <const> = re.find("\\S+$", name)
  self.names[name:text()] = one
  self.last[last:text()] = one
  return one
end

-- Adds a person whom `people` doesn't know, so that a later `왕 대표` finds `발레리안 왕 가람코리아 대표`.
---@param name Span
---@param role Span     affiliation and title
---@param surname Span  what a short mention keeps of the name
function index:add(name, role, surname)
  local one <const> = self.names[name:text()] or { name = name, role = role, title = role, kind = "person", mentions = {} }
  self.names[name:text()], self.surnames[surname:text()] = one, one
  return one
end

local letter_before <const> = re.compile "[가-힣A-Za-z0-9]$"
-- What follows a name that stands in a list, before a quote, or as a subject: 나문수, 노정, 도하린 등 · 노정 “…”
local listed <const> = re.compile "^(?:[,·(]| ?[“\"]| 등)"
local used <const> = re.compile "^(?:[,·( “\"]|(?:은|는|이|가|의|도|과|와|씨)(?![가-힣]))"

-- The name at an occurrence of a surname, or nil: three syllables, or two in a list.
local function name_at(place)
  if letter_before:test(place:before(1)) then return nil end
  local three <const> = place:hull(place:after(2))
  if names.shaped(three) and used:test(three:after(2)) then return three end
  local two <const> = place:hull(place:after(1))
  if names.likely(two, true) and listed:test(two:after(2)) then return two end
end

-- The one person whom a surname with a title can mean where `people` knows none (노 의원 beside 나문수, 노정, 도하린 등
-- 3선 의원들): the only name of that surname in the body. nil where there is none, or more than one.
---@param surname Span
---@param office Span
function index:surname(surname, office)
  local key <const> = surname:text()
  if self.surnames[key] ~= nil then return self.surnames[key] or nil end
  local found, text
  local rest = self.body
  local place = names.surname(surname) and rest:find(key) or nil
  while place do
    rest = rest:from(place)
    local name <const> = name_at(place)
    if name then
      if text and text ~= name:text() then found = nil break end
      found, text = found or name, name:text()
    end
    place = rest:find(key)
  end
  local one <const> = found and (self.names[text] or { name = found, role = office, title = office, kind = "person", mentions = {} })
  self.surnames[key] = one or false
  return one
end

-- Of several people of a surname the one spoken of last, no more than some sentences before: 김가온 전 의원을 지명했다. 김 후보자는 …
local NEAR <const> = 600   -- bytes, four sentences or so

---@param surname Span
---@param place Span
function index:namesake(surname, place)
  local key <const> = surname:text()
  local best, at = nil, place.start - NEAR
  for i = 1, #self.list do
    local one <const> = self.list[i]
    if one.name:starts(key) and not one.foreign and one.name:chars() < 4 then
      for k = 1, #one.mentions do
        local start <const> = one.mentions[k].start
        if start > at and start < place.start then best, at = one, start end
      end
    end
  end
  return best
end

-- A foreigner of three syllables or so whose name begins with a syllable that is no Korean surname, the first such in the text.
---@param syllable string
function index:initial(syllable)
  local best
  for _, one in pairs(self.names) do
    if one.name:starts(syllable) and (one.foreign or one.name:chars() <= 4 and not one.name:has(" ") and not names.surname(one.name:left(1))) and (not best or one.name.start < best.name.start) then best = one end
  end
  return best
end

-- All mentions in the order of the text, made when first asked for.
local function in_order(self)
  if self.ordered then return self.ordered end
  local ordered <const> = {}
  for i = 1, #self.list do
    local one <const> = self.list[i]
    for k = 1, #one.mentions do ordered[#ordered + 1] = { start = one.mentions[k].start, stop = one.mentions[k].stop, place = one.mentions[k], one = one } end
  end
  table.sort(ordered, function(a, b) return a.start < b.start end)
  self.ordered = ordered
  return ordered
end

-- The person last mentioned in a stretch, and that mention.
---@param stretch Span
---@return table?, Span?
function index:latest(stretch)
  local ordered <const>, stop <const> = in_order(self), stretch.stop
  local low, high = 1, #ordered
  while low <= high do
    local middle <const> = (low + high) // 2
    if ordered[middle].start < stop then low = middle + 1 else high = middle - 1 end
  end
  local best, mention
  while high > 0 and ordered[high].start >= stretch.start do
    if ordered[high].stop <= stop then
      best, mention = ordered[high].one, ordered[high].place
      break
    end
    high = high - 1
  end
  for family, one in pairs(self.last) do
    local place <const> = stretch:rfind(family)
    if place and (not mention or place.start > mention.start) then best, mention = one, place end
  end
  return best, mention
end

return index
