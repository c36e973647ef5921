-- The words of a stretch of Korean text, each with what a reader of a list of people wants to know: is it a name,
-- does it end in a title, which particle closes it.
local re <const> = require "re"
local words <const> = require "words"
local names <const> = require "ko.names"
local titles <const> = require "ko.titles"

local tokens <const> = {}

local heads <const> = words.file "ko/heads.txt"
local callings <const> = words.file "ko/callings.txt"

-- One token: a bracket with its content, a word, or a mark. Web pages set no-break and full-width spaces.
-- `A·B` is one word, and so are `12·29` and `3.1`; a stop is a
-- mark.
local token <const> = re.compile [=[\([^()\n]{0,80}\)|(?:[^\s\x{A0}\x{3000}\x{200B},、;…=()\[\]"“”'‘’<>|△▲▶◆■\x{FF08}\x{FF09}.]|(?<=[0-9A-Za-z])\.(?=[0-9A-Za-z]))++|[^\s\x{A0}\x{3000}\x{200B}]]=]
-- The marks that are tokens by themselves.
local marks <const> = words.set { ",", "、", ";", "…", "=", "(", ")", "[", "]", "\"", "“", "”", "'", "‘", "’", "<", ">", "|", "△", "▲", "▶", "◆", "■", "（", "）", "." }


-- Particles as they stand behind a person or a title.
local PARTICLE <const> = "은|는|이|가|을|를|의|도|과|와|께서|께서는|께서도|에게|에게는|에게서|에|으로|로|으로부터|로부터|만|까지|부터|보다|처럼"
  .. "|이다|이며|이자|이고|이라며|라며|이라고|라고|이라는|라는|인|이었다|였다|에서|에는|에선|에도|과의|와의|측은|측이|측"

-- `정재헌`, `임우형·이홍락`, `안성기씨가`: one name or several, an address, a particle.
local named <const> = re.compile("^(" .. names.FULL .. "(?:[·ㆍ・]" .. names.FULL .. ")*?)(씨|님|양|군)?(" .. PARTICLE .. ")?$")
local name <const> = re.compile(names.FULL .. "(?=$|[·ㆍ・])")
local trailing <const> = re.compile("^(.*?[^은는이가을를의도과와])(" .. PARTICLE .. ")$")
local any_tail <const> = re.compile("^(.+?)(" .. PARTICLE .. ")$")
-- The title at the end of a word, the word without its particle, and the particle: `전남지사와` → 지사, 전남지사, 와.
-- nil where the word ends in no title.
function tokens.title(word)
  local t, tag = heads:ends(word)
  if tag == "title" then return t, word, "" end
  local c = callings:ends(word)
  if c then return c, word, "" end
  local m = any_tail:match(word)
  if m then
    local core = m[1]
    local t2, tag2 = heads:ends(core)
    if tag2 == "title" then return t2, core, m[2]:text() end
    c = callings:ends(core)
    if c then return c, core, m[2]:text() end
    if not tag2 and titles.office(core) then return core:right(2), core, m[2]:text() end
    tag = tag2
  end
  if not tag and titles.office(word) then return word:right(2), word, "" end
  return nil
end

local bare_particle <const> = re.compile("^(?:" .. PARTICLE .. ")$")

-- The same of a token, found once: it is asked for from every name before it.
function tokens.title_of(t)
  if t.titled == nil then
    t.title, t.core, t.tail = tokens.title(t.span)
    t.titled = t.title ~= nil
  end
  return t.title, t.core, t.tail
end

-- Whether a token is a word that ends in a title.
function tokens.is_title(t)
  return t ~= nil and t.kind == "word" and tokens.title_of(t) ~= nil
end

-- Whether a word is a particle alone, as behind a bracket: `원장(부산일보 사장)과`.
function tokens.particle(word)
  return bare_particle:test(word)
end

-- What the phrase names when it ends with this word: organization, person, none or nil.
function tokens.kind(word)
  local _, tag = heads:ends(word)
  return tag
end

-- Whether a word is in the list of heads as it stands.
function tokens.listed(word)
  return heads:has(word) ~= nil
end

-- A word without the particle behind it.
function tokens.stem(word)
  local m = trailing:match(word) or any_tail:match(word)
  if m then return m[1], m[2]:text() end
  return word, ""
end

-- A surname before these makes no full name: 이사장, 유가족, 정의원.
local headed <const> = re.compile [[^[가-힣](?:사장|회장|의원|위원|총장|원장|국장|실장|과장|부장|교수|대표|감독|장관|차관|의장|기자|팀장|단장|청장|처장|소장|관장|지사|검사|판사|이사|가족|주민|시민|직원|단체|기관|업체|정부)$]]

-- Whether a word is a head of a noun phrase by itself (의원, 국회, 시민, 일본, 이사장): no name.
function tokens.is_head(word)
  local tag = heads:has(word)
  return tag ~= nil and tag ~= "none" or headed:test(word)
end

-- With one syllable given, only those that do stand alone: 허영, 정신, 김산, not 추첨 or 기업.
local single <const> = re.compile("^[" .. names.SURNAME .. "][강건결겸경광권규균근기남단담대덕도동람률린만명모문미민배백범별보봄빈산상샘석선설섬섭성세솔수숙순슬승식신안애연열영옥온완용우욱운웅원유윤율은의인일임재전정제조주준지진찬창채천철춘태택평풍필하한해혁현형혜호홍화환황효훈휘희얼률진택의이]$")

local envoy <const> = re.compile [[^주(?:한|미|중|일|유엔|영|독|불|러|인도)$]]   -- 주유엔 중국대표부 부대표

-- First syllables of names, for a look before any pattern is tried.
local surnames <const> = (function()
  local list = {}
  for m in re.gmatch("[가-힣]", names.SURNAME) do list[#list + 1] = m[0] end
  for m in re.gmatch("[가-힣]+", names.DOUBLE) do list[#list + 1] = m[0] end
  return words.set(list)
end)()

local function shaped(n)
  if tokens.is_head(n) or envoy:test(n) then return false end
  if n:ends "겸" and heads:has(n:chop(1)) then return false end   -- 가수겸 배우
  if #n == 6 then return single:test(n) end
  return names.given:test(n)
end

-- The names a word holds, with the particle behind them; nil where it can't be a name. `close` is names.likely's.
local function names_of(word, close)
  if #word < 6 or not surnames:starts(word) then return nil end
  local m = named:match(word)
  if not m then return nil end
  local list = {}
  for n in name:gmatch(m[1]) do
    if not shaped(n[0]) or not names.likely(n[0], close or m[2] ~= nil or #list > 0) then return nil end
    list[#list + 1] = n[0]
  end
  return list, m[3] and m[3]:text() or "", m[2] ~= nil, m[2] and m[1]:hull(m[2]) or m[1]
end
tokens.names = names_of

-- 윤가람 셰프·김하늬 작가: the dot between two people of a list, not between two names of one title.
local listed <const> = re.compile("^([가-힣A-Za-z]+)([·ㆍ])(" .. names.FULL .. ")$")

-- The tokens of a span in order. Each is { span =, kind = "word" | "mark" | "bracket" }. `speech` are spans inside it that
-- are passed over as one mark each, in order: what people say names others, and does so at length.
function tokens.of(span, speech)
  local list, rest = {}, span
  local dotted = span:has "·"
  local function read(part)
    for m in token:gmatch(part) do
      local t = m[0]
      local dot = dotted and t:has "·"
      local two = dot and listed:match(t)
      if dot and #t > 3 and t:starts "·" then
        -- 염태서(가람을)·김승서(다온갑) 의원: the dot behind a bracket
        list[#list + 1] = { span = t:left(1), kind = "mark" }
        t = t:skip(1)
      elseif two and tokens.title(two[1]) and names_of(two[3], true) then
        list[#list + 1] = { span = two[1], kind = "word" }
        list[#list + 1] = { span = two[2], kind = "mark" }
        t = two[3]
      end
      list[#list + 1] = { span = t, kind = #t <= 3 and marks:has(t) and "mark" or t:starts "(" and "bracket" or "word" }
    end
  end
  for _, said in ipairs(speech or {}) do
    read(rest:upto(said))
    list[#list + 1] = { span = said, kind = "mark" }
    rest = rest:from(said)
  end
  read(rest)
  return list
end

return tokens
