-- The role in the noun phrase around a name: where it ends behind the name, which affiliation stands before.
local re <const> = require "re"
local words <const> = require "words"
local tokens <const> = require "ko.tokens"

local role_phrase <const> = {}

-- Words between a name and its title that end the search: a particle or a verb stands on them (`김 씨는 2일 대표를`).
local closed <const> = re.compile [[(?:은|는|을|를|에서|에는|에게|으로|했다|하는|했던|하며|하고|(?<![주북신대])한|된|날|에|\d일|오전|오후|통해|위해|대해)$]]
local joint <const> = words.set { "겸" }
local LIMIT <const> = 10   -- tokens between a name and its title; long committees take eight

-- 이재명 정부의 초대 국무총리: a government goes by the name of its head.
local reign <const> = re.compile [[^(?:정부|행정부|정권|체제|지도부|내각|대표팀)]]

-- Behind a title, these close the noun phrase as a particle does: `대표 등`, `원장(공동 원장)`, `장관 및`, `위원장, …`.
local closing <const> = words.set { "등", "등이", "등은", "등도", "등과", "등을", "등의", "및", "외", "대신", "그리고", "또는", "혹은", "측", "측이", "측은" }

local function closes(t)
  return t == nil or t.kind ~= "word" or closing:has(t.span) ~= nil
end

-- Where the role behind the name at list[i] ends: the index of its last title token, the core of that token and the
-- particle behind it. `부총리 겸 과기정통부 장관과` → 4, 장관, 과. A word that only looks like a title (`민사책임 합리화
-- 태스크포스 단장`) is passed over when the phrase runs on to a better one.
function role_phrase.title_after(list, i)
  local at, core, tail, joined
  for j = i + 1, math.min(#list, i + LIMIT) do
    local t = list[j]
    if t.kind == "mark" or (t.kind == "bracket" and at == j - 1) then break end
    if t.kind == "word" then
      local _, c, p = tokens.title_of(t)
      if t.span:has "스님" or (j == i + 1 and reign:test(t.span)) then break end
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
role_phrase.former = words.set { "전", "현", "전직", "현직", "신임", "당시", "초대", "前" }

-- Words that end like a body and lead in to a name: 외에도 배우 김, 만큼, 비롯해.
local adverbial <const> = re.compile [[(?:에도|비롯해|만큼|보다|까지|부터|처럼|에서|으로|라도|에게|에서도|해도|어도|아도)$]]

-- The organisation right before a name or a bare title: `정의당` of `정의당 권영국 대표`, `TF 소속` of `TF 소속 최기상`.
function role_phrase.organization_before(list, i)
  local t = list[i - 1]
  if not t or t.kind ~= "word" then return nil end
  if t.span:is "소속" or t.span:is "출신" then
    local o = list[i - 2]
    if o and o.kind == "word" then return o.span:hull(t.span), i - 2 end
    return nil
  end
  if adverbial:test(t.span) then return nil end
  if tokens.kind(t.span) == "organization" or sect:test(t.span) or body:test(t.span) and not tokens.names(t.span, true) then
    return t.span, i - 1
  end
  return nil
end

-- Behind a name or a title: `김승원(왼쪽)`, `원장(부산일보 사장)과`. The bracket belongs to the phrase and so does the
-- particle behind it. Gives the phrase, the particle and the index of the next token.
function role_phrase.past_bracket(list, j, np)
  local b = list[j]
  if not b or b.kind ~= "bracket" then return np, "", j end
  np = np:hull(b.span)
  local t = list[j + 1]
  if t and t.kind == "word" and t.span.start == b.span.stop and tokens.particle(t.span) then
    return np, t.span:text(), j + 2
  end
  return np, "", j + 1
end

return role_phrase
