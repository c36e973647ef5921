-- Who a value can belong to: the systems that a sentence mentions, by a name, by a description or by a word that points back.
local re <const> = require "re"
local inventory <const> = require "ai.inventory"
local parts <const> = require "parts"
local phrases <const> = require "phrases"
local rivals <const> = require "rivals"

local subjects <const> = {}

-- A system without a name of its own: `네이버클라우드 추론 모델`, `한국형 의료 거대언어모델`; what points back: `이 모델`, `해당 AI`.
local described <const> = re.compile([[
    (?<![가-힣A-Za-z0-9])(?<anaphor>(?:이|해당|이번|자사|자체|두|양)\x20(?:AI\x20|인공지능\x20|추론\x20?|언어\x20?)?(?:모델|AI|인공지능
      |시스템|칩|솔루션|알고리즘|반도체|제품|기술)(?=[은는이가의을를에도로]|\x20)(?!링|\x20(?:중|가운데|개발)))
  | (?<![가-힣A-Za-z0-9])(?<words>(?:[가-힣A-Za-z&\-]{2,14}\x20){1,4}?)(?<head>(?:(?:추론|언어|옴니|멀티모달
    |생성형|거대|초거대|대형|소형)\x20?)*(?:AI\x20)?(?:모델|모형|LLM|추론\x20시스템))(?!링|\x20(?:중|가운데|개발|프로젝트)|[은는이가]?\x20?['‘"“]|인\x20|로\x20정한)
]], "x")
-- `회사에 따르면 | 이번 모델은`
local pointing <const> = re.compile [[(?<=\x20)(?:이|해당|이번)\x20(?:AI\x20|추론\x20|언어\x20)?모델$]]
-- `이 모델`, `해당 모델`, `자사 모델` point back; `추론 모델` may name a system that the article has introduced.
local reasoning <const> = re.compile [[추론|옴니|언어|멀티모달]]

-- `신형 모델은 안전성 평가에서 92점`: no system of the kind that is meant here, unless the text speaks of such.
local speaks_of_ai <const> = re.compile [[(?:분석|인식|예측|탐지|진단|판별|분류|생성|검출|식별|번역)\x20모델|AI|인공지능|LLM|추론|언어\x20?모델|벤치마크|학습]]

-- A firm's own model that has no name: `자사 AI 모델에 수능 문제를 풀게 했다.`
local own <const> = re.compile [[(?:자사|자체|우리)\x20(?:AI\x20|인공지능\x20|(?:소형|대형|거대|초거대|대규모)?\x20?언어\x20?)모델]]
-- `AI로 균열을 찾는 | 드론 점검 시스템을`, `자사 | 탐지 솔루션이`: what a sentence that speaks of AI calls a system
local own_broad <const> = re.compile [[(?<![가-힣])(?:(?:자사|자체)\x20)?((?:[가-힣]{2,8}\x20){1,2}(?:솔루션|시스템|엔진|알고리즘|탐지기|판독기|챗봇))(?=[은는이가의을를]\x20)]]

-- What stands right before each system where it is introduced: `고성능 추론 모델인 '`.
local introducing <const> = re.compile [[(?:모델|AI)(?:인|은)?\x20?['‘"“]?$|모델(?:인|은)\x20]]
local function read_types(inv)
  for _, m in ipairs(inv.mentions) do
    local before <const> = m.span:before(24)
    if introducing:test(before) then m.system.types = (m.system.types or "") .. before end
  end
  inv.typed = true
end

-- The model that a type word introduces: `고성능 추론 모델인 '…'` answers to `네이버클라우드 추론 모델`.
local function by_type(inv, type)
  local word <const> = reasoning:find(type)
  if not word then return nil end
  if not inv.typed then read_types(inv) end
  for _, s in ipairs(inv.systems) do
    if s.types and re.test(word .. "\\x20?(?:AI\\x20?)?모델(?:인|은)?[^가-힣]{0,3}$", s.types) then return s end
  end
  return nil
end

-- A system that is called neither model nor by a name: `AI 기반 심전도 분석 시스템이`, `심전도 분석 AI의`.
local broad <const> = re.compile([[(?<![가-힣A-Za-z0-9])(?:
    (?:AI|인공지능)(?:\x20기반)?(?:\x20[가-힣]{2,8}){0,3}\x20?(?:시스템|솔루션|알고리즘|소프트웨어|프로그램|엔진|챗봇|모델|모형|기술)
  | (?:(?![가-힣]*(?:[은는이가을를에]|에서|으로|한|된|하는|주는)\x20)[가-힣A-Z][가-힣]{1,7}\x20){1,3}(?:AI|인공지능|챗봇)(?:\([A-Za-z]+\))?(?:\x20(?:시스템|솔루션|알고리즘|기술|모델|모형))?
  | (?<=[는한된든]\x20)(?:AI|인공지능))(?=[은는이가의을를]\x20)]], "x")
-- `화웨이의 AI 칩 성능이`
local chips <const> = re.compile [[(?<![가-힣A-Za-z0-9])[가-힣A-Za-z]{2,12}의\x20(?:고성능\x20|최신\x20)?AI\x20(?:칩|반도체|가속기)(?=[은는이가의]\x20|\x20성능)]]

local apposed <const> = re.compile [[^\x20?(?:인\x20)?['‘"“]?$]]

local owner_model <const> = re.compile [[^([가-힣A-Za-z]{3,})의?\x20모델$]]
-- `네이버클라우드 모델`: what the text has called `네이버클라우드 추론 모델`.
local function called_before(span, seen)
  local first <const> = owner_model:match(span)
  for _, m in ipairs(seen) do
    if first and m.phrase and not m.system and m.phrase:starts(first[1]:text()) then return m.phrase end
  end
  return span
end

local function add_described(list, sentence, inv, current, seen)
  local named <const> = #list
  local function add(found)
    for i = 1, #list do
      local other <const> = list[i].span
      if found.span.start < other.stop and other.start < found.span.stop then return end
      if found.span.stop <= other.start and apposed:test(found.span:between(other)) then return end   -- `음성 인식 모델 위스퍼`: its name
    end
    list[#list + 1] = found
  end
  rivals.add(sentence, list, named, current, add)
  for m in described:gmatch(sentence) do
    local back <const> = m.anaphor or pointing:find(m[0])
    if back then
      if current then
        add { span = back, system = current.system, phrase = current.phrase, broad = current.broad, anaphor = true }
      elseif own:test(back) then
        add { span = back, phrase = back }
      end
    elseif #inv.systems > 0 or current or speaks_of_ai:test(sentence) then
      local span <const> = phrases.model(m)
      if span then add { span = span, system = by_type(inv, m.head), phrase = called_before(span, seen) } end
    end
  end
  for m in own:gmatch(sentence) do add { span = m[0], phrase = m[0] } end
  for m in chips:gmatch(sentence) do add { span = m[0], phrase = m[0] } end
  if named > 0 then return end
  for m in broad:gmatch(sentence) do
    local span <const> = phrases.system(m[0])
    if span then add { span = span, phrase = span, broad = true } end
  end
  if speaks_of_ai:test(sentence) then
    for m in own_broad:gmatch(sentence) do
      local span <const> = phrases.system(m[1])
      if span then add { span = span, phrase = span, broad = true } end
    end
  end
end

-- `4개 모델 모두 1등급`: all that the text has given figures for, or all that it has just named, where they are that many.
local all_of <const> = re.compile [[(?<![가-힣0-9])(?<n>두|세|네|다섯|\d)\x20?개?\x20?(?:AI\x20)?(?:모델|챗봇|서비스|제품|칩|시스템|AI)(?:[은이가]\x20(?:모두|나란히|똑같이|각각|(?=\d))|\x20모두|의\x20[^.,]{1,24}[은는이가]\x20각각)]]
local native <const> = { ["두"] = 2, ["세"] = 3, ["네"] = 4, ["다섯"] = 5 }
local function add_all(list, sentence, seen, latest)
  local m <const> = all_of:match(sentence)
  if not m then return end
  local n <const> = native[m.n:text()] or tonumber(m.n:text())
  if n ~= #seen then seen = latest end
  if n ~= #seen then return end
  local group <const> = {}
  for _, s in ipairs(seen) do
    group[#group + 1] = { span = m[0], system = s.system, phrase = s.phrase, part = "topic", all = true }
  end
  for _, g in ipairs(group) do g.group = group end
  for i = #list, 1, -1 do   -- `두 모델` that has been taken for the one spoken of
    if list[i].anaphor and m[0]:contains(list[i].span) then table.remove(list, i) end
  end
  list[#list + 1] = group[1]
end

-- Whether a sentence can mention a system at all: by a name or by one of the nouns that describe one.
local noun <const> = re.compile [[모델|모형|LLM|AI|인공지능|시스템|솔루션|엔진|알고리즘|챗봇|칩|반도체]]
function subjects.may_name(sentence, inv)
  return inventory.any_within(inv, sentence) or noun:test(sentence)
end

-- The mentions of a sentence in order, each with its part (parts.lua) and its group.
-- `current` is the mention that the text before speaks of, `seen` are all that took figures, `latest` all that the last
-- sentence with figures named.
function subjects.of(sentence, inv, current, seen, latest)
  local list <const> = {}
  for _, m in ipairs(inventory.within(inv, sentence)) do
    list[#list + 1] = { span = m.span, system = m.system, own = m.own, first = m.first }
  end
  add_described(list, sentence, inv, current, seen)
  table.sort(list, function(a, b) return a.span.start < b.span.start end)
  for _, m in ipairs(list) do parts.read(m) end
  parts.set_by_chips(list, current)
  parts.link(list)
  add_all(list, sentence, seen, latest)
  table.sort(list, function(a, b) return a.span.start < b.span.start end)
  return list
end

-- What tells two mentions apart.
function subjects.key(mention)
  return mention.system or mention.phrase and mention.phrase:text()
end

-- The systems that the records of a sentence are of, where they are `n`: `A가 92점, B가 90점으로 1, 2위를`
function subjects.told(records, n)
  local list <const>, known <const> = {}, {}
  for _, r in ipairs(records) do
    if not known[r.owner] then
      known[r.owner] = true
      list[#list + 1] = r.mention
    end
  end
  return #list == n and list or nil
end

-- The span that names what a mention stands for.
function subjects.name(mention)
  if mention.system then return inventory.name(mention.system, mention) end
  return mention.phrase or mention.span
end

return subjects
