-- People in running text by the shape of their noun phrase, and what their roles are made of.
--   name + role       정재헌 SK텔레콤 CEO, 김영록 전남도지사와, 배경훈 부총리 겸 과기정통부 장관
--   names + one role  임우형·이홍락 LG AI연구원장(공동 원장), 이강일, 권향엽, 안도걸 의원이
--   org + name + title 국민의힘 장동혁 대표, TF 소속 최기상·오기형 의원
--   role + name       가수 이은미, 방송인 전현무가
--   foreign name      해럴드 로저스 쿠팡 임시대표, 폴란드 아르투르 쿱텔 군비청장
local re <const> = require "re"
local words <const> = require "words"
local names <const> = require "ko.names"
local tokens <const> = require "ko.tokens"
local foreign_names <const> = require "ko.foreign_names"
local role_phrase <const> = require "ko.role_phrase"
local split <const> = require "ko.role_parts"

local roles <const> = {}

local comma <const> = words.set { ",", "、", "·", "ㆍ" }
local title_after <const>, organization_before <const> = role_phrase.title_after, role_phrase.organization_before
local past_bracket <const>, former <const> = role_phrase.past_bracket, role_phrase.former

-- 보현스님, 진우 스님: a religious name goes with its address.
local religious <const> = re.compile [[^([가-힣]{2}스님)(은|는|이|가|을|를|의|도|과|와|에게|께서)?$]]
local dharma <const> = re.compile [[^[가-힣]{2}$]]
local monk <const> = re.compile [[^(스님|대종사|큰스님)(은|는|이|가|을|를|의|도|과|와|에게|께서)?$]]

local courtesy <const> = re.compile [[^(씨|군|양)(은|는|이|가|을|를|의|도|과|와|에게|께서)?$]]

-- A name of two syllables that is a word as well (정신, 이상): in a list of people it is a name when a role stands
-- behind it: `김영길 우미건설 사장과 정신 전남대병원장이`. Words that go with offices in the plural never close in
-- these syllables: 지역 국회의원, 여야 대표, 전직 장관, 주요 기관장.
local short_name <const> = re.compile("^[" .. names.SURNAME .. "][가강건결겸경광권규균근기남단담대덕도동람률린림만명모문미민배백범별보봄빈산상샘석선설섭성세소솔수숙순슬승시식신아안애연열영예오옥온완용우욱운웅원유윤율은율의인일임재전정제조주준지진찬창채천철초춘태택필하한해향혁현형혜호홍화환효후훈휘희]$")
local common <const> = words.set { "장남", "차남", "장녀", "차녀", "정부", "국회", "전국", "지방", "유관", "기관", "연합", "도시", "고위", "공동", "일선", "현지", "민간", "기초", "소속", "주민", "한인" }

local function short_in_list(list, i, people)
  local t, p = list[i], people[#people]
  if #t.span ~= 6 or not p or not p.role or (p.tail ~= "와" and p.tail ~= "과" and p.tail ~= "") then return false end
  if t.span.start - p.np.stop > 5 or common:has(t.span) or not short_name:test(t.span) then return false end
  local at = title_after(list, i)
  return at ~= nil and not list[at].span:has "들"
end

-- Titles that say what somebody is in charge of; a name never follows them bare: 예방대책담당 장학관.
local duty <const> = re.compile [[(?:담당|책임|총괄|대리|전문|기획|관리|운영)$]]

-- 조춘룡·조용원 등 당 비서들은: two full names in a row are people though no role stands by them.
local function row_of_names(found)
  if #found < 2 then return false end
  for _, n in ipairs(found) do
    if #n < 9 then return false end
  end
  return true
end

local surname <const> = re.compile("^[" .. names.SURNAME .. "]$")

-- The office behind a surname: 의원 of `백 의원`, of `백 전 의원`.
local function office_of(list, i)
  local j = i + 1
  if list[j] and list[j].kind == "word" and former:has(list[j].span) then j = j + 1 end
  if not tokens.is_title(list[j]) then return nil end
  local _, core, tail = tokens.title_of(list[j])
  return { core = core, tail = tail, next = j + 1 }
end

-- 국회의원(윤한서, 김종서, 허성서): the names of a group in brackets behind its title.
local group <const> = re.compile("^\\((" .. names.FULL .. "(?:\\s?[,·ㆍ]\\s?" .. names.FULL .. ")+)\\)$")
local each_name <const> = re.compile(names.FULL .. "(?=$|[\\s,·ㆍ])")

local function members(bracket, before)
  local m = tokens.is_title(before) and before.tail == "" and group:match(bracket.span)
  if not m then return nil end
  local found = {}
  for n in each_name:gmatch(m[1]) do
    local one = tokens.names(n[0], true)
    if not one then return nil end
    found[#found + 1] = one[1]
  end
  return found
end

-- Whether list[i] begins an item of a list that already holds a person: `A 대표, …`, `B 사장과 …`.
local function in_list(list, i, people)
  local p, prev = people[#people], list[i - 1]
  return p ~= nil and (p.role ~= nil or p.short) and prev ~= nil
    and (prev.kind == "mark" and comma:has(prev.span) or p.tail == "과" or p.tail == "와") and list[i].span.start - p.np.stop < 12
    and (p.name:has " " and "foreign" or true)
end

-- The people of a span, in order; `speech` as in tokens.of. Each has name (Span), role (list of Spans) or nil, organization, title, np (the
-- whole phrase), tail (the particle behind it), bare (true where nothing but the shape says it is a name).
function roles.people(span, speech)
  local list = tokens.of(span, speech)
  local foreign, monks = foreign_names.possible(span), span:has "스님"
  local people = {}
  local waiting = {}        -- bare names with a comma behind them: they share the role of the next person
  local before              -- a role that stood before a name and goes on over the list: 배우 A, B
  local i = 1

  local function add(found, tail, role, np, of_body)
    local row = row_of_names(found)
    for _, n in ipairs(found) do
      local p = { name = n, tail = tail, np = np, bare = not role and not row }
      if role then
        p.role = role
        p.organization, p.title = split.parts(role)
        if of_body then p.organization, p.title = role[1], nil end
      end
      people[#people + 1] = p
    end
  end

  while i <= #list do
    local t = list[i]
    local nexti = i + 1
    if t.kind == "word" then
      local found, tail, address, phrase = tokens.names(t.span, true)
      local last = i
      if found and not address and #t.span ~= 9 and tokens.is_title(t) and #t.core > 3 and not tokens.is_title(list[i + 1]) then found = nil end
      if found and tail == "" and not address and list[i + 1] then
        -- 방송인 김유서 씨가: an address, no office
        local m = courtesy:match(list[i + 1].span)
        if m then last, address, tail, phrase = i + 1, true, m[2] and m[2]:text() or "", phrase:hull(m[1]) end
      end
      if not found and short_in_list(list, i, people) then
        found, tail, phrase = { t.span }, "", t.span
      end
      if not found and monks and religious:test(t.span) then
        local m = religious:match(t.span)
        found, tail, phrase, address = { m[1] }, m[2] and m[2]:text() or "", m[1], true
      elseif not found and monks and list[i + 1] and dharma:test(t.span) then
        local m = monk:match(list[i + 1].span)
        if m then
          phrase = t.span:hull(m[1])
          found, tail, last, address = { phrase }, m[2] and m[2]:text() or "", i + 1, true
        end
      end
      local listed = not found and in_list(list, i, people)
      if not found and (foreign or listed) then
        local f, p, e = foreign_names.at(list, i, listed)
        if f then found, tail, last, phrase = { f }, p, e, f end
      end
      local office = not found and #t.span == 3 and surname:test(t.span) and office_of(list, i)
      if office then
        -- 백 의원은: whose surname it is, the rest of the text tells
        people[#people + 1] = { short = true, bare = true, name = t.span, np = t.span:hull(office.core), tail = office.tail, title = office.core }
        nexti = office.next
        waiting = {}
      elseif found then
        local np = phrase
        if tail == "" and not address then
          local k = last
          while list[k + 1] and list[k + 1].kind == "bracket" do k = k + 1 end
          local at, core, p = title_after(list, k)
          -- 법무법인 정인 박봉환 변호사: the second of two is the name
          if at == k + 2 and #t.span == 6 and #list[k + 1].span == 9 and tokens.names(list[k + 1].span, false) then at = nil end
          if at then
            local role = { list[k + 1].span:left(1):hull(core) }
            if (at == k + 1 or at == k + 2 and former:has(list[k + 1].span)) and split.is_office(core) then
              local org = organization_before(list, i)
              if org then role = { org, role[1] }; np = org:hull(np) end
            end
            for _, w in ipairs(waiting) do w.role, w.bare = role, false; w.organization, w.title = split.parts(role) end
            waiting = {}
            np = np:hull(core)
            nexti = at + 1
            if p == "" then np, p, nexti = past_bracket(list, nexti, np) end
            add(found, p, role, np)
            before = nil
            goto done
          end
        end
        -- role + name: 가수 이은미의, 방송인 전현무가
        local prev = list[i - 1]
        local pt = tokens.is_title(prev)
        local role, of_body
        if not pt and address and prev and prev.kind == "word" and tokens.kind(prev.span) == "organization" then
          local org = organization_before(list, i - 1)
          role, of_body = { org and org:hull(prev.span) or prev.span }, true
        elseif pt and prev.tail == "" and not tokens.names(prev.span, false) and not duty:test(prev.span) then
          local org = organization_before(list, i - 1)
          role = org and { org:hull(prev.span) } or { prev.span }
        elseif before and prev and comma:has(prev.span) then
          role = before
        end
        local first = #people + 1
        if tail == "" then np, tail, nexti = past_bracket(list, last + 1, np) else nexti = last + 1 end
        add(found, tail, role, np, of_body)
        before = role
        local after = list[nexti]
        if not role and tail == "" and after and after.kind == "mark" and comma:has(after.span) then
          for p = first, #people do waiting[#waiting + 1] = people[p] end
        else
          waiting = {}
        end
      else
        waiting = {}
      end
    elseif t.kind == "bracket" then
      local prev = list[i - 1]
      local found = prev and members(t, prev)
      if found then
        local _, core = tokens.title_of(prev)
        local np, tail, after = past_bracket(list, i, core)
        add(found, tail, { core }, np)
        nexti = after
      end
    elseif t.kind == "mark" and not comma:has(t.span) then
      waiting, before = {}, nil
    end
    ::done::
    i = nexti
  end
  return people
end

return roles
