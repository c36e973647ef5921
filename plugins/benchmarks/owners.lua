-- Whose a figure is: the systems of the sentence by the part they play, or the one that the text before speaks of.
local re <const> = require "re"
local measures <const> = require "measures"
local foreign <const> = require "foreign"

local owners <const> = {}

-- `73점을 기록한 '제미나이3 프로'와`, `69.37점인 '큐웬3 235B'를`: the figure stands in a clause that describes the system behind it.
local describing <const> = re.compile([[^(?:인|였던|이었던|이던)\x20(?!점[을은이]|것|데\x20|만큼|상황|반면|셈)[^,.은는]{0,30}$|^(?:(?![해고며서만여아어내려]\x20|로\x20각각)(?:[^,.]|(?<=\d)\.(?=\d))){0,26}?(?:기록한|획득한|달성한|받은|얻은|거둔|차지한|오른|보인|보여준|확보한|갖춘|나온|등재된
  |해당하는|그친|머문|머무른|불과한|나타낸)\x20(?!반면|데|뒤|것|반해|셈)(?:(?![고며서]\x20)[^,.은는]){0,40}$]], "x")
local adjacent <const> = re.compile [[^['’”"]?(?:\x20?(?:모델|LLM))?[은는이가:]?\x20?$]]
-- `큐웬3 235B의 69.37점`, `가람의 74.5%에서 85.3%로`; but `큐웬3 235B의 104%`.
local of_its <const> = re.compile [[^['’”"]?(?:\x20?모델|\x20(?:[가-힣]{2,3}\x20)?모드)?의\x20$]]
local own_share <const> = re.compile [[^(?:보다|에서\x20(?:약\x20\d|\d|(?:[가-힣]{1,4}\x20){0,2}(?:오[르른]|올[랐라]|상승|향상|개선|떨어|하락|높아|낮아|뛰))|[을를]\x20[^,.]{0,12}(?:앞|웃|넘|제|밑)|에(?:는)?\x20(?:[가-힣]{2,3}\x20|\d[\d.]*(?:%포인트|%p|점)\x20)?(?:못|미치지|뒤|밀|모자|비해|견줘)|[와과]\x20(?:[가-힣]{1,3}\x20|\d[\d.]*(?:[~∼]\d[\d.]*)?(?:%포인트|%p|점)(?:[가-힣]{1,2})?\x20)?(?:차|격차|비슷|대등|같|견|비교|맞먹)|(?:,|[와과])\x20(?:[^,.]|\.\d){2,30}의\x20\d[\d.]*(?:%|점)(?:에|[을를]|보다)\x20)]]
local in_bracket <const> = re.compile [[^['’”"]?(?:\x20?(?:AI\x20)?모델|\x20GPU)?\x20?\([^()]*$]]
local open_bracket <const> = re.compile [[\([^()]*$]]
-- `31.6%(13점)`: the same result told twice.
local told_again <const> = re.compile [[\d\x20?(?:점|%|위|문항|개)\($]]

local for_each <const> = re.compile [[\((?:각|각각|이상|나란히|공동)\x20$]]      -- `가람과 누리(각 73점)`
local dotted <const> = re.compile [[^['’]?\x20?·\x20?['‘]?$]]

-- In a bracket: `큐웬3 235B(69.37점)`, `(GPT-5.2 73점, 클로드 70점)`.
local function in_brackets(v, mentions)
  local near
  for _, m in ipairs(mentions) do
    if m.span.stop <= v.span.start and (m.enclosed or in_bracket:test(m.span:between(v.span))) then near = m end
  end
  if not near then return nil end
  if for_each:test(near.span:between(v.span)) and v.span:after(1):is ")" then return near.group end
  local list <const> = { near }
  for i = #mentions, 2, -1 do      -- `제미나이3 프로·GPT-5.2(73점)`
    if mentions[i] == list[1] and dotted:test(mentions[i - 1].span:between(mentions[i].span)) then table.insert(list, 1, mentions[i - 1]) end
  end
  return list
end

-- `1위는 45점을 받은 모티프 12.7B다`, `1위는 '가람'으로 42점이었다`
local ranked <const> = re.compile [[^[은는]\x20(?:[^,.]|\.\d){0,50}$]]

-- `31.5%로 B와 비슷한 '누리'를`
local owning <const> = re.compile([[^(?:로|으로|의)\x20(?:(?![고며]\x20)[^,.]){0,60}(?:비슷한|대등한|앞선|높은|앞서는|웃도는|능가하는|뛰어난|자랑하는|기록한|달성한)\x20(?:(?![^\s]*[은는이가을를]\x20)[^\s,.]{1,12}\x20){0,3}['‘]?$]], "x")

-- `2위 '누리'(8.6%)의 두 배`
local placed <const> = re.compile [[^(?:인)?\x20(?:[가-힣A-Za-z]{2,8}(?:의)?\x20)?['‘]?$]]

-- The system that stands in a bracket before a figure.
local function bracketed_before(v, mentions)
  local hit
  for _, m in ipairs(mentions) do
    if m.enclosed and m.span.stop <= v.span.start then hit = m end
  end
  return hit
end

-- A bracket that stands behind a label and holds nothing but the figure: `한국어(110%), 영어(103%)`.
local alone <const> = re.compile [[\($]]
local closed <const> = re.compile [[^\)(?!(?:(?:[와과]\x20|\x20?[·,]\x20?)[^()]{1,20}\([^()]*\))*(?:의\x20[가-힣]{1,6})?(?:보다|\x20?대비|에\x20비해|[와과]\x20(?:비교|비슷|대등|같|차이|격차|\d)|[을를]\x20))]]   -- not a rival: `파파고(41.3점)보다`

-- Whose figure a compared system has of its own, or nil.
local function own_of_compared(v, scene)
  for _, m in ipairs(scene.mentions) do
    if m.part == "compared" and m.span.stop <= v.span.start and of_its:test(m.span:between(v.span)) then
      if v.kind == "점" and not v.difference or own_share:test(scene.span:from(v.span)) and not (v.kind == "%" and v.score > 100) then return m end
    end
  end
end

-- The system of the clause before a figure: the last one that is its subject, else the last one named. Not one that only
-- stands in a bracket or in a comparison.
local function subject_before(v, scene)
  local topic, near
  local fallback <const> = scene.current == nil
  for _, m in ipairs(scene.mentions) do
    if m.span.stop <= v.span.start and not m.enclosed and m.part ~= "compared" and m.part ~= "setting" and not m.rival then
      if m.part == "topic" or adjacent:test(m.span:between(v.span)) then topic = m end
      if fallback or m.part ~= "other" then near = m end
    end
  end
  return topic or near
end

-- The first systems behind a figure: any that stands outside brackets, and one that no comparison holds.
local function systems_behind(v, scene)
  local any, free
  for _, m in ipairs(scene.mentions) do
    if m.span.start >= v.span.stop and not m.enclosed then
      any = any or m
      if m.part ~= "compared" then free = free or m end
    end
  end
  return any, free
end

-- What is compared with a system is one: whatever the clause calls its subject.
local function against_system(scene)
  for _, m in ipairs(scene.mentions) do
    if m.part == "compared" and m.system then return true end
  end
  return false
end

-- `표준어 인식률은 97.8%, 제주 방언은 |`: the next of what is measured of the same system
local next_measured <const> = re.compile [[^(?:[이였]?고|[이으]?며|으?로)?,\x20([^,.]{1,24})[은는]\x20(?:각각\x20)?$]]
local another <const> = re.compile [[(?:제품|서비스|앱|업체|업계|기업|회사|방식|방법|도구|엔진|시장|국내|해외|평균|사람|인간)$|^(?:경쟁|기존|종전|타사|다른|일반)]]
local function goes_on(between)
  local m <const> = next_measured:match(between)
  return m ~= nil and not another:test(m[1]) and not foreign.names(m[1])
end

-- `환각률은 각각 3.1%, 4.4%였다`: of the systems that the sentence before gave figures for, in order.
local each <const> = re.compile [[각각\x20$]]
-- `국어와 수학 시험에서는 각각`: of tests in order
local of_tests <const> = re.compile [[[가-힣A-Za-z0-9][와과]\x20(?:[^,.]{1,30})(?:에서는?|은|는)\x20각각\x20$]]

-- `가람은 92점, 누리는 90점이었다. 평균은 |`: of them all
local mean <const> = re.compile [[^\s*(?:전체\x20|이들의?\x20|[가-힣\d]{1,4}\x20(?:모델|서비스|제품)의?\x20)?평균(?:\x20점수)?[은이]\x20$]]

-- The group of mentions a figure belongs to, and whether that is inferred: nothing before it in the sentence says so.
function owners.of(v, scene, previous)
  local before <const> = scene.span:upto(v.span)
  if open_bracket:test(before) then
    if told_again:test(before) and previous then
      if previous.value.kind ~= v.kind then return previous.group, previous.inferred end
      local other <const> = bracketed_before(v, scene.mentions)     -- `89.8점(B 88.4점), 코딩 75.8점(69.5점)`
      return other and other.group
    end
    if foreign.bracketed(before) then return nil end
    local group <const> = in_brackets(v, scene.mentions)
    v.labelled = not group and alone:test(before) and closed:test(scene.span:from(v.span))
                 and measures.bracketed(before)
    if not v.labelled then return group end
  end
  if foreign.describes(scene.span:from(v.span)) then return nil end
  local own <const> = own_of_compared(v, scene)
  if own then
    v.own = true
    return own.group
  end
  if v.start then return nil end
  local described <const>, following <const> = systems_behind(v, scene)
  if described and describing:test(v.span:between(described.span)) then
    v.placed = v.kind == "위"
    return described.group
  end
  if following and v.kind == "위" and ranked:test(v.span:between(following.span)) then return following.group end
  if described and v.kind == "위" and placed:test(v.span:between(described.span)) then
    v.placed = true
    return described.group
  end
  if following and owning:test(v.span:between(following.span)) then return following.group end
  local hit <const> = subject_before(v, scene)
  if hit then
    if foreign.owns(before:from(hit.span), true) then return nil end
    return hit.group, hit.anaphor and not hit.system
  end
  if foreign.owns(before, false) or #scene.latest > 1 and mean:test(before) then return nil end
  if previous and previous.inferred and previous.value.kind == v.kind and goes_on(previous.value.span:between(v.span)) then
    return previous.group, true
  end
  if not against_system(scene) and foreign.takes_over(scene.span, before, scene.told) then return nil end
  if each:test(before) and scene.in_order and not of_tests:test(before) then return scene.in_order, true end
  if scene.current then return { scene.current }, true end
  return following and following.group, true     -- `…국내 2위 네이버클라우드 '…'의 모델이`
end

return owners
