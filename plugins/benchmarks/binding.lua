-- Gives each figure of a sentence its subject, its test and, where it is a ratio or a difference, its comparison.
--
-- A scene is a sentence and what is known of it: span, index, mentions (subjects.of), current (topics.current), named (it names
-- a test), chained (the sentences before it do, or gave figures).
local re <const> = require "re"
local values <const> = require "values"
local measures <const> = require "measures"
local subjects <const> = require "subjects"
local admission <const> = require "admission"
local owners <const> = require "owners"
local versus <const> = require "versus"

local binding <const> = {}

-- Figures in one run: `6위와 7위`, `83%(웹 요청), 88%(링크)`.
local run_on <const> = re.compile [[^(?:\([^()\d]*\))?(?:[와과,·]|\x20및|,|\x20대)?\x20?$]]

-- Runs of figures that share one predicate: each run is a list.
local function runs_of(list)
  local runs <const> = {}
  for _, v in ipairs(list) do
    local run <const> = runs[#runs]
    local last <const> = run and run[#run]
    if last and not last.whole and not last.start and last.kind == v.kind and run_on:test(last.span:between(v.span)) then
      run[#run + 1] = v
    else
      runs[#runs + 1] = { v }
    end
  end
  return runs
end

-- The span that names the test: a note behind the figure, a label right before it, the phrase before its run, the test
-- named last.
local particle <const> = re.compile [[^['’”"]?(?:(?:은|는|이|가|의|도|에서|[와과]의)(?=\x20|$))?\x20?]]
local function benchmark_of(article, v, first, mention, scene)
  local note <const> = measures.note(scene.span:from(v.span))
  if note or v.labelled then return note or v.labelled end
  local before <const> = scene.span:upto(first.span)
  local near = admission.behind_systems(before, scene.mentions, first)
  near = near:from(particle:find(near))
  local own <const> = before:contains(mention.span) and before:from(mention.span) or before
  local phrase, back = measures.phrase(near)
  if not phrase then phrase, back = measures.phrase(own:from(particle:find(own))) end
  if not phrase then phrase, back = measures.phrase(before) end
  local label <const> = measures.label(near:hull(scene.span:upto(v.span):right(0)))
  if label and (v ~= first or not phrase) then return label end
  if phrase and not back then
    article.phrase, article.phrase_at = phrase, scene.index
    return phrase
  end
  local lately <const> = article.phrase and scene.index - article.phrase_at <= 3 and article.phrase
  local behind <const> = scene.span:from(v.span):left(24)
  return lately or measures.phrase(behind:from(particle:find(behind))), lately
end

-- One record for a figure and a subject. Besides the fields it carries what telling doubles apart needs.
local function record(v, mention, scene, inferred)
  local from <const> = scene.span:contains(mention.span) and mention.span or v.span
  return {
    model = subjects.name(mention), score = v.score, unit = v.unit, at = from:hull(v.span),
    inferred = inferred, sentence = scene.index, owner = subjects.key(mention), mention = mention,
  }
end

-- `국어·수학·영어·한국사 등 주요 과목에서 모두 1등급`: one record for each subject of the examination.
local function by_subjects(article, items, v, mention, scene, inferred, into)
  for _, item in ipairs(items) do
    local r <const> = record(v, mention, scene, inferred)
    r.benchmark = article.exam and { article.exam, item } or item
    r.by_subject = item:text()
    into[#into + 1] = r
  end
end

local graded <const> = { ["등급"] = true, ["만점"] = true, ["점"] = true }

-- `한국어에서 B의 110%였다. 영어는 103%였다.`: no share is that much, so it is of the same.
local function ratio_of(article, r, scene)
  local last <const> = article.ratio
  return last and last.owner == r.owner and scene.index - last.sentence <= 1 and last.versus or nil
end

local function bind_value(article, run, i, mention, inferred, items, scene, into)
  local v <const> = run[i]
  if items and graded[v.kind] then
    by_subjects(article, #run > 1 and #run == #items and { items[i] } or items, v, mention, scene, inferred, into)
    return
  end
  local r <const> = record(v, mention, scene, inferred)
  r.benchmark, r.borrowed = benchmark_of(article, v, run[1], mention, scene)
  if v.kind == "등급" or v.kind == "만점" then r.by_subject = r.benchmark and r.benchmark:text() end
  versus.fill(r, v, mention, scene, article.last, #run > 1 and i or nil)
  if not r.versus and v.kind == "%" and v.score > 100 then r.versus = ratio_of(article, r, scene) end
  if r.versus and r.versus:is(r.model:text()) then r.versus = nil end
  if r.versus and v.kind == "%" then article.ratio = r end
  if r.versus then scene.against, scene.against_value = r, v end
  scene.scored = true
  if v.unit then scene.units[v.unit:text()] = scene.index end
  into[#into + 1] = r
end

-- A system that only a phrase describes, not as a model (`AI 기반 분석 시스템`), takes figures of accuracy alone, and what goes on
-- with them.
local function fits(mention, scene)
  return not mention.broad or measures.metric(scene.span) or scene.unit == "%"
end

-- `30.6% 대 37.7%로 B에 밀렸다`: the second is that of the one it is compared with.
local against <const> = re.compile [[^\x20대\x20$]]
local function opposed(group, v, scene)
  for _, m in ipairs(scene.mentions) do
    if m.part == "compared" and m.span.start >= v.span.stop and not m.enclosed then return { group[1], m } end
  end
  local other <const> = versus.only_other(scene, subjects.key(group[1]))      -- `키미는 44.9%, B는 41.7%였다. 검색에서도 60.2% 대 54.9%로 앞섰다`
  return other and { group[1], other } or group
end

-- `71%로 GPT-5.1과 같았다`: it is that of both.
local same <const> = re.compile [[^[와과](?:는|도)?\x20(?:같[은았]|동률|동점|동일|공동)]]
local function level(group, v, scene)
  for _, m in ipairs(scene.mentions) do
    if m.part == "compared" and m.span.start >= v.span.stop and same:test(m.behind)
       and not values.any(v.span:between(m.span)) and not values.any(m.span:between(m.behind)) then return { group[1], m } end
  end
  return group
end

-- Binds a run of figures; gives its subject back.
local function bind_run(article, run, previous, scene, config, into)
  local group, inferred = owners.of(run[1], scene, previous)
  if not group then return nil end
  local items <const> = measures.subjects(scene.span:upto(run[1].span), scene.told)
  if group == scene.in_order and #run ~= #group then return nil end
  if #run == 2 and against:test(run[1].span:between(run[2].span)) then group = opposed(group, run[2], scene) end
  if run[1].lead and #group == 1 then group = subjects.told(into, #run) or group end
  if #run == 1 and not run[1].difference then group = level(group, run[1], scene) end
  local pairwise <const> = #run > 1 and #run == #group
  for i, v in ipairs(run) do
    v.own = run[1].own
    if admission.test(v, i == 1 and previous and previous.value or v.own and run[i - 1] or nil, scene, config, inferred) then
      for k, mention in ipairs(group) do
        if (not pairwise or k == i) and fits(mention, scene) then
          bind_value(article, run, i, mention, inferred, items, scene, into)
        end
      end
    end
  end
  return group, inferred
end

-- A number within a name is no figure: `라마 3.1, 미스트랄 0.3`; one that goes on behind it begins there: `솔라 프로-2만 58점`.
local function outside_names(list, scene)
  local free <const> = {}
  for _, v in ipairs(list) do
    local name
    for _, m in ipairs(scene.mentions) do
      if v.span.start < m.span.stop and m.span.start < v.span.stop then name = m.span end
    end
    local rest <const> = name and name.stop < v.span.stop and values.of(scene.span:from(name))[1]
    if not name then
      free[#free + 1] = v
    elseif rest and rest.span.stop == v.span.stop then
      free[#free + 1] = rest
    end
  end
  return free
end

-- The records of a sentence.
function binding.bind(article, scene, config)
  scene.exam = article.exam
  local records <const> = {}
  local previous
  for _, run in ipairs(runs_of(outside_names(values.of(scene.span), scene))) do
    local group <const>, inferred <const> = bind_run(article, run, previous, scene, config, records)
    previous = { value = run[#run], group = group, inferred = inferred }
  end
  for _, r in ipairs(records) do
    if r.unit and r.unit:is "점" and not r.versus then article.last = r end
  end
  return records
end

return binding
