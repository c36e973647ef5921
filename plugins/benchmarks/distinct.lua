-- Which records say the same thing, told twice.
local re <const> = require "re"

local distinct <const> = {}

-- Two records are one where model, score, unit and comparison agree, another sentence tells them, and their tests may be one;
-- grades and full marks also differ by subject.
local function identity(record)
  local parts <const> = { record.model:text(), tostring(record.score), record.unit and record.unit:text() or "",
                          record.versus and record.versus:text() or "" }
  if record.by_subject then parts[#parts + 1] = record.by_subject end
  return table.concat(parts, "\0")
end

-- A headline stands before the text: in its first sentences.
local HEADLINE <const> = 2

-- A figure that a headline gives without its subject or its comparison is the one that the text gives with them.
local function told_better(record, records)
  for _, other in ipairs(records) do
    if other ~= record and other.score == record.score and other.sentence ~= record.sentence
       and (other.unit and other.unit:text()) == (record.unit and record.unit:text()) then
      local headline <const> = record.inferred and not other.inferred and record.sentence <= HEADLINE
      if headline and not record.by_subject then return true end
      if not record.versus and other.versus and other.model:text() == record.model:text() then return true end
      if record.vague_versus and other.versus and not other.vague_versus then return true end
    end
  end
  return false
end

-- Whether two records may be of one test: what names it shares a word, or one of them names none of its own.
local word <const> = re.compile [[[가-힣]{2,}|[A-Za-z]{2,}]]
local function named(record)
  local b <const> = not record.borrowed and record.benchmark or nil
  if type(b) ~= "table" then return b and b:text() end
  return b[1]:text() .. " " .. b[2]:text()
end
-- `성능을 104%로 끌어올렸다`: more than all of another on the whole
local whole <const> = re.compile [[(?:성능|수준|평균)$]]
local function same_test(a, b)
  local x <const>, y <const> = named(a), named(b)
  if not x or not y or b.versus and (whole:test(x) or whole:test(y)) then return true end
  for w in word:gmatch(x) do
    if y:find(w[0], 1, true) then return true end
  end
  return false
end

function distinct.of(records)
  local seen <const> = {}
  local result <const> = {}
  for _, r in ipairs(records) do
    local id <const> = identity(r)
    local first <const> = seen[id]
    if (not first or first.sentence == r.sentence or not same_test(first, r)) and not told_better(r, records) then
      seen[id] = r
      result[#result + 1] = {
        model = r.model, benchmark = r.benchmark, score = r.score, unit = r.unit, versus = r.versus, at = r.at,
      }
    end
  end
  return result
end

return distinct
