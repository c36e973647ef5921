-- What a ratio or a difference is relative to.
--   `큐웬3 235B(69.37점) 대비 104%`   `블랙웰보다 AI 추론에서 5배`   `GPT-OSS 120B와의 성능 비교에서도 103%`   `1점 높은 45점`
local re <const> = require "re"
local foreign <const> = require "foreign"
local parts <const> = require "parts"
local subjects <const> = require "subjects"

local versus <const> = {}

-- `B보다 높은 92%`: the figure is the value itself, the comparison is in the adjective.
local absolute <const> = re.compile [[(?:보다|대비|비해|비교해(?:도)?)\x20(?:[가-힣]{1,3}\x20)?(?:높은|낮은|우수한|뛰어난|앞선|앞서는|좋은|향상된|개선된|웃도는)\x20|[을를]\x20(?:[^\s]{1,10}\x20)?(?:앞선|앞서는|웃도는|넘는|넘어선|제친|능가하는)\x20]]
-- Markers of a ratio; `제치고`, `앞서며` only say who is ahead.
local ratio <const> = re.compile([[^(?:\x20?대비|\x20?보다|에\x20비해|에\x20비하면|에\x20견[줘주준]|[와과]의?\x20(?:[가-힣]{2,6}\x20){0,2}비교|[와과]\x20견[주줘준]|(?:\x20성능)?의\x20(?:약\x20)?(?=\d[\d.]*\x20?(?:점|%|배))
  |의\x20(?:두|세|네)\x20배|[을를]\x20\d|에\x20\d)]], "x")
local than <const> = re.compile [[^\x20?(?:보다|에\x20비해)]]
local comparative <const> = re.compile([[^(?:,\x20(?:[^,.\d]{0,20}|(?:[^,.]|\.\d){2,40}(?:보다|비해(?:서는)?|대비)\x20)\d[\d.]*%){0,4}[^,.]{0,20}(?:높|낮|앞|뒤|우수|빠르|빨|개선|향상|뛰어|성능|많|적|좋|나은|나아|수준|우[위세]|]] .. parts.ahead .. ")")

-- A comparison without a name: `글로벌 최신 AI 모델 대비`, `이전 세대 제품보다`.
local nameless <const> = re.compile([[(?<name>(?:(?:글로벌|최신|기존|경쟁|목표|이전|전\x20?세대|타사|동급|유사|해외|국내|미국|중국|규모|세대|최고|수준|프런티어급?|프론티어급?
  |오픈\x20?웨이트|오픈소스|AI|인공지능|오픈AI|구글|메타|엔비디아|[가-힣]{1,4}의)\x20){1,5}(?:(?:AI\x20|GPU\x20|NPU\x20)?(?:모델|제품|칩|버전|시스템|솔루션|기술|GPU|NPU))들?
  |(?<![가-힣A-Za-z])(?:[가-힣]{2,10}(?:모델|시스템|엔진)|(?:기존\x20)?[가-힣]{3,10}\([A-Z]{2,4}\)|(?:엔비디아|인텔|AMD|퀄컴|애플|구글|메타|오픈AI|삼성전자)의?\x20[가-힣A-Za-z0-9\-]{2,12}(?:\x20[가-힣A-Za-z0-9\-]{1,10})?
  |\d세대|[A-Z][A-Za-z\-]*\d[A-Za-z0-9.\-]*|[GNC]PU|[A-Z]{3,8}(?=보다|\x20?대비)|미국|중국|일본|한국|유럽|엔비디아|인텔|구글|오픈AI|메타))\x20?(?:대비|보다[는도]?|에\x20(?:비해|비하면|견[줘주])
  |[와과]의?\x20(?:성능\x20)?(?:비교|견[줘주]))(?:(?!지만\x20|으며\x20|이며\x20)[^,.]){0,40}$]], "x")
-- `퀄컴 클라우드 AI 100의 | 1.4배`, `2위 팀을 | 1.6점 차로`
local of_maker <const> = re.compile([[(?<![가-힣A-Za-z])((?:엔비디아|인텔|AMD|퀄컴|애플|구글|메타|오픈AI|화웨이|브로드컴|아마존)\x20[가-힣A-Za-z0-9\-]{2,12}(?:\x20[가-힣A-Za-z0-9\-]{1,10}){0,2}|[A-Z][A-Za-z\-]*\d[A-Za-z0-9.\-]*)의\x20(?:약\x20)?$]], "x")
local next_place <const> = re.compile [[(\d위(?:\x20(?:팀|모델|업체|기업|제품))?)[을를와과]\x20[^,.]{0,8}$]]
local another <const> = re.compile [[보다|대비|비해]]      -- `5세대 대비 10배, 6세대보다는 4배`
local same_rival <const> = re.compile [[^,\x20[^,.\d]{1,20}에서\x20(?:약\x20)?$]]
local from_its <const> = re.compile [[^의\x20[\d.]+%?에서\x20]]      -- `B의 74.5%에서 85.3%로 올랐다`
local in_bracket <const> = re.compile [[\([^()]*$]]
local than_that <const> = re.compile [[그보다\x20$]]

local function is_relative(v)
  return v.kind == "%" or v.kind == "배" or v.kind == "%p" or v.kind == "%포인트" or v.kind == "퍼센트포인트" or v.difference
end

-- `목표 모델 대비 104%`: where the text has said which one that is, `목표로 삼은 B`
local target <const> = re.compile [[^(?:목표|비교|비교\x20대상|경쟁)\x20?모델$]]
local target_before <const> = re.compile [[(?:목표|비교\x20대상|비교군)(?:로\x20(?:삼은|삼았던|정한|잡은|잡았던|한)|였던|(?:\x20모델)?인|\x20모델로\x20(?:삼은|삼았던|정한))\x20(?:[^,.'‘]{1,20}\x20)?['‘]?$]]
function versus.target(mentions)
  for _, m in ipairs(mentions) do
    if m.system and target_before:test(m.span:before(60)) then return subjects.name(m) end
  end
end

-- `110%, 영어 103%로 B를 넘었다`: the system that the clause behind a figure says is beaten.
local function beaten_behind(v, scene, mention)
  for _, m in ipairs(scene.mentions) do
    if m.span.start >= v.span.stop and m.part == "compared" and not m.enclosed and subjects.key(m.group[1]) ~= subjects.key(mention) then return m end
  end
end

-- `개발 도구 호출에서는 2.1%포인트 앞섰다`: the one other system that the sentence before gave figures for.
local leads <const> = re.compile([[^\x20?(?:차이?로\x20|더\x20)?(?:높|낮|뒤[졌진처쳐떨]|밀[렸려린]|우[수세위]|뛰어|좋|]] .. parts.ahead .. ")")
function versus.only_other(scene, owner)
  local other
  for _, m in ipairs(scene.latest) do
    if subjects.key(m) ~= owner then
      if other then return nil end
      other = m
    end
  end
  return other
end

-- Fills in record.versus.
-- `last` is the last record in points before it; `position` the figure's place in a run of several.
function versus.fill(record, v, mention, scene, last, position)
  if v.own or not is_relative(v) then return end
  local sentence <const> = scene.span
  local before <const> = sentence:upto(v.span)
  if not v.labelled and in_bracket:test(before) then
    if v.kind == "배" and scene.against then record.versus = scene.against.versus end      -- `H200의 1.9배로 A(1.6배)를`
    return
  end
  local hit
  for _, m in ipairs(scene.mentions) do
    if m.span.stop <= v.span.start and m.part == "compared" and not m.enclosed
       and subjects.key(m.group[1]) ~= subjects.key(mention) then hit = m end
  end
  if hit and from_its:test(hit.behind) then return end
  if not hit and v.kind == "%" and v.score > 100 then hit = beaten_behind(v, scene, mention) end   -- no share is that much
  if hit and v.kind == "%" and v.score > 100 and hit.span.start > v.span.start then
    record.versus = subjects.name(hit)
    return
  end
  if hit and ratio:test(hit.behind) then
    local taken <const> = absolute:test(hit.span:hull(before:right(1)))
                          or (v.kind == "%" and v.score <= 100 and than:test(hit.behind) and not comparative:test(sentence:from(v.span)))
    if not taken or v.difference then
      record.versus = subjects.name(position and #hit.group > 1 and hit.group[position] or hit)
      record.rival = subjects.key(hit)
      return
    end
    return
  end
  if hit and v.difference then
    record.versus = subjects.name(position and #hit.group > 1 and hit.group[position] or hit)
    return
  end
  local many <const> = v.kind == "배" or v.kind == "%" and v.score > 100 and scene.against_value and scene.against_value.kind == "%"     -- no share of one
  if many and scene.against and scene.against.rival ~= record.owner and not another:test(scene.against_value.span:between(v.span)) then   -- `A의 1.1배였고, 와트당으로는 2.4배`, `C는 0.7배`
    record.versus = scene.against.versus
    return
  end
  if not hit and scene.against and scene.against_value.kind == v.kind and scene.against.owner == record.owner
     and same_rival:test(scene.against_value.span:between(v.span)) then                     -- `X1보다 지식에서 34.8%, 추론에서 12.5% 개선됐다`
    record.versus = scene.against.versus
    return
  end
  local people <const> = foreign.compared(before, v.difference)
  if people then
    record.versus, record.vague_versus = people, true
    return
  end
  local near <const> = not v.difference and of_maker:match(before) or v.difference and next_place:match(before)
  if near then
    record.versus, record.vague_versus = near[1], true
    return
  end
  local m <const> = nameless:match(before)
  if m and scene.target and target:test(m.name) then
    record.versus = scene.target
  elseif m and not absolute:test(before) then
    record.versus, record.vague_versus = m.name, true
  elseif v.difference and not v.change and leads:test(v.span:after(24)) and versus.only_other(scene, record.owner) then
    record.versus = subjects.name(versus.only_other(scene, record.owner))
  elseif v.difference and not v.change and (v.kind == "점" or than_that:test(before)) and last then
    record.versus = last.model
  end
end

return versus
