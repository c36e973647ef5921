-- people: every person the body names, with affiliation and title, and the mentions of the same person.
-- The base that quotes, attendees and others read through `needs`.
local re <const> = require "re"
local names <const> = require "ko.names"
local titles <const> = require "ko.titles"
local particles <const> = require "ko.particles"
local foreign <const> = require "foreign"
local registry <const> = require "registry"

local NOUN <const>, TITLE <const> = particles.NOUN, titles.WORD

-- One pattern for the Korean shapes, tried where a word begins:
--   full    하정우 대통령실 AI미래기획수석 · 국민의힘 장동혁 대표 · 김윤미(43) … 대표 · 임우형·이홍락 LG AI연구원장
--           with `also` for a second office: 배경훈 부총리 겸 과학기술정보통신부 장관
--   anon    A씨 · 김모씨 · 이모(43)씨
--   mr      김희연씨
--   sur     배 부총리 · 한 전 대표 · 김 씨 (whose it is, the registry tells)
--   known   방송인 전현무는 (the profession stands before the name)
local mention <const> = re.compile(
  "(?<![가-힣A-Za-z0-9])(?:"
  .. "(?<coord>(?:" .. names.FULL .. "·)*)(?<full>" .. names.FULL .. ")(?:\\([^()]{1,24}\\))?\\s"
  .. "(?<org>(?:" .. NOUN .. "\\s){0,8}?)(?<title>" .. TITLE .. ")(?<more>\\s" .. TITLE .. ")?"
  .. "(?<also>\\s(?:겸|및)\\s(?<org2>(?:" .. NOUN .. "\\s){0,4}?)" .. TITLE .. ")?"
  .. "|(?<anon>(?:[A-Z]|[" .. names.SURNAME .. "] ?모)(?:\\([^()]{1,10}\\))? ?씨)(?![가-힣]{3})"
  .. "|(?<sur>[" .. names.SURNAME .. "])(?:\\s(?:전 |신임 |현 )?(?<office>" .. TITLE .. ")|씨(?=[은는이가의를도와]|[^가-힣]))"
  .. "|(?<mr>" .. names.FULL .. ")씨(?![가-힣]{2})"
  .. "|(?<=배우 |작곡가 |소설가 |화가 |시인 |성악가 |연주자 |무용수 |활동가 |연구원 |장관 |후보 |위원장 |회장 |사장 |원장 |앵커 |칼럼니스트 |디자이너 |안무가 |프로듀서 |가수 |감독 |방송인 |개그맨 |개그우먼 |작가 |기자 |선수 |변호사 |셰프 |멤버 |의원 |교수 |대표 |래퍼 |아나운서 |유튜버 |평론가 |박사 |피아니스트 |지휘자 )"
  .. "(?<known>" .. names.FULL .. ")(?=(?:은|는|이|가|의|도|과|와|씨|에게|께서)?(?![가-힣]))"
  .. ")")

-- 정의당 권영국 대표: the affiliation before the name.
local ahead <const> = re.compile("(?:" .. NOUN .. "\\s){1,4}$")
-- Words that cannot begin an affiliation: 이날 국회 …, 30일 쿠팡 …, 앞서 …
local lead <const> = re.compile(
  "^(?:(?:이날|전날|오전|오후|이번|지난|최근|당시|앞서|이어|또|또한|특히|한편|반면|다만|그러나|하지만|이에|이후|현재|오늘|어제|올해|내년|같은|다른|모든|여러|각|그|이|저|및|겸|등|고|故|전|현|신임"
  .. "|현직|전직|지난해|지난달|[0-9]+(?:년|월|일|시|분|명|개|차례|번|번째|여)?[가-힣]?|왼쪽부터|오른쪽|주인공|위원|증인|참고인|특별히|역시|결국|바로|직접|물론|대신|관련)\\s)+")

-- What follows a word that only ended like a title: LG AI연구원 | AI에이전트 그룹장.
local further <const> = re.compile("^\\s(?:" .. NOUN .. "\\s){0,4}?(?<title>" .. TITLE .. ")")

local function is_title(span)
  local found <const>, tag <const> = titles.heads:ends(span)
  return tag == "title", found
end

-- What closes the phrase before an affiliation after all: 김영록 전남도지사와 | …, 국회 위원장인 | …
local joined <const> = re.compile "^.*(?:장|원|사|표|수|관)(?:와|과|인)\\s"

-- The affiliation before a name, without what only leads in to it; nil where none stands there.
local function affiliation_before(name)
  local left = ahead:find(name:before(40))
  if not left then return nil end
  local skip = joined:find(left)
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

-- The title with what belongs to it (장관 + 후보자, 부총리 + 겸 … 장관), and the affiliation.
local function office(m, title, org)
  org = org:trim()
  local role = title
  if #org == 0 then org = nil
  elseif rank:test(org) then title, org = org:hull(title), nil end
  if title == m.title and m.more and is_title(m.more) then title = title:hull(m.more:trim()) end
  if org and institute:test(title) then
    org, title = org:hull(title:chop(1)), title:right(2)
  end
  role = org and org:hull(title) or title
  if m.also and is_title(m.also) then
    role = role:hull(m.also)
    if org or #m.org2 == 0 then title = title:hull(m.also)
    else
      org = m.org2:trim()
      title = { title:hull(title:after(2)), m.also:from(m.org2) }
    end
  end
  return org, title, role
end

local function add_full(people, m)
  local name <const> = m.full
  if not names.likely(name, #m.org < 36) then return false end
  local word, space = m.title, m.org
  if not is_title(word) then
    local rest <const> = further:match(word:after(40))
    if not rest or not is_title(rest.title) then return false end
    word = rest.title
    space = m.org:hull(word:before(1))
  end
  -- 이재명 정부 주식 | 시장: a market where something stands between
  if #space > 0 and word:is("시장") then return false end
  local org <const>, title <const>, role <const> = office(m, word, space)
  local before = nil
  if not org and not people:has(name) then before = affiliation_before(m[0]) end
  people:add(name, name:hull(role), org, title, role, before)
  if #m.coord > 0 then
    for each in re.gmatch("[^·]+", m.coord) do people:add(each[0], each[0], org, title, role, before) end
  end
  return true
end

return {
  name = "people",
  version = "1.0.0",
  summary = "People named in the body, with affiliation, title and every mention",
  fields = {
    { "name", "span", "the fullest form of the name" },
    { "role", "span?", "affiliation and title as written beside the name" },
    { "organization", "span?", "the affiliation within role" },
    { "title", "span?", "the title within role" },
    { "kind", "string", "person" },
    { "mentions", "list of span", "each place that names the person, with the title where one stands there" },
  },
  identity = { "name" },
  extract = function(doc)
    local people <const> = registry.new()
    local short <const> = {}
    local body <const>, from <const> = doc.body, doc.body.start
    local at = 0
    while true do
      local m <const> = mention:match(body, at)
      if not m then break end
      local stop = m[0].stop
      if m.full then
        -- a word that only looks like a name must not swallow the name behind it: 소속 | 오기형 의원
        if not add_full(people, m) then stop = m.full.stop end
      elseif m.sur then short[#short + 1] = m
      elseif m.anon then people:add(m.anon, m.anon)
      elseif m.mr then
        if names.likely(m.mr, true) and m.mr:chars() > 2 then people:add(m.mr, m[0]) end
      elseif names.likely(m.known, true) and m.known:chars() > 2 then people:add(m.known, m.known)
      end
      at = stop - from
    end
    foreign.scan(doc.body, people)
    for i = 1, #short do
      local m <const> = short[i]
      if not m.office or is_title(m.office) then people:add_short(m.sur, m.office, m[0]) end
    end
    return people:records()
  end,
}
