-- people: every person the body names, with affiliation and title, and the mentions of the same person; and the bodies and
-- unnamed sources that speak in it.
-- The base that quotes, attendees and others read through `needs`.
local re <const> = require "re"
local names <const> = require "ko.names"
local titles <const> = require "ko.titles"
local foreign <const> = require "foreign"
local pattern <const> = require "pattern"
local registry <const> = require "registry"
local voices <const> = require "voices"

-- 푸른당 권하늘 대표: the affiliation before the name.
local ahead <const> = re.compile "(?<![가-힣A-Za-z0-9])(?:[^\\s\"“”‘’',.()…/\\[\\]【】<>=|]++(?<![은는을를에며고]) ){1,4}$"
-- Words that cannot begin an affiliation: 이날 국회 …, 30일 쿠팡 …, 앞서 …
local lead <const> = re.compile(
  "^(?:(?:이날|전날|오전|오후|이번|지난|최근|당시|앞서|이어|또|또한|특히|한편|반면|다만|그러나|하지만|이에|이후|현재|오늘|어제|올해|내년|같은|다른|모든|여러|각|그|이|저|및|겸|등|고|故|전|현|신임"
  .. "|현직|전직|지난해|지난달|[0-9]+(?:년|월|일|시|분|명|개|차례|번|번째|여)?[가-힣]?|왼쪽부터|오른쪽|주인공|위원|증인|참고인|특별히|역시|결국|바로|직접|물론|대신|관련|먼저|우선|진행|사회)\\s)+")

-- 조한결 특별검사보와 | 조은별 여사: the title belongs to the second.
local linked <const> = re.compile "(?:와|(?<![효결교학성사])과) "

local particle_behind <const> = re.compile "[은는이가을를의도과와에로측만인]$"

-- The title a word ends with, without its particle; nil and what the word names where it is none.
local function title_of(word)
  -- without the particle first: 회장도 ends like a province (…도); 위원장 has none, though 위원 is a title too
  if particle_behind:test(word) then
    local bare <const> = word:chop(1)
    if titles.kind(bare) == "title" then return bare end
  end
  local kind <const> = titles.kind(word)
  if kind == "title" then return word end
  if kind == nil then
    for longer = 2, 3 do
      local noun <const> = word:chop(longer)
      if #noun > 0 and titles.kind(noun) == "title" then return noun end
    end
  end
  return nil, kind
end

-- LG AI연구원 | AI에이전트 그룹장: a word further on where the first only ends like a title.
local further <const> = re.compile("^(?: " .. pattern.WORD .. "){0,4}? (?<title>" .. pattern.TITLE .. ")")
-- 장관 | 후보자, 부총리 | 겸 과학기술정보통신부 장관
local continued <const> = re.compile("^(?: (?<more>" .. pattern.TITLE .. ")| (?:겸|및)(?<org2>(?: " .. pattern.WORD .. "){0,4}?) (?<also>" .. pattern.TITLE .. "))")

-- What closes an affiliation though it is written like a word of it: 국회에서, 참석한, 사위인.
local closes <const> = re.compile "(?:에서|으로|라며|면서|했다|이다|니다|통해|위해|대해|관련|따라|하며|비롯해|포함해|제외하고|이날|다시|함께|까지|부터|에게|라는|이라|는지|인지|지만|됐지만|된|될|던|출신인|알려진|밝혀진|이어진|가진|지닌|나온|나선|만난|떠난|찾은|받은|맡은|거친|마친|이끈|만든|[자장수원관가표사]인|[장원관수자당들측령]이|[회부사표리]가|\\d{1,2}일|(?<![북대신주유무한])한)(?: |$)"

-- What closes the phrase before an affiliation after all: 강이든 전남도지사와 | …, 국회 위원장인 | …
local joined <const> = re.compile "^.*(?:장|원|사|표|수|관)(?:와|과|인)\\s"

-- The affiliation before a name, without what only leads in to it; nil where none stands there.
local function affiliation_before(name)
  if not name:before(1):is(" ") then return nil end
  local left = ahead:find(name:before(28))
  if not left then return nil end
  local skip = closes:find(left)
  while skip do
    left = left:from(skip)
    skip = closes:find(left)
  end
  skip = joined:find(left)
  if skip then left = left:from(skip) end
  skip = lead:find(left)
  if skip then left = left:from(skip) end
  left = left:trim()
  return #left > 3 and left or nil
end

-- Words that stand between an affiliation and a title and belong to the title: 기술 총괄, 상근 부위원장, 전 대표.
local rank <const> = re.compile "^(?:전|현|신임|초대|임시|공동|상근|상임|비상근|수석|선임|책임|기술|사무|총괄|명예|최고|원내|직무|전임)(?:\\s(?:전|상근|공동|수석))?$"
-- 연구원장 after LG AI: the office of an institution is written as one word with it.
local institute <const> = re.compile "(?:연구원|진흥원|개발원|평가원|교육원|협회|학회|재단|은행|공사|공단|연맹|연합회|중앙회|의회)장$"

-- The title with what belongs to it (장관 + 후보자, 부총리 + 겸 … 장관), the affiliation, and both as one.
---@param title Span
---@param org Span  what stands between name and title; may be empty
local function office(title, org)
  org = org:trim()
  if #org == 0 then org = nil
  elseif rank:test(org) then title, org = org:hull(title), nil end
  local m <const> = title:after(1):is(" ") and continued:match(title:after(40))
  if m then
    local more = title_of(m.more or m.also)
    -- 부총리 겸 과학기술정보통신부 | 장관: the ministry only ends like a title
    local rest = not more and m.also and further:match(m.also:after(30))
    while rest and not more do
      more = title_of(rest.title)
      rest = not more and further:match(rest.title:after(30))
    end
    if more and m.more then title = title:hull(more)
    elseif more then
      local role <const> = (org or title):hull(more)
      local org2 <const> = m.org2:trim()
      if org or #org2 == 0 then return org, title:hull(more), role end
      return org2, { title:hull(title:after(2)), more }, role
    end
  end
  if org and institute:test(title) then org, title = org:hull(title:chop(1)), title:right(2) end
  return org, title, org and org:hull(title) or title
end

---@param org Span
local function of_country(org)
  local first <const> = re.find("[가-힣]+", org)
  return first ~= nil and names.countries:starts(first) ~= nil
end

-- A name that another word is run into: 의원실 제공김호철 감사원장 …
local run_in <const> = re.compile("(?:제공|기자|캡처|뉴스|DB)[" .. names.SURNAME .. "][가-힣]{2}(?:\\s|$)")

-- 푸른당 최다선(6선) | 주호연 국회 부의장: the words before the title hold a name of their own, whom a short mention (주 부의장) means.
local function holds_name(org, name, title, body)
  for piece in re.gmatch("(?<!\\S)[가-힣]{3}(?=\\s|$)", org) do
    local other <const> = piece[0]
    if names.shaped(other) and body:has(other:left(1) .. " " .. title) and not body:has(name:left(1) .. " " .. title) then return true end
  end
  return run_in:test(org)
end

-- 이재명 | 정부 초대 기획예산처 장관 후보자: a government goes by the name of its head.
local reign <const> = re.compile "^ ?(?:정부|행정부|정권|체제|내각)의?(?: |$)"
-- A clause that runs through to the title: 총리가 28일 푸른당 소속 | 전 의원, 들었단 | 전 사령관, 사퇴하면 | 수석부대표.
local clausal <const> = re.compile "(?:[이가] \\d{1,2}일 |(?:[았었했됐겠렸졌]단|하면|라면|는데|지만|어도|아도|것이|때문|지낸|숨진|[다요]\\?)(?: |$))"

-- Adds the person a match shows; false where the match only looked like one.
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
  local word = title_of(m.title)
  local last = m.title
  while not word do
    local rest <const> = further:match(last:after(30))
    if not rest then return false end
    last = rest.title
    word = title_of(last)
    if word then org = org:hull(word:before(1)) end
  end
  -- 한가람 씨: an address, no office
  if word:is("씨") then
    if #org > 0 then return false end
    local calling = affiliation_before(name)      -- 배우 | 한가람 씨
    if calling and not titles.kind(calling) then calling = nil end
    people:add(name, name:hull(word), nil, calling, calling)
    return true
  end
  if #org > 0 and (closes:test(org) or word:is("시장") or reign:test(org) or clausal:test(org) or linked:test(org) or holds_name(org, name, word:text(), body)) then return false end
  local organization <const>, title <const>, role <const> = office(word, org)
  local before = nil
  if not organization and not people:has(name) then before = affiliation_before(m.full) end
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
    m = re.match("(?<name>" .. sur:text() .. "[가-힣]{2})(?<office>(?: (?!기자|특파원)" .. pattern.WORD .. "){0,3}? " .. text .. ")(?=[은는이가을를의도과와 ,])", sur:before(REACH):hull(sur:after(REACH))) or false
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
    for i = 1, #short do
      local m <const> = short[i]
      local title <const> = m.office and title_of(m.office)
      if title then add_short(people, m.sur, title)
      elseif not m.office then people:add_short(m.sur, nil, m.sur:hull(m.sur:after(1)))
      end
    end
    voices.scan(doc, people)
    return people:records()
  end,
}
