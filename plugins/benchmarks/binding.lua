-- Gives each figure of a sentence its subject and, where it is a ratio or a difference, what it is relative to.
local re <const> = require "re"
local values <const> = require "values"
local measures <const> = require "measures"
local subjects <const> = require "subjects"
local versus <const> = require "versus"

local binding <const> = {}

-- `73점을 기록한 '제미나이3 프로'와`: the figure stands in a clause that describes the system behind it.
local describing <const> = re.compile [[^[^,.]{0,26}?(?:기록한|획득한|달성한|받은|얻은|거둔|차지한|오른|보인|보여준|확보한|갖춘|나온|등재된|해당하는)\x20[^,.은는]{0,40}$]]
-- Figures in one run: `6위와 7위`, `83%(웹 요청), 88%(링크)`.
local run_on <const> = re.compile [[^(?:\([^()\d]*\))?(?:[와과,·]|\x20및|,)?\x20?$]]
local adjacent <const> = re.compile [[^['’”"]?(?:\x20?모델)?[은는이가]?\x20?$]]
local in_bracket <const> = re.compile [[^['’”"]?\x20?\([^()]*$]]
local open_bracket <const> = re.compile [[\([^()]*$]]
local bare_score <const> = re.compile [[평점|점수|지수|스코어|[Ii]ndex]]
local bare_before <const> = re.compile [[[은는이가]\x20(?:평균\x20)?$]]
local best_of <const> = re.compile [[^[^.]{0,30}(?:가장\x20|1위|최고|앞[서섰]|우위|능가|우수|제쳤|높은)]]
local rank_of_test <const> = re.compile [[벤치마크|지수|리더보드|랭킹|아레나|지표|성능|능력|항목|평가|테스트|정확도|Index|Arena|Bench|모델\x20(?:중|가운데)]]

-- How far back a sentence without a subject may look for one, in sentences. Beyond that a reader has to guess too.
local memory <const> = 4

-- The mention that the text before a place speaks of: the topic of the last sentence that names any system, else the
-- last one named there. Not one of `against`.
local function spoken_of(context, place, against)
  local latest
  for _, m in ipairs(context.inv.mentions) do
    if m.span.stop > place.start then break end
    if not m.part then subjects.part(m) end
    if m.part ~= "compared" and not m.enclosed and not (against and against[m.system]) then
      m.index = m.index or select(2, context.doc.sentence_of(m.span))
      if not latest or m.index ~= latest.index or m.part == "topic" or latest.part ~= "topic" then latest = m end
    end
  end
  return latest
end

-- The systems of an article, with the places where `이 모델` takes one up again.
function binding.context(inv, doc)
  local context <const> = { inv = inv, doc = doc }
  for _, span in ipairs(subjects.anaphors(doc.body)) do
    local m <const> = spoken_of(context, span)
    if m then
      local again <const> = { span = span, system = m.system, part = "topic", anaphor = true }
      local at = #inv.mentions + 1
      while at > 1 and inv.mentions[at - 1].span.start > span.start do at = at - 1 end
      table.insert(inv.mentions, at, again)
    end
  end
  return context
end

-- The system that the text before a sentence speaks of, and how many sentences ago it was named. Not one that the
-- sentence itself compares with.
function binding.current(context, sentence, index)
  local against <const> = {}
  for _, m in ipairs(context.inv.mentions) do
    if not m.part then subjects.part(m) end
    if sentence:contains(m.span) and m.part == "compared" then against[m.system] = true end
  end
  local latest <const> = spoken_of(context, sentence, against)
  if not latest then return nil end
  return latest.system, index - (latest.index or 0)
end

-- The group a figure belongs to, and whether that is inferred: nothing in the sentence says so.
local function subject_of(v, sentence, mentions, current, age)
  local before <const> = sentence:upto(v.span)
  local enclosed <const> = open_bracket:test(before)
  local topic, near, following
  for _, m in ipairs(mentions) do
    if m.span.stop <= v.span.start then
      local between <const> = m.span:between(v.span)
      if enclosed then
        if in_bracket:test(between) or m.enclosed then near = m end
      elseif not m.enclosed then
        if adjacent:test(between) and m.part ~= "compared" then topic = m end
        if m.part == "topic" then topic = m end
        if m.part ~= "compared" then near = m end
      end
    elseif not following and not enclosed and m.part ~= "compared" then
      following = m
    end
  end
  if enclosed then return near and { near } end
  if following and describing:test(sentence:from(v.span):upto(following.span)) then return following.group end
  local hit <const> = topic or near
  if hit then return hit.group, hit.anaphor and not hit.system end
  if current and age <= memory then return { { span = v.span, system = current } }, true end
  return following and not enclosed and following.group or nil, true   -- `…국내 2위 네이버클라우드 '…'의 모델이`
end

-- `만점 또는 1등급`, `일부 만점`: no value that holds for all.
local either <const> = re.compile [[^\x20?(?:또는|혹은|이나|내지)]]
local some <const> = re.compile [[일부\x20$]]

-- Does the figure measure a system in a test at all?
local function counts(v, sentence, window, near, config)
  local behind <const> = sentence:from(v.span)
  if v.word and (either:test(behind) or some:test(v.span:before(4))) then return false end
  if measures.market(v.kind == "위" and sentence or window) or measures.trade(near) or measures.goal(sentence:upto(v.span), behind) then return false end
  if v.rough and v.kind ~= "등급" and not config.rough then return false end
  if v.kind == "%" or v.kind == "배" or v.kind == "%p" then
    if measures.saving(near) then return false end
  elseif v.kind == "위" then
    if not rank_of_test:test(sentence) then return false end
  elseif v.kind == "개" or v.kind == "종" or v.kind == "가지" then
    return best_of:test(behind)
  end
  if not v.unit and not v.word then
    return bare_score:test(sentence) and bare_before:test(sentence:upto(v.span))
  end
  return true
end

-- The clause a figure stands in: from the figure or the comma before it to a little behind it.
local clause_end <const> = re.compile [[.*(?:[,.]\x20|[가-힣](?:으?며|지만|하고|은데|는데|이고|해)\x20)]]
local rest_of_clause <const> = re.compile [[^[^,.]{0,18}?(?=[,.]|(?:고|며|지만)\x20|$)|^[^,.]{18}]]
local function clause(v, previous, sentence)
  local from = sentence:upto(v.span)
  if previous and previous.span.stop <= v.span.start then from = from:from(previous.span) end
  local cut <const> = clause_end:find(from)
  if cut then from = from:from(cut) end
  local rest <const> = rest_of_clause:find(sentence:from(v.span))
  return from:hull(rest or v.span)
end

-- What of it stands behind the systems it names: `H200은 수출이 막힌 H20보다 성능이 6배 높다` → `성능이 6배 높다`.
local function behind_systems(window, mentions, v)
  for _, m in ipairs(mentions) do
    if m.span.stop <= v.span.start and window:contains(m.span) then window = window:from(m.span) end
  end
  return window
end

-- Runs of figures that share one predicate: each run is a list.
local function runs_of(list)
  local runs <const> = {}
  for _, v in ipairs(list) do
    local run <const> = runs[#runs]
    local last <const> = run and run[#run]
    if last and not last.whole and last.kind == v.kind and run_on:test(last.span:between(v.span)) then
      run[#run + 1] = v
    else
      runs[#runs + 1] = { v }
    end
  end
  return runs
end

local function benchmark_of(context, v, first, sentence)
  local note <const> = measures.note(sentence:from(v.span))
  local before <const> = sentence:upto(first.span)
  local phrase <const>, back <const> = measures.phrase(before)
  if note then return note end
  local label <const> = measures.label(sentence:upto(v.span))
  if label and (v ~= first or not phrase) then return label end
  if phrase and not back then
    context.phrase = phrase
    return phrase
  end
  return context.phrase or measures.phrase(sentence:from(v.span):left(24))
end

-- One record for a figure and a subject.
local function record(context, v, mention, sentence, inferred)
  local name <const> = subjects.name(mention)
  return {
    model = name, score = v.score, unit = v.unit, inferred = inferred,
    at = (sentence:contains(mention.span) and mention.span or v.span):hull(v.span),
  }
end

-- `국어·수학·영어·한국사 등 주요 과목에서 모두 1등급`: one record for each subject of the examination.
local function by_subjects(context, items, v, mention, sentence, inferred, into)
  for _, item in ipairs(items) do
    local r <const> = record(context, v, mention, sentence, inferred)
    r.benchmark = context.exam and { context.exam, item } or item
    r.by_subject = item:text()
    into[#into + 1] = r
  end
end

local function bind_run(context, run, sentence, mentions, current, age, config, previous, into)
  local first <const> = run[1]
  local group <const>, inferred <const> = subject_of(first, sentence, mentions, current, age)
  if not group then return end
  local items <const> = measures.subjects(sentence:upto(first.span))
  local pairwise <const> = #run > 1 and #run == #group
  for i, v in ipairs(run) do
    local window <const> = clause(v, i == 1 and previous or nil, sentence)
    if counts(v, sentence, window, behind_systems(window, mentions, v), config) then
      for k, mention in ipairs(group) do
        if not pairwise or k == i then
          if items and (v.kind == "등급" or v.kind == "만점" or v.kind == "점") then
            by_subjects(context, #run == #items and #run > 1 and { items[i] } or items, v, mention, sentence, inferred, into)
          else
            local r <const> = record(context, v, mention, sentence, inferred)
            r.benchmark = benchmark_of(context, v, first, sentence)
            if v.kind == "등급" or v.kind == "만점" then r.by_subject = r.benchmark and r.benchmark:text() end
            versus.fill(r, v, mention, mentions, sentence, context, #run > 1 and i or nil)
            into[#into + 1] = r
          end
        end
      end
    end
  end
end

-- The records of a sentence.
function binding.bind(context, sentence, mentions, current, age, config)
  local list <const> = {}
  for _, v in ipairs(values.of(sentence)) do
    local free = true
    for _, m in ipairs(mentions) do
      if v.span.start < m.span.stop and m.span.start < v.span.stop then free = false end
    end
    if free then list[#list + 1] = v end
  end
  local records <const> = {}
  local exam <const> = measures.exam(sentence)
  if exam then context.exam = exam end
  local previous
  for _, run in ipairs(runs_of(list)) do
    bind_run(context, run, sentence, mentions, current, age or 0, config, previous, records)
    previous = run[#run]
  end
  for _, r in ipairs(records) do
    if r.unit and r.unit:is "점" and not r.versus then context.last = r end
  end
  return records
end

return binding
