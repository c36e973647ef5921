-- Foreign names: found by their given name or by the country before the office.
local re <const> = require "re"
local names <const> = require "ko.names"
local titles <const> = require "ko.titles"
local particles <const> = require "ko.particles"

local foreign <const> = {}

-- 도널드 | 그린필드 미국 대통령(은)
local tail <const> = re.compile("^(?<last>(?:\\s(?!최고\\s)[가-힣]{1,7}(?<![을를은는의도])){1,2}?)(?:\\([^()]{1,30}\\))?\\s(?<org>(?:최고\\s)?(?:" .. particles.NOUN .. "\\s){0,5}?)(?<title>" .. titles.WORD .. ")"
  .. "(?<more>\\s" .. titles.WORD .. ")?")
-- 일론 하퍼는: no title, a particle behind the second word.
local bare <const> = re.compile "^\\s[가-힣]{2,7}?(?=(?:은|는|이|가|의|도|과|와|에게|께서)(?![가-힣]))"

local function is_title(span)
  local _, tag <const> = titles.heads:ends(span)
  return tag == "title"
end

local hangul_before <const> = re.compile "[가-힣A-Za-z]$"

function foreign.scan(body, people)
  for first, tag in names.first:each(body) do
    if not hangul_before:test(first:before(1)) then
      local rest <const> = first:after(60)
      local m <const> = tail:match(rest)
      if m and is_title(m.title) then
        local org = m.org:trim()
        local title = m.title
        if m.more and is_title(m.more) then title = title:hull(m.more) end
        people:add(first:hull(m.last), first:hull(title), #org > 0 and org or nil, title, #org > 0 and org:hull(title) or title)
      elseif tag ~= "title" then
        local last <const> = bare:find(rest)
        if last then people:add(first:hull(last), first:hull(last)) end
      end
    end
  end
end

return foreign
