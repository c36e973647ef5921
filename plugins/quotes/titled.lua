-- The person whom a phrase with a title names: 그린필드 미국 대통령, 백 의원, 유리 우샤코프 러시아 대통령실 보좌관. People whom the
-- extractor `people` knows come first; others are told by the shape of their names and by what else the text says.
local re <const> = require "re"
local titles <const> = require "ko.titles"
local names <const> = require "ko.names"
local elsewhere <const> = require "elsewhere"

local titled <const> = {}

-- A source from a person's record.
function titled.source(one, place)
  return { speaker = one.name, role = one.role, person = one, place = place, kind = "person" }
end

-- 이 대통령은: a surname where no body is meant
local surname_this <const> = re.compile "(?:^|[^가-힣])이 $"

-- 텍사스주 공화당 소속 | 존 하퍼 상원의원, KPMG의 | 미건 하퍼 …
local owner <const> = re.compile "^.*(?:의|소속|출신)\\s"

-- LG유플러스 | 김온유 | 디지털CX트라이브리드: a Korean name within a phrase whose title no list has.
function titled.korean_in(whole, head)
  for piece in re.gmatch("(?<!\\S)[가-힣]{3}(?=\\s)", whole) do
    if piece[0].stop < head.start and names.shaped(piece[0]) then return piece[0] end
  end
end

-- 전 대통령, 현 장관, 각 기관: no surname though one is written like it.
local no_surname <const> = re.compile "^[전현각본동주]$"
-- (내세운) 백 의원, 왕 대표: a surname and a title end the phrase.
local short <const> = re.compile "(?:^|\\s)(?<surname>[가-힣])\\s\\S+$"
-- 발레리안 왕 가람코리아 대표: a given name, a family name of one syllable, an affiliation.
local given_first <const> = re.compile "^(?<name>(?<given>[가-힣]{2,5})\\s(?<family>[가-힣]))\\s\\S+\\s"

-- 서울의 | 한 교사: a place or a noun with its particle.
local function has_particle(word)
  local stem <const> = word:chop(1)
  return word:ends("의") and (names.places:has(stem) ~= nil or names.noun(stem))
end

local only_once <const> = re.compile "^[가-힣]{3}(?=\\s[가-힣A-Za-z]{4,}\\s\\S+$|\\s(?:\\S+\\s){2,5}\\S+$)"
local name_apart <const> = re.compile "^[가-힣] [가-힣](?= \\S+ )"

-- 장성은 교장은: what looks like a topic opens the sentence, and is nowhere else
local topic_like <const> = re.compile "(?:^|[.\\n]\\s?)([가-힣]{2}은) $"
local function like_topic(word, index)
  local m <const> = topic_like:match(word:before(6))
  local name <const> = m and m[1]
  if name and names.surname(name:left(1)) and names.given:test(name) and not re.test(name:left(2):text() .. "[이을의에도]", index.body) then
    return index:add(name, word, name:left(1))
  end
end

-- A person whom `people` doesn't know, by a phrase with a title.
local function unlisted(whole, word, index)
  local m <const> = short:match(whole)
  if m and names.surname(m.surname) and not no_surname:test(m.surname) then
    local one <const> = index:surname(m.surname, word) or index:namesake(m.surname, word)
    if one then return titled.source(one, word) end
    -- 한 교수, 이 교수 may be 한 for one, 이 for this: they stay as they are written
    return { speaker = m.surname:hull(word), kind = "person", place = word }
  end
  -- 쑹 주임: 쑹타오, named before
  local bearer <const> = m and index:initial(m.surname:text())
  if bearer then return titled.source(bearer, word) end
  local name <const> = titled.korean_in(whole, word)
  -- 제이미 다이먼 JP모건 최고경영자: a given name of elsewhere with a family name behind it
  if name and not (names.first:has(name) and names.foreign_pair(whole)) then return titled.source(index:add(name, whole:from(name):trim(), name:left(1)), word) end
  -- 권 민 서울시 기후환경본부장
  local apart <const> = name_apart:find(whole)
  if apart and names.surname(apart:left(1)) and not no_surname:test(apart:left(1)) then
    return titled.source(index:add(apart, whole:from(apart):trim(), apart:left(1)), word)
  end
  -- 이용권 해오름테크 대표: a word that the text has but once, though the language has it too
  local once <const> = only_once:find(whole)
  if once and names.surname(once:left(1)) and (titles.kind(once) or "none") == "none" and not names.places:has(once) and not has_particle(once) and not names.foreign_pair(whole) and (elsewhere.once(once, index.body) or index.body:has(word .. " " .. once)) then
    return titled.source(index:add(once, whole:from(once):trim(), once:left(1)), word)
  end
  local f <const> = given_first:match(whole)
  if f and names.foreign_word(f.given) and names.surname(f.family) and not (f.family:is("한") and not names.first:has(f.given)) then
    return titled.source(index:add(f.name, whole:from(f.name):trim(), f.family), word)
  end
end

-- 족부 전문의 | 멀리사 록우드 박사: two words right before the title that can only be a foreign name
local foreign_word_end <const> = re.compile "(?<noun>[가-힣]+)\\s(?<name>[가-힣]{2,5})\\s\\S+$"
local foreign_end <const> = re.compile "(?:(?<noun>[가-힣]+)\\s)(?<given>[가-힣-]+)\\s(?<family>[가-힣-]+)\\s\\S+$"

-- 쿠날디 다르마 리에(Kunardy Darma Lie) | KBI 은행장: letters in brackets close a name
local spelled_before <const> = re.compile "(?<![가-힣-])((?:[가-힣-]+\\s){0,3}[가-힣-]+)\\([A-Z][A-Za-z.' -]*[a-z][A-Za-z.' -]*\\)\\s$"

-- 의혹이 결정타김 원내대표: a surname that another word is run into, of the one person known with such a title.
local run_in <const> = re.compile "[가-힣](?<surname>[가-힣])\\s(?<title>\\S+)$"

local function bearer_of(whole, index)
  local m <const> = run_in:match(whole)
  if not m or not names.surname(m.surname) then return nil end
  local surname <const>, title <const> = m.surname:text(), m.title:text()
  return index:only(function(one)
    local role = one.role
    if role and not role.text then role = role[#role] end
    return role and (one.name:starts(surname) or one.name:ends(" " .. surname)) and role:has(title)
  end)
end

-- 나대표는: surname and title in one word, of the one person known with such a title.
local function run_together(word, index)
  local surname <const>, title <const> = word:left(1), word:skip(1)
  if word:chars() < 3 or not names.surname(surname) or titles.kind(title) ~= "title" then return nil end
  local key <const>, office <const> = surname:text(), title:text()
  return index:only(function(one)
    local role = one.role
    if role and not role.text then role = role[#role] end
    return role and one.name:chars() == 3 and one.name:starts(key) and role:has(office)
  end)
end

local speaks_for <const> = re.compile "^[가-힣A-Za-z]+\\s대변인$"

-- The person a phrase with a title names: 머피 임시대표, 그린필드 미국 대통령, 대통령(은), 벤슨 사령관.
---@param whole Span  the noun phrase
---@param word Span   its last word, the title
---@param index table people_index
---@return table?     a source
function titled.person(whole, word, index)
  for piece in re.gmatch("\\S+", whole) do
    local one <const> = index:family(piece[0])
    -- 김다온 | 특검은: named after whom he prosecutes
    if one and word:is("특검") and not (one.title and one.title.text and one.title:has("특")) then return nil end
    if one then return titled.source(one, word) end
  end
  -- ⓒ 해오름시의회김태규 푸른당 당협위원장: a known name that another word is run into
  local first <const> = re.find("^[가-힣]{5,}(?=\\s)", whole)
  local named <const> = first and index.names[first:right(3):text()]
  if named then return titled.source(named, word) end
  if #whole == #word then
    -- 이 대통령은: a surname that nobody in the text has, and not the last who was one
    if surname_this:test(word:before(3)) then return { speaker = word:before(2):hull(word), kind = "person", place = word } end
    local one <const> = like_topic(word, index) or index:bearer(word:text(), word) or run_together(word, index)
    return one and titled.source(one, word)
  end
  local holder <const> = index:holder(whole)
  if holder then return titled.source(holder, word) end
  local found <const> = unlisted(whole, word, index)
  if found then return found end
  -- 디즈니 대변인: whose spokesman it is, where the text speaks of that in other places
  if speaks_for:test(whole) and elsewhere.often(re.find("^\\S+", whole), index.body) then return nil end
  local spelled <const> = spelled_before:match(whole:before(60))
  if spelled then return titled.source(index:add(spelled[1], whole, spelled[1]), word) end
  -- 유리 우샤코프 러시아 대통령실의 외교정책 보좌관: a name opens the phrase, or stands behind what it belongs to
  local owned <const> = not names.foreign_pair(whole) and owner:find(whole)
  local bearer <const> = bearer_of(whole, index)
  if bearer then return titled.source(bearer, word) end
  local one <const> = index:foreign(owned and whole:from(owned) or whole)
  if one then return titled.source(one, word) end
  local m <const> = foreign_end:match(whole)
  if m and names.foreign_word(m.family) and (names.foreign_word(m.given) or m.given:chars() > 2 and titles.kind(m.given) == "organization" and titles.kind(m.noun)) then
    return titled.source(index:add(m.given:hull(m.family), word, m.family), word)
  end
  -- 중국군 대변인 수이 대령
  local single <const> = foreign_word_end:match(whole)
  if single and titles.kind(single.noun) == "title" and names.foreign_word(single.name) then
    return titled.source(index:add(single.name, word, single.name), word)
  end
end

return titled
