-- people: every person the body names, with affiliation and title, and the mentions of the same person; and the bodies and
-- unnamed sources that speak in it.
-- The base that quotes, attendees and others read through `needs`.
local re <const> = require "re"
local names <const> = require "ko.names"
local titles <const> = require "ko.titles"
local foreign <const> = require "foreign"
local bracketed <const> = require "bracketed"
local pattern <const> = require "pattern"
local office <const> = require "office"
local registry <const> = require "registry"
local voices <const> = require "voices"

-- 조한결 특별검사보와 | 조은별 여사: the title belongs to the second.
local linked <const> = re.compile "(?:와|(?<![효결교학성사])과) "
local item <const> = re.compile(pattern.ITEM)

---@param org Span
local function of_country(org)
  local first <const> = re.find("[가-힣]+", org)
  return first ~= nil and names.countries:starts(first) ~= nil
end

-- A name that another word is run into: 의원실 제공김호철 감사원장 …
local run_in <const> = re.compile("(?:제공|기자|캡처|뉴스|DB)[" .. names.SURNAME .. "][가-힣]{2}(?:\\s|$)")

-- Whether the body mentions somebody by surname and title. Asked of a whole body, and again for each place of a name in it.
local function mentioned(surname, title, body, short)
  local mention <const> = surname .. " " .. title
  if short[mention] == nil then short[mention] = body:has(mention) end
  return short[mention]
end

-- 푸른당 최다선(6선) | 주호연 국회 부의장: the words before the title hold a name of their own, whom a short mention (주 부의장) means.
local function holds_name(org, name, title, body, short)
  for piece in re.gmatch("(?<!\\S)[가-힣]{3}(?=\\s|$)", org) do
    local other <const> = piece[0]
    if names.shaped(other) and mentioned(other:left(1), title, body, short) and not mentioned(name:left(1), title, body, short) then return true end
  end
  return run_in:test(org)
end

-- 이재명 | 정부 초대 기획예산처 장관 후보자: a government goes by the name of its head.
local reign <const> = re.compile "^ ?(?:정부|행정부|정권|체제|내각)의?(?: |$)"
-- A clause that runs through to the title: 총리가 28일 푸른당 소속 | 전 의원, 들었단 | 전 사령관, 사퇴하면 | 수석부대표.
local clausal <const> = re.compile "(?:[이가] \\d{1,2}일 |(?:[았었했됐겠렸졌]단|하면|라면|는데|지만|어도|아도|것이|때문|지낸|숨진|되어|하여|[다요]\\?)(?: |$))"

-- 김다온 특검은 … 김다온 여사를: a special prosecutor goes by the name of whom he prosecutes.
local OTHER <const> = { " 여사", "씨", " 의혹", " 의원", " 대표", " 후보자", " 원내대표", " 전 " }
local function prosecuted(name, body)
  for i = 1, #OTHER do
    if body:has(name .. OTHER[i]) then return true end
  end
  return false
end

-- Adds the person a match shows; false where the title is not his.
local function add_full(people, m, body)
  local name <const>, org = m.full, m.org
  -- 왕이 중국 공산당 중앙외사판공실 주임: two syllables with a long office are a name where a country begins it
  if not names.likely(name, #org < 36 or of_country(org)) then return false end
  -- 강보라 특검팀의 | 오나래 특검보: another name stands right before the title
  local nearer = re.find("(?<=의\\s)[가-힣]{3}$", org)
  if nearer and names.shaped(nearer) then return false end
  -- 친문계인 | 문정현 후보: two syllables that a whole name stands behind
  nearer = #name == 6 and re.find("[가-힣]{3}$", org)
  if nearer and names.shaped(nearer) then return false end
  -- 유리 | 우샤킨 러시아 …: three syllables that no Korean name has are the end of a foreign one
  if #name == 9 and not names.given:test(name) then return false end
  if item:test(org) then
    local organization <const>, title <const>, role <const> = office.appointed(name)
    if title then people:add(name, name:hull(role), organization, title, role) end
    return false
  end
  local word <const>, beside <const> = office.reach(m.title, org)
  if not word then return false end
  org = beside
  -- 한가람 씨: an address, no office
  if word:is("씨") then
    if #org > 0 then return false end
    local calling = office.affiliation_before(name)      -- 배우 | 한가람 씨
    if calling and not titles.kind(calling) then calling = nil end
    people:add(name, name:hull(word), nil, calling, calling)
    return true
  end
  if word:is("특검") and (#org == 0 or org:is("의혹 ")) and prosecuted(name, body) then
    people:add(name, name)
    return true
  end
  if #org > 0 and (office.closes:test(org) or word:is("시장") or reign:test(org) or clausal:test(org) or linked:test(org) or holds_name(org, name, word:text(), body, people.short)) then return false end
  local organization <const>, title <const>, role <const> = office.read(word, org)
  local before = nil
  if not organization and not people:has(name) then before = office.affiliation_before(m.full) end
  people:add(name, name:hull(role), organization, title, role, before)
  if name:before(1):is("·") then
    local others <const> = pattern.coordinate:find(name:before(40))
    if others then
      for each in re.gmatch("[^·]+", others) do people:add(each[0], each[0], organization, title, role, before) end
    end
  end
  return true
end

-- One pass over the body. A word that only looks like a name must not swallow the name behind it: 소속 | 오나래 의원.
local function scan(body, people)
  local short <const> = {}
  local mention <const>, from <const> = pattern.mention, body.start
  local at
  local m = pattern.opening:match(body:left(60)) or mention:match(body, 0)
  while m do
    local place = m.full
    if place then
      if add_full(people, m, body) then place = m.title end
      at = place.stop - from
    else
      if m.sur then short[#short + 1] = m
      elseif m.anon then people:add(m.anon, m.anon)
      elseif m.mr then
        if names.likely(m.mr, true) then people:add(m.mr, m.mr:hull(m.mr:after(1))) end
      elseif names.likely(m.known, true) then people:add(m.known, m.known)
      end
      at = m[0].stop - from
    end
    m = mention:match(body, at)
  end
  return short
end

-- The full name behind a short mention, wherever it stands: run into another word, as crawls do (사진=연합뉴스한도윤 시장은 …, then
-- 한 시장), or behind a word that looked like a name.
---@param sur Span
---@param title Span
---@param known table  what was found for each surname and title: it takes a search of all that is in reach
---@return Span?, Span?  the name, the name with its title
local REACH <const> = 20000   -- code points on either side: a whole article, not all of a book
local function glued(sur, title, known)
  local key <const> = sur .. " " .. title .. " " .. sur.start // (3 * REACH)
  local m = known[key]
  if m == nil then
    local text <const> = re.escape(title:text())
    m = re.match("(?<name>" .. sur:text() .. "[가-힣]{2})(?<office>(?: (?!기자|특파원|제공|캡처)" .. pattern.WORD .. "){0,3}? " .. text .. ")(?=[은는이가을를의도과와 ,])", sur:before(REACH):hull(sur:after(REACH))) or false
    known[key] = m
  end
  if m and names.shaped(m.name) then return m.name, m.name:hull(m.office) end
end

-- Adds the mention of a person by surname and title, 한 시장.
local function add_short(people, sur, title)
  local place <const> = sur:hull(title)
  if people:add_short(sur, title, place, true) then return end
  local name <const>, whole <const> = glued(sur, title, people.glued)
  if name then people:add(name, whole, nil, title, title) end
  people:add_short(sur, title, place)
end

return {
  name = "people",
  version = "1.0.0",
  summary = "People named in the body, with affiliation, title and every mention; who else speaks",
  fields = {
    { "name", "span", "the fullest form of the name; a body or a source as first written" },
    { "role", "span?", "affiliation and title as written beside the name" },
    { "organization", "span?", "the affiliation within role" },
    { "title", "span?", "the title within role" },
    { "kind", "string", "person; organization or source (nobody named) for one that speaks before a quote" },
    { "mentions", "list of span", "each place that names the person, with the title where one stands there" },
  },
  identity = { "name", "kind" },
  extract = function(doc)
    local people <const> = registry.new()
    local short <const> = scan(doc.body, people)
    foreign.scan(doc.body, people)
    bracketed.scan(doc.body, people)
    for i = 1, #short do
      local m <const> = short[i]
      local title <const> = m.office and office.title_of(m.office)
      if title then add_short(people, m.sur, title)
      elseif not m.office then people:add_short(m.sur, nil, m.sur:hull(m.sur:after(1)))
      end
    end
    voices.scan(doc, people)
    return people:records()
  end,
}
