-- Benchmark values: what an article says an AI model, system or chip scored, ranked or reached against another one.
--
--   values.lua    finds figures that can be a score            `72.03점`, `104%`, `1등급`, `만점`
--   measures.lua  knows tests and what is measured             `벤치마크 13종의 평균 점수`, `국어·수학·영어`
--   subjects.lua  knows who a sentence speaks of               `K-엑사원은`, `큐웬3 235B(69.37점) 대비`, `이 모델`
--   phrases.lua   knows where a phrase that names one begins; rivals.lua finds those that only their place tells
--   parts.lua     knows in what part                           subject, compared with, in a list
--   topics.lua    knows what system a text speaks of when a sentence does not say
--   foreign.lua   knows clauses about people and pass marks    `대학생의 정답률은 61.8%`
--   owners.lua    says whose a figure is
--   admission.lua turns away figures that are no scores
--   binding.lua   gives each figure its owner and its test; versus.lua what it is relative to
--   distinct.lua  drops what is told twice
local re <const> = require "re"
local inventory <const> = require "ai.inventory"
local values <const> = require "values"
local measures <const> = require "measures"
local subjects <const> = require "subjects"
local topics <const> = require "topics"
local binding <const> = require "binding"
local versus <const> = require "versus"
local distinct <const> = require "distinct"

-- What an article has told so far. What later sentences need of earlier ones is kept here: the systems (inv), what it speaks
-- of (topic), what it compares with (rivals), the systems that took figures (seen), `exam` and `phrase`, the test last named,
-- `last`, the last record in points, and `units`, in what sentence each unit was last one of a score.
local function open(doc)
  return { doc = doc, inv = inventory.read(doc.body), rivals = {}, seen = {}, latest = {}, known = {}, units = {} }
end

local function note_seen(article, found)
  for _, r in ipairs(found) do
    if r.owner and not article.known[r.owner] then
      article.known[r.owner] = true
      article.seen[#article.seen + 1] = r.mention
    end
  end
end

local function distinct_systems(mentions)
  local list <const>, known <const> = {}, {}
  for _, m in ipairs(mentions) do
    local key <const> = subjects.key(m)
    if key and not known[key] then
      known[key] = true
      list[#list + 1] = m
    end
  end
  return list
end

-- The systems that figures belong to as subjects, in order, where they are several.
local function owners_of(found)
  local mentions <const> = {}
  for _, r in ipairs(found) do
    if r.mention.part ~= "compared" and not r.mention.enclosed then mentions[#mentions + 1] = r.mention end
  end
  local list <const> = distinct_systems(mentions)
  return #list > 1 and list or nil
end

-- `A가 B를 제치고 1위에 올랐다.`: the sentence behind tells of what test, with the points.
local points <const> = re.compile [[\d점]]
local function test_of_next(doc, index)
  local behind <const> = doc.sentences()[index + 1]
  return behind ~= nil and points:test(behind) and measures.strong(behind)
end

-- How long a text that told of a ranking goes on about its places, in sentences: a paragraph about how it is made lies between.
local RANKING <const> = 6

-- The records of one sentence. `figures`: it holds any; `chained`: the sentence before it names the test or gives figures.
local function read(article, sentence, index, figures, chained, config)
  local scene <const> = { span = sentence, index = index, chained = chained, named = measures.strong(sentence), told = article.told, units = article.units,
                          unit = article.unit, ranking = article.ranked and index - article.ranked <= RANKING, in_order = chained and article.in_order or nil }
  scene.before = article.doc.sentences()[index - 1]
  scene.told_next = function() return test_of_next(article.doc, index) end
  scene.current = topics.current(article, index, sentence)
  scene.mentions = subjects.of(sentence, article.inv, scene.current, article.seen, article.latest)
  article.target = versus.target(scene.mentions) or article.target
  scene.target, scene.latest = article.target, article.latest
  article.exam = measures.exam(sentence) or article.exam
  local found <const> = figures and binding.bind(article, scene, config) or {}
  note_seen(article, found)
  local last <const> = found[#found]
  if last then article.latest, article.in_order = distinct_systems(scene.mentions), owners_of(found) end
  for _, r in ipairs(found) do
    if r.unit and r.unit:is "위" then article.ranked = index end
  end
  article.told, article.unit = last and sentence, last and last.unit and last.unit:text()
  topics.follow(article, scene, found)
  return found
end

-- `AI 성능 평가 결과는 다음과 같다.`: the sentence before names the test.
local function announced(doc, index)
  local before <const> = doc.sentences()[index - 1]
  return before ~= nil and measures.strong(before)
end

-- Whether any sentence with a figure speaks of a test: a cheap look before the text is read with care.
local function worth_reading(doc)
  local done
  for hint in values.hints(doc.body) do
    local sentence <const>, index <const> = doc.sentence_of(hint[0])
    if sentence and index ~= done then
      done = index
      if values.graded(hint[0]) or measures.strong(sentence) or announced(doc, index) then return true end
    end
  end
  return false
end

-- How many sentences on a text still speaks of the test that its last figures were of.
local CHAIN <const> = 4

local function extract(doc, config)
  if not worth_reading(doc) then return {} end
  local article <const> = open(doc)
  local records <const> = {}
  local last
  for index, sentence in ipairs(doc.sentences()) do
    local figures <const> = values.any(sentence)
    if subjects.may_name(sentence, article.inv) or figures and topics.current(article, index, sentence) then
      local chained <const> = last and index - last <= CHAIN or announced(doc, index)
      local found <const> = read(article, sentence, index, figures, chained, config)
      doc.note("sentence", index, #found, "values")
      for _, r in ipairs(found) do
        last = index
        records[#records + 1] = r
      end
    end
  end
  return distinct.of(records)
end

return {
  name     = "benchmarks",
  version  = "1.0.0",
  summary  = "Values that AI models, AI systems and AI chips reach in tests, rankings and comparisons",
  triggers = { "AI", "인공지능", "GPT", "언어모델" },   -- few: each one is a search of every article
  config   = { rough = false },   -- true: also figures given as a bound or a range, `97점 이상`, `2배 이상`
  fields   = {
    { "model",     "span",             "the model, system or chip, in the fullest form the body gives" },
    { "benchmark", "span?",            "the test or the measured property" },
    { "score",     "number or string", "the value; the word where there is no number (`만점`)" },
    { "unit",      "span?",            "`점`, `%`, `위`, `등급`, `배` …" },
    { "versus",    "span?",            "the model that a ratio or a difference is relative to" },
  },
  identity = { "model", "benchmark", "score", "unit", "versus" },
  extract  = extract,
}
