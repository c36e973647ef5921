-- Benchmark values: what an article says an AI model, system or chip scored, ranked or reached against another one.
--
--   values.lua    finds figures that can be a score            `72.03점`, `104%`, `1등급`, `만점`
--   measures.lua  knows tests and what is measured             `벤치마크 13종의 평균 점수`, `국어·수학·영어`
--   subjects.lua  knows who a sentence speaks of, in what part `K-엑사원은`, `큐웬3 235B(69.37점) 대비`, `이 모델`
--   topics.lua    knows what system a text speaks of when a sentence does not say
--   admission.lua turns away figures that are no scores
--   binding.lua   gives each figure its subject and its test; versus.lua what it is relative to
local values <const> = require "values"
local measures <const> = require "measures"
local subjects <const> = require "subjects"
local topics <const> = require "topics"
local binding <const> = require "binding"

-- Two records are one where model, score, unit and comparison agree; grades and full marks also differ by subject.
local function identity(record)
  local parts <const> = { record.model:text(), tostring(record.score), record.unit and record.unit:text() or "",
                          record.versus and record.versus:text() or "" }
  if record.by_subject then parts[#parts + 1] = record.by_subject end
  return table.concat(parts, "\0")
end

-- A figure that a headline gives without its subject or its comparison is the one that the text gives with them.
local function told_better(record, records)
  for _, other in ipairs(records) do
    if other ~= record and other.score == record.score and other.sentence ~= record.sentence
       and (other.unit and other.unit:text()) == (record.unit and record.unit:text()) then
      local headline <const> = record.inferred and not other.inferred and record.sentence < other.sentence
      if headline and not record.by_subject then return true end
      if not record.versus and other.versus and other.model:text() == record.model:text() then return true end
      if record.vague_versus and other.versus and not other.vague_versus then return true end
    end
  end
  return false
end

local function distinct(records)
  local seen <const> = {}
  local result <const> = {}
  for _, r in ipairs(records) do
    local id <const> = identity(r)
    if not seen[id] and not told_better(r, records) then
      seen[id] = true
      result[#result + 1] = {
        model = r.model, benchmark = r.benchmark, score = r.score, unit = r.unit, versus = r.versus, at = r.at,
      }
    end
  end
  return result
end

-- The records of one sentence. `chained`: it names no test itself; the sentence before it does.
local function read(article, sentence, index, chained, config)
  local scene <const> = { span = sentence, index = index, chained = chained }
  scene.current, scene.age = topics.current(article, sentence, index)
  scene.nameless = topics.nameless(article, index, scene.current and scene.age or index)
  scene.mentions = subjects.of(sentence, article.inv, scene.current)
  local found <const> = binding.bind(article, scene, config)
  local last <const> = found[#found]
  if last then article.carried = last.nameless and { span = last.model, index = index } or nil end
  return found
end

-- `AI 성능 평가 결과는 다음과 같다.`: the sentence before names the test.
local function announced(doc, index)
  local before <const> = doc.sentences()[index - 1]
  return before ~= nil and measures.strong(before)
end

local function extract(doc, config)
  local records <const> = {}
  local article, last, done                 -- the article's systems; the sentences that gave a value and were read last
  for hint in values.hints(doc.body) do
    local sentence <const>, index <const> = doc.sentence_of(hint[0])
    if sentence and index ~= done then
      done = index
      local named <const> = measures.strong(sentence)
      if named or values.follows(sentence) and (last and index - last <= 2 or announced(doc, index)) then
        article = article or topics.read(doc)
        local found <const> = read(article, sentence, index, not named, config)
        doc.note("sentence", index, #found, "values")
        for _, r in ipairs(found) do
          last = index
          records[#records + 1] = r
        end
      end
    end
  end
  return distinct(records)
end

return {
  name     = "benchmarks",
  version  = "1.0.0",
  summary  = "Values that AI models, AI systems and AI chips reach in tests, rankings and comparisons",
  triggers = { "AI", "인공지능", "GPT" },   -- few: each one is a search of every article
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
