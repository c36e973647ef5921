-- People whom a bracket names behind the body they head: 은평구(구청장 한가람), 형사합의11부(재판장 윤서진), 특검팀(특별검사 강보라).
local re <const> = require "re"
local names <const> = require "ko.names"
local office <const> = require "office"

local bracketed <const> = {}

local headed <const> = re.compile("\\((?<title>[가-힣]{2,8}) (?<name>" .. names.FULL .. ")(?:[,·][^()]{0,20})?\\)")
-- The body is the word before the bracket; a title there is another's: 국회의원(대구 달성군).
local body_before <const> = re.compile "[^\\s(),·'‘’\"“”]+$"

---@param body Span
---@param people table  the registry
function bracketed.scan(body, people)
  for m in headed:gmatch(body) do
    local title <const> = office.title_of(m.title)
    if title and #title == #m.title and #m.name >= 9 and names.shaped(m.name) then
      local org <const> = body_before:find(m[0]:before(20))
      local heads <const> = org and not office.title_of(org)
      people:add(m.name, title:hull(m.name), nil, title, title, heads and org or nil)
    end
  end
end

return bracketed
