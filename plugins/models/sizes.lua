-- How many parameters a model has.
--   `매개변수 5000억개(500B) 규모의 초거대 AI 모델 'A.X K1'`   `236B(매개변수 2360억개) 규모의 'K-엑사원'`
--   `솔라는 매개변수가 1000억개에 달한다`   `라마 3.1은 총 80억개의 파라미터로 구성된다`   and the size in a name, `32B`
local re <const> = require "re"
local numbers <const> = require "ko.numbers"
local inventory <const> = require "ai.inventory"

local sizes <const> = {}

local count <const> = numbers.pattern .. [[(?<=[만억조])]]
local latin <const> = [[\d+(?:\.\d+)?[BT](?![A-Za-z])]]
local noun <const> = [[(?:매개변수|파라미터)]]

local stated <const> = re.compile([[
    ]] .. noun .. [[(?:\([^()]{1,12}\))?(?:\x20?(?:수|규모))?[가는은를만]?\x20?(?:총\x20?|약\x20?|무려\x20?
      |최대\x20?){0,2}(?<a>]] .. count .. "|" .. latin .. [[)
  | (?<b>]] .. count .. "|" .. latin .. [[)(?:\x20?개)?(?:\([^()]{1,16}\))?(?:\x20?이상)?(?:의
    |에\x20달하는)?\x20?]] .. noun .. [[
  | (?<c>]] .. count .. "|" .. latin .. [[)(?:\x20?개)?\(]] .. noun .. [[
  | (?<d>]] .. latin .. [[)(?:\(\d[\d,.천백만억조]*\x20?개?\))?\x20?(?:규모|급|(?:초거대\x20|거대\x20)?(?:AI\x20)?모델)]], "x")

-- Not this model's size: what is active at a time, what is planned, what others have.
local not_it <const> = re.compile [[^[^.]{0,30}(?:활성|목표|계획|예정|방침|키우|키울|늘려|늘릴|확장|진화|미만|이하|보유한\x20(?:국가|나라|곳)|만\s?보유|필요|\d\s?배)]]

-- The size written in a name, or nil.
local in_name <const> = re.compile [[(?<![A-Za-z0-9.])(?<n>\d+(?:\.\d+)?[BT])(?![A-Za-z0-9])]]
function sizes.in_name(name)
  local m <const> = in_name:match(name)
  return m and numbers.parse(tostring(m.n)) or nil
end

-- Between a size and the name that it describes: `규모의 초거대 AI 모델 '`.
local describes <const> = re.compile [[^(?:\x20?개)?(?:\([^()]{1,20}\))?(?:(?![^\s]*(?:[은는]|다[.])\x20)[^.,]){0,46}$]]

-- The mention of its sentence that a size belongs to: the name it describes behind it, else the name before it.
local function owner(m, span, mentions)
  local before, behind
  for _, mention in ipairs(mentions) do
    if mention.span:contains(span) then return nil end      -- the size within a name
    if mention.span.stop <= m[0].start then
      before = mention
    elseif not behind and mention.span.start >= m[0].stop then
      behind = mention
    end
  end
  if behind and describes:test(span:between(behind.span)) then return behind end
  return before
end

-- Fills sizes by system: { [system] = number }, the first that the text states for each.
function sizes.stated(doc, inv)
  local found <const> = {}
  for m in stated:gmatch(doc.body) do
    local span <const> = m.a or m.b or m.c or m.d
    local sentence <const> = doc.sentence_of(m[0])
    if sentence and not not_it:test(sentence:from(m[0])) then
      local mention <const> = owner(m, span, inventory.within(inv, sentence))
      local n <const> = numbers.parse(span)
      -- Below a million it is no count of parameters but of something else beside the word.
      if mention and n and n >= 1e6 and not found[mention.system] then found[mention.system] = n end
    end
  end
  return found
end

return sizes
