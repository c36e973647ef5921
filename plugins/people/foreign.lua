-- Foreign names: told by a given name of the list or by their syllables, and by what stands beside them.
local re <const> = require "re"
local words <const> = require "words"
local names <const> = require "ko.names"
local titles <const> = require "ko.titles"
local transcribed <const> = require "ko.transcribed"
local pattern <const> = require "pattern"
local office <const> = require "office"
local longer <const> = require "longer"

local foreign <const> = {}

-- A word from its first syllable of foreign names on.
local anchor <const> = re.compile(transcribed.STRANGE .. "[가-힣]{0,8}+(?:-[가-힣]{1,7})?(?=[ (])(?<![을를에며면고게서된인던러져해한])(?<!으로|하는)(?<!서비스|시스템|데이터|플랫폼|콘텐츠|브랜드|프로젝트|네트워크|프로그램|센터|쿠팡)")
-- What a text speaks of that has foreigners whose given names no list has: one text in four. China and Japan alone are in
-- too many; what news of their people has stands for them.
local abroad <const> = words.set { "미국", "영국", "독일", "프랑스", "러시아", "유럽", "이스라엘", "우크라이나", "캐나다", "호주", "대만", "태국", "인도네시아", "필리핀", "튀르키예", "브라질", "멕시코",
  "이탈리아", "스페인", "네덜란드", "스위스", "스웨덴", "폴란드", "아프리카", "이집트", "나이지리아", "사우디", "방글라데시", "미얀마", "캄보디아", "말레이시아", "파키스탄", "현지시간", "현지 시간",
  "로이터", "AFP", "최고경영자", "관영", "중국 외교부", "중국 국방", "국가주석", "일본 총리", "일본 정부", "총통", "유엔" }
local word_start <const> = re.compile "(?<![A-Za-z0-9가-힣])(?<![가-힣]-)[가-힣]{0,6}(?:-[가-힣]{1,6})?\\z"
local labels <const> = re.compile "(?:[\\[<]|: )(?<word>[가-힣]{1,9}+)(?=(?: [가-힣]+){0,2} ?(?:/ ?|: )(?![0-9]))"

-- (31·남) 미국 재무부 | 장관
local tail <const> = re.compile("^(?:\\([^()\\n]{1,30}\\))?(?<org>(?: 최고)?(?: (?:" .. pattern.WORD .. ")){0,7}?) (?<title>" .. pattern.TITLE .. ")")
local spelled <const> = re.compile "^\\((?:[A-Z][A-Za-z.'-]* ){0,3}[A-Z][A-Za-z.'-]*[a-z](?:[,)/]| [0-9])"
local government <const> = re.compile "^(?: [가-힣]{1,7})? (?:[0-9]기 )?(?:행정부|정부|정권)|^ 등(?= )"
local label <const> = re.compile "^ ?[/:] "
local labelled <const> = re.compile "(?:[\\[<]|: )$"

local person_before <const> = re.compile "(?<noun>[가-힣]+?)(?:인|이자)? $"
local hangul_before <const> = re.compile "[가-힣A-Za-z0-9]$|[가-힣]-$"

-- Titles of heads of state and their ministers: a family name alone may stand before them.
local high <const> = re.compile "(?:대통령|총리|주석|총통|국왕|교황|왕세자|총서기|최고지도자|장관|대사|의원|의장)$"

-- The title behind a name: its word, the affiliation in front of it.
local function title_behind(name)
  local m <const> = tail:match(name:after(90))
  if not m then return nil end
  local word <const>, beside <const> = office.reach(m.title, m.org)
  if not word then return nil end
  local org <const> = beside:trim()
  if #org > 0 and office.closes:test(org) then return nil end
  return word, org
end

local function kind_of_noun_before(name)
  local m <const> = person_before:match(name:before(14))
  return m and titles.kind(m.noun)
end

-- 출신 국가대표, 등 화가, 이후 …: no affiliation of whom stands before.
local no_office <const> = re.compile "^(?:출신|등|이후|직후|및|관련|같은|또는|대신)(?: |$)"

-- How many of the words are the name, where an affiliation follows: two, and more where what follows tells.
local function extent(list)
  if #list == 1 then return 1 end
  local n = list[1]:after(1):is(" ") and 2 or 1
  if re.test("^[A-Z]", list[1]) then n = math.min(#list, 2) end
  while transcribed.noble(list[n]) and list[n + 1] do n = n + 1 end
  while list[n + 1] do
    local third <const> = list[n + 1]
    local m <const> = re.match("^(?:\\([^()]*\\))? (?:[전현] )?([^\\s(]+)", third:after(40))
    local next_word <const> = m and (office.title_of(m[1]) or m[1])
    local placed <const> = next_word and (names.countries:starts(next_word) or names.places:starts(next_word) or #next_word > 6 and titles.kind(next_word) == "organization"
      or high:test(next_word))
    if transcribed.noble(third) and list[n + 2] then n = n + 2
    elseif placed and transcribed.strangeness(third) > 0 then n = n + 1
    else break
    end
  end
  return n
end

local latin <const> = re.compile "^[A-Z]"

-- Whether words look like a name: a given name of the list, or syllables of foreign names in each of them; in one where a country or
-- a high office stands by.
local function likely(list, n, by_office)
  local sum, least = 0, 2
  for i = 1, n do
    if names.first:has(list[i]) then return true end
    local strange = transcribed.strangeness(list[i])
    if strange == 0 and (#list[i] == 3 or latin:test(list[i])) then strange = 1 end
    sum, least = sum + strange, math.min(least, strange)
  end
  return sum > 1 and (least > 0 or by_office)
end

-- Titles that as often are the last word of something else.
local vague <const> = re.compile "^(?:검사|시장|회원|경위|날씨|선생|MD|여성|담당|씨|전문기업인|도시인)$"
local marked <const> = re.compile "[‘'<▲△“\"]$"

-- Whether what stands between a name and a title is an affiliation.
local function fits(list, n, title, org, spelled_out)
  if no_office:test(org) or re.test("(?:[와과]|[^회상협의]의|후|등|및|인) ", org) and not names.countries:starts(org) then return false end
  local nearer <const> = re.find("(?<!\\S)[가-힣]{3}$", org)
  if nearer and names.shaped(nearer) then return false end
  local listed <const> = names.first:has(list[1])
  local ahead <const> = re.find("(?<![가-힣])[가-힣]{3}(?= $)", list[1]:before(5))
  if ahead and names.shaped(ahead) then return false end
  if not listed and (vague:test(title) or marked:test(list[1]:before(1))) then return false end
  local by_office <const> = spelled_out or names.countries:starts(org) ~= nil or #org == 0 and high:test(title) or re.test("^(?:전|현) ", org) or org:is("전")
  return likely(list, n, by_office)
end

local of_state <const> = re.compile "^ (?:[가-힣]{2,6} )?(?:전 |부)?(?:대통령|총리|주석|총통|국왕|교황|왕세자|여사|수상)(?![가-힣]{2})"

-- 다카이치 일본 총리, 트럼프 대통령: one name alone before an office of state; whose it is, the whole text tells.
local function alone(name, found)
  if #name == 3 or not of_state:test(name:after(16)) or transcribed.strangeness(name) < 2 then return end
  local stem <const> = transcribed.bare(name)   -- 트럼프가 | 대통령
  local title <const>, org <const> = title_behind(name)
  if stem and transcribed.strangeness(stem) == 2 or not title or #org > 0 and not names.countries:has(org) and not org:is("전") then return end
  found.alone[#found.alone + 1] = { name = name, title = title, org = org }
  return title.stop
end

-- Adds the name that holds a word; gives where it ends.
---@param found table  `covered`: where the words read before begin; `alone`: what alone() found
local function read(word, people, found)
  local list <const>, particle <const> = transcribed.around(word)
  if not list then return end
  for i = 1, #list do found.covered[list[i].start] = true end
  local from <const> = list[1]
  if #list == 1 and not labelled:test(from:before(2)) and not transcribed.chinese(from) then return alone(from, found) end
  local whole <const> = from:hull(list[#list])
  local after <const> = whole:after(60)
  -- [메건 가르시아 : …], <존 하웰 / 스코틀랜드 관광객>
  if label:test(after) and labelled:test(from:before(2)) and (#list == 1 and transcribed.strangeness(from) == 2 or #list > 1 and likely(list, #list, true)) then
    people:add(whole, whole)
    return whole.stop
  end
  if #list == 1 and not transcribed.chinese(from) then return alone(from, found) end
  if #list > 1 and #list <= 4 and spelled:test(after) then
    local title <const>, org <const> = title_behind(whole)
    if title and fits(list, #list, title, org, true) then foreign.add(people, whole, title, org)
    elseif not whole:ends("급") and not marked:test(from:before(1)) and (names.first:has(from) or kind_of_noun_before(from) == "title") then people:add(whole, whole)
    end
    return whole.stop
  end
  if particle then
    local kind <const> = kind_of_noun_before(from)
    if #list > 1 and ((kind == "title" or kind == "person") and likely(list, #list, kind == "title" and transcribed.strangeness(from) == 2) or names.first:has(from) == true and #list == 2) then people:add(whole, whole) end
    return whole.stop
  end
  local n <const> = transcribed.chinese(from) and 1 or extent(list)
  local name <const> = from:hull(list[n])
  local title <const>, org <const> = title_behind(name)
  if title and (n == 1 and (#org > 0 and #org < 60 or high:test(title)) and not vague:test(title) or n > 1 and fits(list, n, title, org)) then
    foreign.add(people, name, title, org)
    return title.stop
  end
  -- 도널드 트럼프 행정부, 안드레스 마누엘 로페스 오브라도르 전 정부, 소피 마르소 등
  if #list > 1 and names.first:has(from) == true and government:test(after) then
    people:add(whole, whole)
    return whole.stop
  end
  return name.stop
end

local joined <const> = re.compile "^.*[와과은는이가을를] "

-- The body, firm or country in front of a name, out of the phrase that may be one: 엔비디아 | 젠슨 황 CEO.
local function body_of(phrase)
  local skip <const> = joined:find(phrase)
  if skip then phrase = phrase:from(skip) end
  local last <const> = re.find("[^\\s]+$", phrase)
  if last and (titles.kind(last) == "organization" or names.countries:has(last) or transcribed.loan(last)) then return phrase end
end

function foreign.add(people, name, title, org)
  local organization <const>, head <const>, role <const> = office.read(title, org)
  local before
  if not organization and not people:has(name) then before = office.affiliation_before(name) end
  people:add(name, name:hull(role), organization, head, role, before and body_of(before))
end

local brief_title <const> = re.compile "^ [가-힣]{2,5} [가-힣A-Z]+"

function foreign.scan(body, people)
  transcribed.begin()
  local done, found = body.start, { covered = {}, alone = {} }
  for m in anchor:gmatch(abroad:find(body) and body or body:left(0)) do
    local at <const> = m[0]
    if at.start >= done then
      local left <const> = word_start:find(at:before(8))
      local word <const> = left and left:hull(at)
      if word and not transcribed.loan(word) then done = read(word, people, found) or word.stop end
    end
  end
  for m in labels:gmatch(body) do read(m.word, people, found) end
  for first, tag in names.first:each(body) do
    if not found.covered[first.start] and first:after(1):is(" ") and not hangul_before:test(first:before(1)) then
      local last <const> = first:after(12)
      if tag ~= "title" or brief_title:test(last) then read(first, people, found) end
    end
  end
  local wholes <const> = longer.merge(people)
  for i = 1, #found.alone do
    local one <const> = found.alone[i]
    local whole <const> = wholes[one.name:text()]
    if whole then whole.mentions[#whole.mentions + 1] = one.name:hull(one.title)
    else foreign.add(people, one.name, one.title, one.org)
    end
  end
end

return foreign
