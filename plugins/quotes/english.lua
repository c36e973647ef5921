-- Speakers of English quotes, as the English pages of Korean papers have them: “…,” said Lee Da-on, head of …
local re <const> = require "re"

local english <const> = {}

local NAME <const> = "[A-Z][A-Za-z'’.-]+(?:\\s(?:[a-z]{2,3}\\s)?[A-Z][A-Za-z'’.-]+){0,6}"
local NOUN <const> = "(?:an?|the|another|one)\\s[A-Za-z][A-Za-z' -]{2,50}?"
local SAID <const> = "(?:said|says|added|told|explained|noted|wrote|stressed|argued|warned|replied|continued|stated|read|reported|warned|urged|emphasized|claimed|insisted|pledged|vowed|pointed out|highlighted|described|criticized|called|was quoted as saying|were quoted as saying)"
local END <const> = "(?=,|\\.\\s|\\.$|\\s(?:who|in|at|on|after|during|when|as|from|to|of|that|while)\\s)"

-- “…,” said an industry source who …
local inverted <const> = re.compile("^,?\\s?" .. SAID .. "\\s(?<who>" .. NAME .. "|" .. NOUN .. ")" .. END)
-- “…,” Lee said.
-- “…,” assistant counsel Kim Da-on said. “…,” Lee Da-on, an analyst at …, told reporters.
local plain <const> = re.compile("^,?\\s?(?:[a-z]+\\s){0,3}?(?<who>" .. NAME .. "|[Tt]he\\s(?:[a-z]+(?:\\s[a-z]+)?|[A-Z]{2,})|state media)(?:,\\s[^,“”\"]{3,80},)?\\s" .. SAID .. "\\b")
-- “…,” according to the KCNA.
local source <const> = re.compile("^,?\\s?according to (?<who>" .. NAME .. "|the\\s[A-Z]{2,})\\b")
-- Lee Da-on, head of the committee, said, “…”
local ahead <const> = re.compile("(?:^|[.”\"]\\s?)(?:But\\s|And\\s|However,\\s)?(?<who>" .. NAME .. "|(?:An?|The|Another|One)\\s[a-z' -]{3,50}?)(?:\\sof\\s(?:the\\s)?[A-Z][A-Za-z]+(?:\\s[A-Z][A-Za-z]+)*)?(?:,\\s[^,]{3,80},)?(?:\\sin [^,“”\"]{3,80},)?\\s"
  .. "(?:also\\s|later\\s)?" .. SAID .. "[^“”\".]{0,220}$")
-- The owner issued an apology, writing, “…”
local clause <const> = re.compile("(?:^|[.”\"])\\s*(?:But\\s|And\\s|However,\\s)?(?<who>(?:An?|The)\\s[a-z]+(?:\\s[a-z]+)??|" .. NAME .. ")\\s[^“”\".]{3,160},\\s(?:writing|saying|adding|noting|stressing|arguing|calling|warning|urging)\\b[^“”\".]{0,80}$")

local latin <const> = re.compile "^[,.]?\\s?[A-Za-z]"
local title <const> = re.compile "^(?:[A-Z][A-Za-z]+\\s){0,4}?(?:Mr|Ms|Mrs|Dr|President|Minister|Chairman|CEO|Prof|Professor|Gov|Sen|Rep|Mayor|Governor|Director|Spokesperson|Secretary)\\.?\\s"
local link <const> = re.compile "^(?:But|And|However,?)\\s(?:the\\s)?"
local pronoun <const> = re.compile "^(?:He|She|They|It|We|I|The)$"

-- Lee is Lee Da-on, where the body has that.
---@return Span?
local function full(who, body)
  local but <const> = link:find(who)
  if but then who = who:from(but) end
  local skip <const> = title:find(who)
  if skip then who = who:from(skip) end
  if pronoun:test(who) then return nil end
  if who:has(" ") then return who end
  local longer <const> = re.find("(?<!By )\\b" .. re.escape(who:text()) .. "\\s[A-Z][a-z]+(?:-[a-z]+|\\s[A-Z][a-z]+)?", body)
  return longer or who
end

-- The speaker that the stretch before a quote or the one behind it names in English, or nil.
---@param before Span
---@param after Span
---@param body Span
---@return Span?
function english.speaker(before, after, body)
  local m
  if latin:test(after:left(3)) then m = inverted:match(after) or plain:match(after) or source:match(after) end
  if not m and re.test("[a-z,]\\s$", before:right(2)) then m = ahead:match(before) or clause:match(before) end
  return m and full(m.who, body)
end

return english
