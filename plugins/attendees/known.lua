-- What the article knows of its people elsewhere: the records of the extractor people, found by name and by place.
-- A sentence may only say `강 실장은` or `트럼프 대통령이`; the record gives the full name and the role.
local re <const> = require "re"
local words <const> = require "words"
local roles <const> = require "ko.roles"
local names <const> = require "ko.names"
local tokens <const> = require "ko.tokens"

local known <const> = {}
known.__index = known

local last_word <const> = re.compile [[\s([가-힣]+)$]]
local hangul_end <const> = re.compile [[[가-힣A-Za-z]$]]

local office_name <const> = re.compile [[^[가-힣]+\s[가-힣]+$]]   -- 클라크 대통령: an office is no part of a name

-- A씨, 김모씨: nobody is named.
local anonymous <const> = re.compile [[^(?:[A-Z].?|[가-힣]\s?모.?)\s?씨$]]

-- Reads the records of people once a document.
function known.people(doc)
  local self = setmetatable({ by_name = {}, records = {}, mentions = {}, foreigners = {}, roles = {}, most = {}, doc = doc }, known)
  for _, record in ipairs(doc.records.people or {}) do
    local name = record.name:text()
    if record.kind ~= "person" or anonymous:test(name) or tokens.is_head(record.name) or office_name:test(record.name) and tokens.title(record.name) then goto next end
    if not self.by_name[name] then
      self.by_name[name] = record
      self.records[#self.records + 1] = record
      local last = last_word:match(record.name)
      if last then self.foreigners[#self.foreigners + 1] = { record = record, last = last[1]:text() } end
    end
    for _, mention in ipairs(record.mentions or {}) do
      self.mentions[#self.mentions + 1] = { span = mention, record = record, start = mention.start }
    end
    ::next::
  end
  table.sort(self.mentions, function(a, b) return a.start < b.start end)
  return self
end

-- The particle behind a mention, where it stands there alone: `강 실장은`, `트럼프 대통령도`.
local particle <const> = re.compile [[^(?:님|씨)?(께서는|께서도|께서|에게|으로부터|로부터|은|는|이|가|을|를|의|도|과|와)(?![가-힣])]]

-- Particles of whom a sentence is about: worth a look for where else the name stands.
local said_of <const> = words.set { "은", "는", "이", "가", "도" }

-- 트럼프 대통령은, 로저스 대표가: the last word of a foreign name with an office or a particle behind it.
local behind_foreign <const> = re.compile [[^(?:\s(?:전\s)?([가-힣A-Z]{2,8}?))?(은|는|이|가|도|과|와|을|를|의|에게)?(?=[\s,.])]]

-- Mentions of foreign people by their last name alone, which the extractor people may leave out.
function known:foreign(sentence, all)
  for _, foreigner in ipairs(self.foreigners) do
    local record, place = foreigner.record, sentence:find(foreigner.last)
    if place and not hangul_end:test(sentence:upto(place)) then
      local taken = false
      for _, p in ipairs(all) do
        if p.np.start < place.stop and place.start < p.np.stop then taken = true break end
      end
      local m = not taken and behind_foreign:match(sentence:from(place))
      -- a name of one syllable is too common without its office: 황 CEO, not 황은
      if m and (m[1] and tokens.title(m[1]) or m[1] == nil and m[2] and #foreigner.last > 3) then
        local np = m[1] and place:hull(m[1]) or place
        all[#all + 1] = { name = record.name, np = np, tail = m[2] and m[2]:text() or "", record = record, bare = false }
      end
    end
  end
  table.sort(all, function(a, b) return a.np.start < b.np.start end)
end

-- The title of a record as one span; it may hold the words before and behind the name apart.
local function title_of(record)
  local title = record.title
  return title and not title.start and title[#title] or title
end

-- Full names that a surname may stand for, as they occur in running text and lists.
local full <const> = re.compile("(?<![가-힣])" .. names.FULL .. "(?=[\\s,·…\"“”‘’']|(?:은|는|이|가|을|를|의|도|과|와)(?![가-힣]))")

-- The full name of a family that the text has most often, { name =, n = }, or nil. A misspelling beside it should not hide it: the most
-- frequent wins, the first of equals. Found once: it takes a search of the whole text.
function known:most_named(family)
  local best = self.most[family]
  if best ~= nil then return best or nil end
  local count = {}
  for m in full:gmatch(self.doc.body) do
    if m[0]:starts(family) and tokens.names(m[0], true) then
      local text = m[0]:text()
      local c = count[text] or { name = m[0], n = 0 }
      count[text], c.n = c, c.n + 1
      if not best or c.n > best.n then best = c end
    end
  end
  self.most[family] = best or false
  return best
end

-- Finds whose surname a short mention is, `백 의원은`: the one person known whose name begins so, or whose office is the
-- same, or else a full name in the text that begins so. It stays unknown where several known people fit.
function known:resolve(p)
  local family, fits, same = p.name:text(), {}, {}
  for _, record in ipairs(self.records) do
    if record.name:starts(family) and #record.name > #family and not record.name:has " " then
      fits[#fits + 1] = record
      local title = title_of(record)
      if title and title:ends(p.title:right(2):text()) then same[#same + 1] = record end
    end
  end
  for _, foreigner in ipairs(self.foreigners) do
    if foreigner.last == family then fits[#fits + 1] = foreigner.record end   -- 젠슨 황, later 황 CEO
  end
  local record = #same == 1 and same[1] or #same == 0 and #fits == 1 and fits[1] or nil
  if not record and #fits == 0 then record = self:most_named(family) end
  if record then p.record, p.bare = record, false end
end

-- The index of the first mention at or behind an offset.
function known:first(offset)
  local low, high = 1, #self.mentions + 1
  while low < high do
    local mid = (low + high) // 2
    if self.mentions[mid].start < offset then low = mid + 1 else high = mid end
  end
  return low
end

-- The people found by shape in a sentence, with the mentions of known people that the shape alone did not give.
function known:join(sentence, found)
  local all, k, stop = {}, 1, sentence.stop
  for i = self:first(sentence.start), #self.mentions do
    local m = self.mentions[i]
    if m.start >= stop then break end
    do
      while found[k] and found[k].np.stop <= m.span.start do all[#all + 1] = found[k]; k = k + 1 end
      local over = found[k]
      if over and over.np.start < m.span.stop then
        if over.short then over.record = m.record end
        over.bare = false
      else
        local tail = particle:match(sentence:from(m.span))
        all[#all + 1] = { name = m.record.name, np = m.span, tail = tail and tail[1]:text() or "", record = m.record, bare = false }
      end
    end
  end
  while found[k] do all[#all + 1] = found[k]; k = k + 1 end
  if #self.foreigners > 0 then self:foreign(sentence, all) end
  for _, p in ipairs(all) do
    if p.short and p.bare then self:resolve(p) end
    if p.bare and not p.short and (self.by_name[p.name:text()] or said_of:has(p.tail) and self:introduced(p.name)) then p.bare = false end
  end
  return all
end

-- How often the name is looked up for a role: it stands at its first mentions or nowhere.
local MENTIONS <const> = 3
-- How many code points before and behind a name its role may take.
local BEFORE <const>, BEHIND <const> = 24, 60

-- The person where the article brings the name up with a role: `방송인 전현무가`, later only `전현무는`. One with an
-- affiliation is best: `김호철 감사원장 후보자` rather than `김호철 후보자`.
function known:introduced(name)
  local text = name:text()
  local cached = self.roles[text]
  if cached == nil then
    cached = self:find_role(text) or false
    self.roles[text] = cached
  end
  return cached or nil
end

function known:find_role(text)
  local rest, best = self.doc.body, nil
  for _ = 1, MENTIONS do
    local place = rest:find(text)
    if not place then break end
    -- the noun phrase around the name: a role is never further away
    for _, q in ipairs(roles.people(place:before(BEFORE):hull(place:after(BEHIND)))) do
      if q.role and q.name == place then
        if q.organization then return q end
        if not best or #q.role[1] > #best.role[1] then best = q end
      end
    end
    rest = rest:from(place)
  end
  return best
end

-- A role in the record that reads as one: behind the name, or an affiliation right before it. `만큼 국무총리` is none, nor is
-- the government that goes by the name: `이재겸 정부의 초대 국무총리`. 씨 is an address.
local reign <const> = re.compile [[^(?:정부|행정부|정권|체제)|^씨$]]

local function sound(record)
  local role = record.role
  if not role then return false end
  if role.start then return role.start >= record.name.start and not reign:test(role) end
  return #role < 2 or tokens.kind(role[1]) == "organization" or role[1]:ends " 소속"
end

-- The record that a person of a sentence amounts to: the role written here, else the one told elsewhere.
function known:of(p)
  local record = p.record or self.by_name[p.name:text()]
  if p.role and p.organization then return { name = p.name, role = p.role, organization = p.organization, title = p.title } end
  local name = record and record.name or p.name
  if p.short then p.role = p.role or { p.title } end
  local q = self:introduced(name)
  if q and (q.organization or not p.role) then return { name = name, role = q.role, organization = q.organization, title = q.title } end
  if p.role and not (p.short and record and record.organization and sound(record)) then
    return { name = name, role = p.role, organization = p.organization, title = p.title }
  end
  if record and sound(record) then
    return { name = name, role = record.role, organization = record.organization, title = title_of(record) }
  end
  return { name = name }
end

return known
