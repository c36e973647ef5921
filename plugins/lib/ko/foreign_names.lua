-- Foreign names in a row of tokens: they have no shape of their own, so a given name of the list, a country or an office
-- has to stand by.
local re <const> = require "re"
local words <const> = require "words"
local names <const> = require "ko.names"
local particles <const> = require "ko.particles"
local tokens <const> = require "ko.tokens"
local role_phrase <const> = require "ko.role_phrase"

local foreign_names <const> = {}

local hangul <const> = re.compile "^[가-힣]{1,7}$"
-- Syllables that end foreign names and hardly any affiliation: 니콜라스 마두로 게라 의원.
local foreign_end <const> = re.compile [[(?:라|로|스|르|즈|츠|코|카|키|니|티|베|바|나|렌|벨|델|젤|머|터|퍼|버)$]]
-- Syllables of transcribed names that Korean and Sino-Korean words hardly have.
local strange <const> = re.compile [=[[르스크트프드브즈츠토코쿠카캐케키터테티퍼페푸피릭렉렌렐롤룰럼런벨빌볼블셰슈쉐엘옐윌짐잭톰팀벤맥댄샘론]]=]
local loanwords <const> = words.file "ko/loanwords.txt"
local countries <const> = words.file "ko/countries.txt"
local particle_word <const> = words.set { "빈", "알", "반", "판", "데", "드", "디", "폰", "다", "엘", "라", "르", "존", "세이크" }
-- Words that stand before a country and an office and are no names: 현직 미국 대통령, 역대 일본 총리.
local names_like <const> = re.compile [[^(?:이날|전날|지난|당시|현직|역대|주한|방한|신임|전임|차기|양국|이번|최근|오늘|어제|또|특히|한편|앞서|이어|첫|각국|일부|등|함께|나란히|같은|주요)|[은는을를에며고서던된한의와과로]$]]

local envoy <const> = re.compile [[^주(?:한|미|일|중|러|독|영|불|유엔|유럽)$]]

-- 순다르 피차이 구글 대표, 게리 샤피로 한빛협회 회장: syllables that close a name as well as they mark a noun. 로 with whose office
-- stands behind is part of the name.
local function closes_noun(stem, particle, list, last)
  if particle == "로" then return role_phrase.title_after(list, last) == nil end
  return particles.fits(stem, particle)
end

local function is_country(t)
  return t ~= nil and t.kind == "word" and countries:has(t.span) ~= nil
end

-- A word that can be part of a foreign name: Hangul, no head of a noun phrase and no country.
local function foreign_word(t)
  if not t or t.kind ~= "word" or not hangul:test(t.span) or countries:has(t.span) then return false end
  local kind = tokens.kind(t.span)
  return kind == nil or kind == "none" and not tokens.listed(t.span)
end

-- Whether a span can hold a foreign name at all: most sentences can't, and need not be looked at word by word.
function foreign_names.possible(span)
  return names.first:find(span) ~= nil or countries:find(span) ~= nil
end

-- Foreign names, from where they begin: the span of the name, the particle behind it, the index of its last token.
--   a given name of the list   해럴드 로저스 쿠팡 임시대표, 리사 수 AMD CEO, 무함마드 빈 살만 왕세자
--   in a list of people        캐롤리나 파라다 구글 딥마인드 로보틱스 총괄 (`listed`; "foreign" where one stands before it)
--   before a country           나따폰 낙파닛 태국 국방부 장관, 다카이치 일본 총리
--   behind a country           폴란드 아르투르 쿱텔 군비청장
function foreign_names.at(list, i, listed)
  local a, b = list[i], list[i + 1]
  if not b or a.kind ~= "word" or not hangul:test(a.span) then return nil end
  if names.first:has(a.span) and b.kind == "word" and hangul:test(b.span) and not tokens.is_head(b.span) then
    local last = i + 1
    if particle_word:has(b.span) and foreign_word(list[i + 2]) then last = i + 2 end
    local third, fourth = list[last + 1], list[last + 2]
    if last == i + 1 and foreign_word(third) and tokens.kind(third.span) == nil and tokens.is_title(fourth)
      and not tokens.is_title(third) and foreign_end:test(third.span) then
      last = last + 1
    end
    local final, following = list[last].span, list[last + 1]
    if tokens.is_title(list[last]) then return nil end
    local s, p = tokens.stem(final)
    if p ~= "" and s:chars() >= 2 and closes_noun(s, p, list, last) and not (tokens.is_title(following) or following and countries:has(following.span)) then
      return a.span:hull(s), p, last
    end
    return a.span:hull(final), "", last
  end
  local c, prev = list[i + 2], list[i - 1]
  if listed and foreign_word(a) and foreign_word(b) and not names_like:test(a.span) and not loanwords:has(a.span) and not loanwords:has(b.span)
    and not tokens.is_title(b) and (strange:test(a.span:hull(b.span)) or listed == "foreign" and b.span:chars() > 2) then
    -- 로버트 플레이터 …, 캐롤리나 파라다 구글 딥마인드 로보틱스 총괄: in a list of people
    local at = role_phrase.title_after(list, i + 1)
    if at and at > i + 2 then return a.span:hull(b.span), "", i + 1 end
  end
  if listed and foreign_word(a) and #a.span > 3 and tokens.kind(a.span) == nil and not names_like:test(a.span) and envoy:test(b.span)
    and role_phrase.title_after(list, i) then
    return a.span, "", i   -- 팡쿤 주한 중국대사대리, in a list of people
  end
  if not (is_country(b) or is_country(c) or is_country(list[i + 3]) or is_country(prev)) then return nil end
  if not foreign_word(a) or names_like:test(a.span) then return nil end
  local k = i
  if foreign_word(b) and not tokens.is_title(b) then k = i + 1 end
  local n = k + 1
  while list[n] and list[n].kind == "bracket" do n = n + 1 end
  if is_country(list[n]) and (k > i or strange:test(a.span)) and role_phrase.title_after(list, n - 1) then
    return a.span:hull(list[k].span), "", k
  end
  if k == i + 1 and is_country(prev) and tokens.is_title(list[n]) then
    return a.span:hull(b.span), "", k
  end
  return nil
end

return foreign_names
