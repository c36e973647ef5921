-- What system a text speaks of when a sentence does not say: `또 GPT-OSS 120B와의 비교에서도 103% 성능을 보였다`.
local subjects <const> = require "subjects"
local inventory <const> = require "ai.inventory"

local topics <const> = {}

-- How far back a sentence without a subject may look for one, in sentences. Beyond that a reader has to guess too.
topics.memory = 4

-- The mention that the text before a place speaks of: the topic of the last sentence that names any system, else the
-- last one named there. Not one of `against`.
local function spoken_of(article, place, against)
  local mentions <const> = article.inv.mentions
  local latest
  for i = inventory.first_behind(mentions, place.start) - 1, 1, -1 do
    local m <const> = mentions[i]
    if latest and m.index ~= latest.index then break end
    if m.part ~= "compared" and not m.enclosed and not (against and against[m.system]) then
      if not latest or m.part == "topic" and latest.part ~= "topic" then latest = m end
    end
  end
  return latest
end

-- Adds the places where `이 모델` takes a system up again.
local function add_anaphors(article)
  local mentions <const> = article.inv.mentions
  for _, span in ipairs(subjects.anaphors(article.doc.body)) do
    local m <const> = spoken_of(article, span)
    if m then
      local at = #mentions + 1
      while at > 1 and mentions[at - 1].span.start > span.start do at = at - 1 end
      local _, index <const> = article.doc.sentence_of(span)
      table.insert(mentions, at, { span = span, system = m.system, part = "topic", anaphor = true, index = index or 0 })
    end
  end
end

-- Reads the systems of an article. What later sentences need of earlier ones is kept here too: `exam` and `phrase`, the
-- test last named, and `last`, the last record in points.
function topics.read(doc)
  local article <const> = { doc = doc, inv = inventory.read(doc.body) }
  for _, m in ipairs(article.inv.mentions) do
    local _, index <const> = doc.sentence_of(m.span)
    m.index = index or 0
    subjects.part(m)
  end
  add_anaphors(article)
  return article
end

-- The system that the text before a sentence speaks of, and how many sentences ago it was named; not one that the
-- sentence itself compares with.
function topics.current(article, sentence, index)
  local against <const> = {}
  for _, m in ipairs(inventory.within(article.inv, sentence)) do
    if m.part == "compared" then against[m.system] = true end
  end
  local latest <const> = spoken_of(article, sentence, against)
  if not latest then return nil, 0 end
  return latest.system, index - latest.index
end

-- The phrase for a system without a name that the text before speaks of: one that the last figures belong to
-- (`네이버의 AI 모델이 … 1등급을 받았다. 영어는 만점이다.`), or one of a sentence that names no other (`자사 AI 모델`).
function topics.nameless(article, index, age)
  local carried <const> = article.carried
  if carried and index - carried.index <= 2 and age >= index - carried.index then return carried.span end
  local before <const> = article.doc.sentences()[index - 1]
  if not before or #inventory.within(article.inv, before) > 0 then return nil end
  return subjects.nameless(before)
end

return topics
