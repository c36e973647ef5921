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
local split <const> = require "ko.role_parts"

local roles <const> = {}

-- Words between a name and its title that end the search: a particle or a verb stands on them (`김 씨는 2일 대표를`).
local closed <const> = re.compile [[(?:은|는|을|를|에서|에는|에게|으로|했다|하는|했던|하며|하고|한|된|날|에|\d일|오전|오후|통해|위해|대해)$]]
local joint <const> = words.set { "겸" }
local LIMIT <const> = 10   -- tokens between a name and its title; long committees take eight

local hangul <const> = re.compile "^[가-힣]{1,7}$"
-- Syllables that end foreign names and hardly any affiliation: 니콜라스 마두로 게라 의원.
local foreign_end <const> = re.compile [[(?:라|로|스|르|즈|츠|코|카|키|니|티|베|바|나|렌|벨|델|젤|머|터|퍼|버)$]]
local countries <const> = words.file "ko/countries.txt"
local particle_word <const> = words.set { "빈", "알", "반", "판", "데", "드", "디", "폰", "다", "엘", "라", "르", "존", "세이크" }
-- Words that stand before a country and an office and are no names: 현직 미국 대통령, 역대 일본 총리.
local names_like <const> = re.compile [[^(?:이날|전날|지난|당시|현직|역대|주한|방한|신임|전임|차기|양국|이번|최근|오늘|어제|또|특히|한편|앞서|이어|첫|각국|일부|등)|[은는을를에며고서던된한의와과로]$]]
local comma <const> = words.set { ",", "、" }

-- 이재명 정부의 초대 국무총리: a government goes by the name of its head.
local reign <const> = re.compile [[^(?:정부|행정부|정권|체제|지도부|내각|대표팀|감독)]]

-- Behind a title, these close the noun phrase as a particle does: `대표 등`, `원장(공동 원장)`, `장관 및`, `위원장, …`.
local closing <const> = words.set { "등", "등이", "등은", "등도", "등과", "등을", "등의", "및", "외", "측", "측이", "측은" }

local function closes(t)
  return t == nil or t.kind ~= "word" or closing:has(t.span) ~= nil
end

-- 보현스님, 진우 스님: a religious name goes with its address.
local religious <const> = re.compile [[^([가-힣]{2}스님)(은|는|이|가|을|를|의|도|과|와|에게|께서)?$]]
local dharma <const> = re.compile [[^[가-힣]{2}$]]
local monk <const> = re.compile [[^(스님|대종사|큰스님)(은|는|이|가|을|를|의|도|과|와|에게|께서)?$]]

-- Where the role behind the name at list[i] ends: the index of its last title token, the core of that token and the
-- particle behind it. `부총리 겸 과기정통부 장관과` → 4, 장관, 과. A word that only looks like a title (`민사책임 합리화
-- 태스크포스 단장`) is passed over when the phrase runs on to a better one.
local function title_after(list, i)
  local at, core, tail, joined
  for j = i + 1, math.min(#list, i + LIMIT) do
    local t = list[j]
    if t.kind == "mark" or (t.kind == "bracket" and at == j - 1) then break end
    if t.kind == "word" then
      local _, c, p = tokens.title(t.span)
      if religious:test(t.span) or (j == i + 1 and reign:test(t.span)) then break end
      if joint:has(t.span) then joined = true end
      if at and not joined and #t.span >= 9 and tokens.names(t.span, false) then break end
      if c then
        local final = p ~= "" or closes(list[j + 1])
        if not at or final or joined or j == at + 1 then at, core, tail, joined = j, c, p, false end
        if final then break end
      elseif closing:has(t.span) then
        break
      elseif closed:test(t.span) and tokens.kind(t.span) ~= "organization" then
        break
      elseif (t.span:ends "이" or t.span:ends "가" or t.span:ends "도") and not tokens.kind(t.span) then
        break
      end
    end
  end
  return at, core, tail
end

-- Bodies whose name ends like an office or a word: 광주전남지사, 창원공장, 원주캠퍼스.
local body <const> = re.compile [[[가-힣A-Za-z](?:지사|지점|공장|캠퍼스|연구원|대학원|학과|학부|사업소|출장소|병원|본점|사업단|국립대|여대|여고|고교|중학교|초등학교)$]]
-- The Buddhist orders; 조계종 has the shape of a name.
local sect <const> = re.compile [[(?:조계|천태|태고|진각|관음|법화|총화|보문)종$]]
-- 전 의원, 신임 대표: words that only qualify the title behind them.
local former <const> = words.set { "전", "현", "전직", "현직", "신임", "당시", "초대", "前" }

-- The organisation right before a name or a bare title: `정의당` of `정의당 권영국 대표`, `TF 소속` of `TF 소속 최기상`.
local function organization_before(list, i)
  local t = list[i - 1]
  if not t or t.kind ~= "word" then return nil end
  if t.span:is "소속" or t.span:is "출신" then
    local o = list[i - 2]
    if o and o.kind == "word" then return o.span:hull(t.span), i - 2 end
    return nil
  end
  if tokens.kind(t.span) == "organization" or sect:test(t.span) or body:test(t.span) and not tokens.names(t.span, true) then
    return t.span, i - 1
  end
  return nil
end

-- A name of two syllables that is a word as well (정신, 이상): in a list of people it is a name when a role stands
-- behind it: `김영길 우미건설 사장과 정신 전남대병원장이`. Words that go with offices in the plural never close in
-- these syllables: 지역 국회의원, 여야 대표, 전직 장관, 주요 기관장.
local short_name <const> = re.compile("^[" .. names.SURNAME .. "][가강건결겸경광권규균근기남단담대덕도동람률린림만명모문미민배백범별보봄빈산상샘석선설섭성세소솔수숙순슬승시식신아안애연열영예오옥온완용우욱운웅원유윤율은율의인일임재전정제조주준지진찬창채천철초춘태택필하한해향혁현형혜호홍화환효후훈휘희]$")
local common <const> = words.set { "정부", "국회", "전국", "지방", "유관", "기관", "연합", "도시", "고위", "공동", "일선", "현지", "민간", "기초", "소속", "주민", "한인" }

local function short_in_list(list, i, people)
  local t, p = list[i], people[#people]
  if #t.span ~= 6 or not p or not p.role or (p.tail ~= "와" and p.tail ~= "과" and p.tail ~= "") then return false end
  if t.span.start - p.np.stop > 5 or common:has(t.span) or not short_name:test(t.span) then return false end
  local at = title_after(list, i)
  return at ~= nil and not list[at].span:has "들"
end

-- A word that can be part of a foreign name: Hangul, no head of a noun phrase and no country.
local function foreign_word(t)
  if not t or t.kind ~= "word" or not hangul:test(t.span) or countries:has(t.span) then return false end
  local kind = tokens.kind(t.span)
  return kind == nil or kind == "none" and #t.span <= 9
end

-- Foreign names, from where they begin: the span of the name, the particle behind it, the index of its last token.
--   a given name of the list   해럴드 로저스 쿠팡 임시대표, 리사 수 AMD CEO, 무함마드 빈 살만 왕세자
--   before a country           나따폰 낙파닛 태국 국방부 장관, 다카이치 일본 총리
--   behind a country           폴란드 아르투르 쿱텔 군비청장
local function foreign_at(list, i)
  local a, b = list[i], list[i + 1]
  if not b or a.kind ~= "word" or not hangul:test(a.span) then return nil end
  if names.first:has(a.span) and b.kind == "word" and hangul:test(b.span) and not tokens.is_head(b.span) then
    local last = i + 1
    if particle_word:has(b.span) and foreign_word(list[i + 2]) then last = i + 2 end
    local third, fourth = list[last + 1], list[last + 2]
    if last == i + 1 and foreign_word(third) and tokens.kind(third.span) == nil and fourth and fourth.kind == "word" and tokens.title(fourth.span)
      and not tokens.title(third.span) and foreign_end:test(third.span) then
      last = last + 1
    end
    local final, following = list[last].span, list[last + 1]
    if tokens.title(final) then return nil end
    local s, p = tokens.stem(final)
    if p ~= "" and s:chars() >= 2 and not (following and following.kind == "word" and (tokens.title(following.span) or countries:has(following.span))) then
      return a.span:hull(s), p, last
    end
    return a.span:hull(final), "", last
  end
  if not foreign_word(a) or names_like:test(a.span) then return nil end
  local k = i
  if foreign_word(b) and not tokens.title(b.span) then k = i + 1 end
  local n = k + 1
  while list[n] and list[n].kind == "bracket" do n = n + 1 end
  if list[n] and list[n].kind == "word" and countries:has(list[n].span) and title_after(list, n - 1) then
    return a.span:hull(list[k].span), "", k
  end
  local prev = list[i - 1]
  if k == i + 1 and prev and prev.kind == "word" and countries:has(prev.span) and list[n] and list[n].kind == "word" and tokens.title(list[n].span) then
    return a.span:hull(b.span), "", k
  end
  return nil
end

-- Titles that say what somebody is in charge of; a name never follows them bare: 예방대책담당 장학관.
local duty <const> = re.compile [[(?:담당|책임|총괄|대리|전문|기획|관리|운영)$]]

-- Behind a name or a title: `김승원(왼쪽)`, `원장(부산일보 사장)과`. The bracket belongs to the phrase and so does the
-- particle behind it. Gives the phrase, the particle and the index of the next token.
local function past_bracket(list, j, np)
  local b = list[j]
  if not b or b.kind ~= "bracket" then return np, "", j end
  np = np:hull(b.span)
  local t = list[j + 1]
  if t and t.kind == "word" and t.span.start == b.span.stop and tokens.particle(t.span) then
    return np, t.span:text(), j + 2
  end
  return np, "", j + 1
end

-- The people of a span, in order. Each has name (Span), role (list of Spans) or nil, organization, title, np (the
-- whole phrase), tail (the particle behind it), bare (true where nothing but the shape says it is a name).
function roles.people(span)
  local list = tokens.of(span)
  local people = {}
  local waiting = {}        -- bare names with a comma behind them: they share the role of the next person
  local before              -- a role that stood before a name and goes on over the list: 배우 A, B
  local i = 1

  local function add(found, tail, role, np, of_body)
    for _, n in ipairs(found) do
      local p = { name = n, tail = tail, np = np, bare = not role }
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
      local title_next = list[i + 1] and list[i + 1].kind == "word" and tokens.title(list[i + 1].span) ~= nil
      local found, tail, address, phrase = tokens.names(t.span, true)
      local last = i
      if found and tokens.title(t.span) and not title_next and #t.span ~= 9 then found = nil end
      if not found and short_in_list(list, i, people) then
        found, tail, phrase = { t.span }, "", t.span
      end
      if not found and religious:test(t.span) then
        local m = religious:match(t.span)
        found, tail, phrase, address = { m[1] }, m[2] and m[2]:text() or "", m[1], true
      elseif not found and dharma:test(t.span) and list[i + 1] and list[i + 1].kind == "word" then
        local m = monk:match(list[i + 1].span)
        if m then
          phrase = t.span:hull(m[1])
          found, tail, last, address = { phrase }, m[2] and m[2]:text() or "", i + 1, true
        end
      end
      if not found then
        local f, p, e = foreign_at(list, i)
        if f then found, tail, last, phrase = { f }, p, e, f end
      end
      if found then
        local np = phrase
        if tail == "" and not address then
          local k = last
          while list[k + 1] and list[k + 1].kind == "bracket" do k = k + 1 end
          local at, core, p = title_after(list, k)
          -- 법무법인 정인 박봉환 변호사: the second of two is the name
          if at == k + 2 and #t.span == 6 and #list[k + 1].span == 9 and tokens.names(list[k + 1].span, false) then at = nil end
          if at then
            local role = { list[k + 1].span:left(1):hull(core) }
            if (at == k + 1 or at == k + 2 and former:has(list[k + 1].span)) and #core == #(tokens.title(core)) then
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
        local pt = prev and prev.kind == "word" and tokens.title(prev.span)
        local role, of_body
        if not pt and address and prev and prev.kind == "word" and tokens.kind(prev.span) == "organization" then
          local org = organization_before(list, i - 1)
          role, of_body = { org and org:hull(prev.span) or prev.span }, true
        elseif pt and select(3, tokens.title(prev.span)) == "" and not tokens.names(prev.span, false) and not duty:test(prev.span) then
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
    elseif t.kind == "mark" and not comma:has(t.span) then
      waiting, before = {}, nil
    end
    ::done::
    i = nexti
  end
  return people
end

return roles
