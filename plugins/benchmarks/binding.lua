-- Gives each figure of a sentence its subject, its test and, where it is a ratio or a difference, its comparison.
--
-- A scene is a sentence and what is known of it: span, index, mentions (subjects.of), current and age (topics.current),
-- nameless (topics.nameless), chained (the sentence names no test; the one before it does).
local re <const> = require "re"
local values <const> = require "values"
local measures <const> = require "measures"
local subjects <const> = require "subjects"
local admission <const> = require "admission"
local topics <const> = require "topics"
local versus <const> = require "versus"

local binding <const> = {}

-- `73점을 기록한 '제미나이3 프로'와`, `69.37점인 '큐웬3 235B'를`: the figure stands in a clause that describes the system behind it.
local describing <const> = re.compile([[^인\x20[^,.은는]{0,30}$|^[^,.]{0,26}?(?:기록한|획득한|달성한|받은|얻은|거둔|차지한|오른|보인|보여준|확보한|갖춘|나온|등재된
  |해당하는)\x20[^,.은는]{0,40}$]], "x")
-- Figures in one run: `6위와 7위`, `83%(웹 요청), 88%(링크)`.
local run_on <const> = re.compile [[^(?:\([^()\d]*\))?(?:[와과,·]|\x20및|,)?\x20?$]]
local adjacent <const> = re.compile [[^['’”"]?(?:\x20?모델)?[은는이가:]?\x20?$]]
local of_its <const> = re.compile [[^['’”"]?의\x20$]]     -- `큐웬3 235B의 69.37점`; but `큐웬3 235B의 104%`
local in_bracket <const> = re.compile [[^['’”"]?(?:\x20?(?:AI\x20)?모델)?\x20?\([^()]*$]]
local open_bracket <const> = re.compile [[\([^()]*$]]

-- In a bracket: `큐웬3 235B(69.37점)`, `(GPT-5.2 73점, 클로드 70점)`.
local function in_brackets(v, mentions)
  local near
  for _, m in ipairs(mentions) do
    if m.span.stop <= v.span.start and (m.enclosed or in_bracket:test(m.span:between(v.span))) then near = m end
  end
  return near and { near }
end

-- `1위는 45점을 받은 모티프 12.7B다`
local ranked <const> = re.compile [[^[은는]\x20[^,.]{0,50}$]]

-- A bracket that stands behind a label and holds nothing but the figure: `한국어(110%), 영어(103%)`.
local alone <const> = re.compile [[\($]]
local closed <const> = re.compile [[^\)(?!(?:(?:[와과]\x20|\x20?[·,]\x20?)[^()]{1,20}\([^()]*\))*(?:보다|\x20?대비|에\x20비해|[와과]\x20비교|[을를]\x20))]]   -- not a rival: `파파고(41.3점)보다`

-- The group of mentions a figure belongs to, and whether that is inferred: nothing before it in the sentence says so.
local function subject_of(v, scene)
  local before <const> = scene.span:upto(v.span)
  if open_bracket:test(before) then
    local group <const> = in_brackets(v, scene.mentions)
    v.labelled = not group and alone:test(before) and closed:test(scene.span:from(v.span))
                 and measures.bracketed(before)
    if not v.labelled then return group end
  end
  local topic, near, following, described
  for _, m in ipairs(scene.mentions) do
    if not described and m.span.start >= v.span.stop and not m.enclosed then described = m end
    if m.part == "compared" and v.kind == "점" and of_its:test(m.span:between(v.span)) then
      topic = m
    end
    local free <const> = not m.enclosed and m.part ~= "compared"   -- else it takes no figure outside its bracket
    if free and m.span.stop <= v.span.start then
      if m.part == "topic" or adjacent:test(m.span:between(v.span)) then topic = m end
      near = m
    elseif free and not following then
      following = m
    end
  end
  if described and describing:test(v.span:between(described.span)) then return described.group end
  if following and v.kind == "위" and ranked:test(v.span:between(following.span)) then return following.group end
  local hit <const> = topic or near
  if hit then return hit.group, hit.anaphor and not hit.system end
  if scene.nameless then return { { span = scene.nameless, phrase = scene.nameless } }, true end
  if scene.current and scene.age <= topics.memory then return { { span = v.span, system = scene.current } }, true end
  return following and following.group, true     -- `…국내 2위 네이버클라우드 '…'의 모델이`
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

-- The span that names the test: a note behind the figure, a label right before it, the phrase before its run, the test
-- named last.
local particle <const> = re.compile [[^['’”"]?(?:은|는|이|가|의|도|에서|[와과]의)?\x20?]]
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
  return lately or measures.phrase(behind:from(particle:find(behind)))
end

-- One record for a figure and a subject. Besides the fields it carries what telling doubles apart needs.
local function record(v, mention, scene, inferred)
  local from <const> = scene.span:contains(mention.span) and mention.span or v.span
  return {
    model = subjects.name(mention), score = v.score, unit = v.unit, at = from:hull(v.span),
    inferred = inferred, sentence = scene.index, nameless = not mention.system,
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

local function bind_value(article, run, i, mention, inferred, items, scene, into)
  local v <const> = run[i]
  if items and graded[v.kind] then
    by_subjects(article, #run > 1 and #run == #items and { items[i] } or items, v, mention, scene, inferred, into)
    return
  end
  local r <const> = record(v, mention, scene, inferred)
  r.benchmark = benchmark_of(article, v, run[1], mention, scene)
  if v.kind == "등급" or v.kind == "만점" then r.by_subject = r.benchmark and r.benchmark:text() end
  versus.fill(r, v, mention, scene, article.last, #run > 1 and i or nil)
  into[#into + 1] = r
end

local ratio_to <const> = re.compile [[대비\x20$]]
local function compares(scene, v)
  if ratio_to:test(scene.span:upto(v.span)) then return true end
  for _, m in ipairs(scene.mentions) do
    if m.part == "compared" then return true end
  end
  return false
end

-- A system that only a phrase describes, not as a model (`AI 기반 분석 시스템`), takes figures of accuracy alone.
local function fits(mention, scene)
  return not mention.broad or measures.metric(scene.span)
end

local function bind_run(article, run, previous, scene, config, into)
  local group <const>, inferred <const> = subject_of(run[1], scene)
  if not group or inferred and scene.chained and run[1].kind == "%" and not compares(scene, run[1]) then return end
  local items <const> = measures.subjects(scene.span:upto(run[1].span))
  local pairwise <const> = #run > 1 and #run == #group
  for i, v in ipairs(run) do
    if admission.test(v, i == 1 and previous or nil, scene, config) then
      for k, mention in ipairs(group) do
        if (not pairwise or k == i) and fits(mention, scene) then
          bind_value(article, run, i, mention, inferred, items, scene, into)
        end
      end
    end
  end
end

-- A number within a name is no figure: `라마 3.1, 미스트랄 0.3`.
local function outside_names(list, mentions)
  local free <const> = {}
  for _, v in ipairs(list) do
    local inside = false
    for _, m in ipairs(mentions) do
      inside = inside or v.span.start < m.span.stop and m.span.start < v.span.stop
    end
    if not inside then free[#free + 1] = v end
  end
  return free
end

-- The records of a sentence.
function binding.bind(article, scene, config)
  article.exam = measures.exam(scene.span) or article.exam
  local records <const> = {}
  local previous
  for _, run in ipairs(runs_of(outside_names(values.of(scene.span), scene.mentions))) do
    bind_run(article, run, previous, scene, config, records)
    previous = run[#run]
  end
  for _, r in ipairs(records) do
    if r.unit and r.unit:is "점" and not r.versus then article.last = r end
  end
  return records
end

return binding
