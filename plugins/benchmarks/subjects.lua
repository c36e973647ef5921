-- Who a value belongs to: the systems a sentence mentions, the part each plays in it, and the groups they form.
local re <const> = require "re"
local words <const> = require "words"
local inventory <const> = require "ai.inventory"

local subjects <const> = {}

-- A system without a name of its own: `네이버클라우드 추론 모델`, `LG 모델`, `자사 모델`, `이 모델`.
local described <const> = re.compile([[
    (?<![가-힣A-Za-z0-9])(?<anaphor>(?:이|해당|이번|자사|자체|두|양)\x20(?:AI\x20|인공지능\x20|추론\x20?|언어\x20?)?(?:모델|AI|인공지능
      |시스템|칩|솔루션|알고리즘|반도체|제품)(?!링|\x20(?:중|가운데|개발)))
  | (?<![가-힣A-Za-z0-9])(?<words>(?:[가-힣A-Za-z&]{2,14}\x20){1,4}?)(?<head>(?:추론|언어|옴니|멀티모달
    |생성형)?\x20?(?:AI\x20)?(?:모델|LLM))(?!링|\x20(?:중|가운데|개발|프로젝트)|[은는이가]?\x20?['‘"“]|인\x20|로\x20정한)
]], "x")
-- Ends such a phrase to the left: a particle, a participle, an adverb.
local loose <const> = re.compile [[(?:[은는을를며면고서한된인할로든진]|에서|하는|까지)$|^(?:아울러|특히|또한|한편|이어|반면|다만|현재|실제|이날|이후|앞서|관련|가운데|중에)$]]
-- Words that describe a model and do not say which: a phrase of these alone names none.
local generic <const> = words.file "generic.txt"
local ending <const> = re.compile [[[은는을를며면고서한된인할]$|^(?:이|그|저|해당|자사|이번|자체)$]]
-- `이 모델`, `해당 모델`, `자사 모델` point back; `추론 모델` may name a system that the article has introduced.
local reasoning <const> = re.compile [[추론|옴니|언어|멀티모달]]

-- `신형 모델은 안전성 평가에서 92점`: no system of the kind that is meant here, unless the text speaks of such.
local speaks_of_ai <const> = re.compile [[AI|인공지능|LLM|추론|언어\x20?모델|벤치마크|학습]]

-- What a mention's particle says about its part. Brackets, marks and a closing noun stand between the two.
local trailing <const> = re.compile([[^(?:['’”"]|\x20?\([^()]{1,60}\)|\x20(?:등|등의)(?=\x20)|\x20?(?:AI\x20|추론\x20|언어\x20)?(?:모델|칩
  |버전|제품|시스템|기반\x20제품|플랫폼|프로그램|급\x20모델))*]], "x")
local compared <const> = re.compile([[^(?:\x20?대비|에\x20이어|\x20?보다|그보다|에\x20비해|에\x20비하면|에\x20견줘
  |[와과]의?\x20(?:[가-힣]{2,6}\x20)?비교|[와과]의?\x20격차|[와과]\x20견[주줘]|[을를]\x20(?:크게\x20|훨씬\x20|모두\x20|근소하게\x20
    |큰\x20폭으로\x20|\d[\d.]*\x20?(?:점|%포인트|%p?|배)(?:\x20차이?로)?\x20)?(?:앞[섰서지]|제[치쳤쳐]|웃도|웃돌|넘|뛰어|능가|추월|누[르른]|눌|꺾|따돌
    |상회|압도)
  |[을를]\x20(?:비교|경쟁)\x20(?:대상|상대|모델)|의\x20(?=\d)|의\x20(?:성능|점수|기록|성적)[을를]\x20)]], "x")
local joined <const> = re.compile [[^(?:[와과]\x20|\x20?·\x20?|,\x20?|\x20및\x20|[이]?나\x20)]]
local topic <const> = re.compile [[^(?:[은는이가의도]|의\x20경우|에서|으?로|\x20성능[이은])]]
local oblique <const> = re.compile [[^(?:[을를]|에\x20대해|처럼)]]

local bracket_start <const> = re.compile [[\([^()]*$]]

-- The part that a mention plays by what stands behind it; `behind` is the place where its particle stands.
local function part_of(mention)
  local rest <const> = mention.span:after(90)
  local behind <const> = rest:from(trailing:find(rest))
  mention.behind = behind
  if compared:test(behind) then return "compared" end
  if joined:test(behind) then return "joined" end
  if topic:test(behind) then return "topic" end
  if oblique:test(behind) then return "oblique" end
  return "other"
end

-- Where a text goes on about the same system: `이 모델은`, `해당 AI는`.
local again <const> = re.compile [[(?<![가-힣A-Za-z0-9])(?:이|해당)\x20(?:AI\x20|추론\x20?)?(?:모델|AI|칩)(?=[은는이가의을를도에로]|\x20)(?!\x20(?:중|가운데|개발))]]
function subjects.anaphors(place)
  local list <const> = {}
  for m in again:gmatch(place) do list[#list + 1] = m[0] end
  return list
end

-- A firm's own model that has no name: `자사 AI 모델에 수능 문제를 풀게 했다.`
local own <const> = re.compile [[(?:자사|자체|우리)\x20(?:AI\x20|인공지능\x20|언어\x20?)모델]]
function subjects.nameless(place) return own:find(place) end

-- Notes the part of a mention of the inventory.
function subjects.part(mention)
  mention.enclosed = bracket_start:test(mention.span:before(30))
  mention.part = part_of(mention)
end

-- Between two that are joined: the particle or comma, and whose the second is (`와 오픈AI의 '`).
local between <const> = re.compile([[^(?:[와과]\x20|\x20?·\x20?|,\x20?|\x20및\x20|[이]?나\x20)(?:(?![^\s]*(?:[은는을를]|에서
  |보다)\x20)[^\s\d,.()]{1,14}\x20){0,5}['‘"“]?$]], "x")

local function link_groups(list)
  for i = #list - 1, 1, -1 do
    local here <const>, following <const> = list[i], list[i + 1]
    if here.part == "joined" and here.enclosed == following.enclosed
       and between:test(here.behind:upto(following.span)) then
      following.group = following.group or { following }
      here.group = following.group
      table.insert(here.group, 1, here)
      here.part = following.part
    end
  end
  for _, m in ipairs(list) do m.group = m.group or { m } end
end

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

-- The phrase that describes a system, from the first word that belongs to it: `A사가 만든 | 악성코드 탐지 모델`.
local word <const> = re.compile [[[^\x20]+]]
local function phrase_of(m)
  local from, telling
  for w in word:gmatch(m.words) do
    if loose:test(w[0]) then
      from, telling = nil, nil
    else
      from = from or w[0]
      telling = telling or not (generic:has(w[0]) or ending:test(w[0]))
    end
  end
  return telling and from:hull(m.head) or nil
end

-- A system that is called neither model nor by a name: `AI 기반 심전도 분석 시스템이`, `심전도 분석 AI의`.
local broad <const> = re.compile([[(?<![가-힣A-Za-z0-9])(?:
    (?:AI|인공지능)(?:\x20기반)?(?:\x20[가-힣]{2,8}){0,3}\x20?(?:시스템|솔루션|알고리즘|소프트웨어|프로그램|엔진|챗봇|모델)
  | (?:(?![가-힣]*(?:[은는이가을를에]|에서|으로|한|된)\x20)[가-힣]{2,8}\x20){1,3}(?:AI|인공지능))(?=[은는이가의]\x20)]], "x")
-- `화웨이의 AI 칩 성능이`
local chips <const> = re.compile [[(?<![가-힣A-Za-z0-9])[가-힣A-Za-z]{2,12}의\x20(?:고성능\x20|최신\x20)?AI\x20(?:칩|반도체|가속기)(?=[은는이가의]\x20|\x20성능)]]

-- A name in marks right before a bracket with a score: `오픈AI의 '딥 리서치'(74.3%)`.
local scored <const> = re.compile [[['‘]([^'‘’]{2,30})['’]\x20?\(\d[\d.]*(?:점|%)\)]]

local function add_described(list, sentence, inv, current)
  local named <const> = #list
  local function add(found)
    for i = 1, #list do
      if found.span.start < list[i].span.stop and list[i].span.start < found.span.stop then return end
    end
    list[#list + 1] = found
  end
  if named > 0 then
    for m in scored:gmatch(sentence) do add { span = m[1], phrase = m[1] } end
  end
  for m in described:gmatch(sentence) do
    if m.anaphor then
      if current then add { span = m.anaphor, system = current, anaphor = true } end
    elseif #inv.systems > 0 or speaks_of_ai:test(sentence) then
      local span <const> = phrase_of(m)
      if span then add { span = span, system = by_type(inv, m.head), phrase = span } end
    end
  end
  for m in chips:gmatch(sentence) do add { span = m[0], phrase = m[0] } end
  if named > 0 then return end
  for m in broad:gmatch(sentence) do add { span = m[0], phrase = m[0], broad = true } end
end

-- The mentions of a sentence in order, each with its part (`topic`, `compared`, `oblique`, `other`) and its group.
-- `current` is the system that the text before speaks of.
function subjects.of(sentence, inv, current)
  local list <const> = {}
  for _, m in ipairs(inventory.within(inv, sentence)) do
    if not m.anaphor then list[#list + 1] = { span = m.span, system = m.system, own = m.own } end
  end
  add_described(list, sentence, inv, current)
  table.sort(list, function(a, b) return a.span.start < b.span.start end)
  for _, m in ipairs(list) do
    subjects.part(m)
  end
  link_groups(list)
  return list
end

-- The span that names what a mention stands for.
function subjects.name(mention)
  if mention.system then return inventory.name(mention.system, mention) end
  return mention.phrase or mention.span
end

return subjects
