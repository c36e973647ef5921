-- Bodies and unnamed sources that speak: 과기정통부는 “…”, 한 참가자가 …라며 “…”, LG AI연구원 관계자에 따르면 “…”.
-- Only what stands right before a quote as its subject is taken: elsewhere a body is spoken of, and does not speak.
local re <const> = require "re"
local titles <const> = require "ko.titles"
local phrase <const> = require "ko.phrase"

local voices <const> = {}

-- A subject with no more than two words between it and the mark: 관계자는 이날 “…”, 재판부에 따르면 “…”.
local subject <const> = re.compile "(?<word>[^\\s\"“”‘’'(),\\[\\]:/]+?)(?:\\([^()]{1,20}\\))?(?:은|는|이|가|도|에 따르면|에 의하면)(?:\\s[^\\s\"“”,]{1,8}){0,2}?\\s?$"

-- In front of what stands for somebody named before: 이 회사는, 해당 관계자는.
local referring <const> = re.compile "(?:^|\\s)(?:이|그|해당|동)\\s$"

-- Code points before a mark that are looked at: the longest phrase (phrase.lua) with two words behind it.
local REACH <const> = 70

-- What is read and not who speaks: 보고서는 “…”.
local paper <const> = re.compile "(?:보고서|성명|논평|자료|논문|법|안)$"

-- 한 의원은: names nobody. 권하늘 의원은: who holds an office by name is for the rules of people.
local somebody <const> = re.compile "^(?:한|어느|또 다른|다른|익명의|모) |관계자|소식통"

local KINDS <const> = { organization = "organization", person = "source", title = "source" }

-- The phrase and the kind of who speaks before a quote; nil where that is a person with a name, or nobody.
---@param before Span  the sentence up to the mark
---@param taken table<integer, boolean>  where the mentions of named people end
local function voice(before, taken)
  local m <const> = subject:match(before:right(REACH))
  if not m or taken[m.word.stop] then return nil end
  local tag <const> = titles.kind(m.word)
  local kind <const> = tag and KINDS[tag]
  if not kind then return nil end
  local whole <const> = phrase.of(m.word, before)
  if referring:test(whole:before(3)) or paper:test(whole) then return nil end
  if tag == "title" and not somebody:test(whole) then return nil end
  return whole, kind
end

-- Adds the bodies and sources that speak to the records of people.
---@param doc Doc
---@param people table   the registry
function voices.scan(doc, people)
  local taken <const> = {}
  for _, one in ipairs(people.list) do
    for _, mention in ipairs(one.mentions) do taken[mention.stop] = true end
  end
  for _, quoted in ipairs(doc.quoted()) do
    if quoted.mark == "double" and quoted.depth == 0 and quoted.paired then
      local sentence <const> = doc.sentence_of(quoted.whole)
      local whole, kind = voice(sentence:upto(quoted.whole), taken)
      if whole then people:add_voice(whole, kind) end
    end
  end
end

return voices
