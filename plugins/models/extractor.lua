-- AI models that an article names: fullest name, other names, who made them, how many parameters they have.
--
--   lib/ai/names.lua      finds the names; lib/ai/inventory.lua tells which are the same model
--   developers.lua        `알리바바의 '큐웬3 235B'`
--   sizes.lua             `매개변수 5000억개 규모의 'A.X K1'`
local re <const> = require "re"
local inventory <const> = require "ai.inventory"
local developers <const> = require "developers"
local sizes <const> = require "sizes"

-- `중국 딥시크가`: the company, unless a version, marks or `모델` say otherwise.
-- A service counts where a version says which model it is: `챗GPT 5.0`, not `챗GPT`.
local versioned <const> = re.compile [[\d]]

local function is_model(system)
  if system.firm and not system.marked and not versioned:test(system.name) then return false end
  return system.kind == "model" or system.kind == "service" and not system.introduced and versioned:test(system.name)
end

-- Mentions by system, systems in order of their first mention.
local function by_system(inv)
  local order <const>, groups <const> = {}, {}
  for _, m in ipairs(inv.mentions) do
    local group = groups[m.system]
    if not group then
      group = {}
      groups[m.system] = group
      order[#order + 1] = m.system
    end
    group[#group + 1] = m
  end
  return order, groups
end

-- Every other way the article writes the name, each once.
local squeeze <const> = re.compile [[[\s\-·()'‘’"“”]+]]
local size_alone <const> = re.compile "^[0-9.]+B$"
local one_word <const> = re.compile "^[A-Za-z]+$"      -- `시드 32B 싱크(Think)`: a piece in the other script
local function other_names(system, mentions, name)
  local seen <const> = { [string.lower((squeeze:gsub(name:text(), "")))] = true }
  local list <const> = {}
  local function add(span)
    local key <const> = string.lower((squeeze:gsub(span:text(), "")))
    if not seen[key] then
      seen[key] = true
      list[#list + 1] = span
    end
  end
  for _, m in ipairs(mentions) do
    if not size_alone:test(m.span) then add(m.span) end
    local piece <const> = m.alias and #system.tokens > 2 and one_word:test(m.alias)
    if m.alias and system.others[m.alias:text()] and not piece then add(m.alias) end
  end
  return list
end

-- What every article that names a model has: a word for models, or one of the names that most such articles hold.
local speaks_of_models <const> = re.compile([[(?:AI|인공지능\)?|\(AI\)|언어|추론|파운데이션|LLM\)|거대|생성형)\x20?모델|LLM|(?<!챗)GPT|챗GPT.?\d|제미나이|Gemini|클로드|딥시크|DeepSeek|큐웬
  |Qwen|Llama|엑사원|EXAONE|하이퍼클로바|HyperCLOVA|A\.X|카나나|바르코|알파고|알파폴드|솔라\x20|그록]], "x")

local function extract(doc)
  if not speaks_of_models:test(doc.body) then return {} end
  local inv <const> = inventory.read(doc.body)
  if #inv.mentions == 0 then return {} end
  local order <const>, groups <const> = by_system(inv)
  local stated <const> = sizes.stated(doc, inv)
  local sentences <const> = {}
  local records <const> = {}
  for _, system in ipairs(order) do
    if is_model(system) then
      local name <const> = inventory.name(system)
      records[#records + 1] = {
        name = name,
        other_names = other_names(system, groups[system], name),
        developer = developers.of(groups[system], doc, sentences),
        parameters = stated[system] or sizes.in_name(name),
        at = groups[system][1].span,
      }
    end
  end
  return records
end

return {
  name     = "models",
  version  = "1.0.0",
  summary  = "AI models with their developer and their number of parameters",
  triggers = { "AI", "인공지능", "GPT", "언어모델" },   -- few: each one is a search of every article
  fields   = {
    { "name",        "span",         "the model's name, the fullest form in the body" },
    { "other_names", "list of span", "other ways the body writes it: short forms, the name in the other script" },
    { "developer",   "span?",        "the organisation that made it, where the body says so" },
    { "parameters",  "number?",      "the number of parameters" },
  },
  identity = { "name" },
  extract  = extract,
}
