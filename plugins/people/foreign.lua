-- Foreign names: found by their given name or by the country before the office.
local re <const> = require "re"
local names <const> = require "ko.names"
local titles <const> = require "ko.titles"
local particles <const> = require "ko.particles"

local foreign <const> = {}

-- 도널드 | 그린필드 미국 대통령(은)
local tail <const> = re.compile("^(?<last>(?:\\s(?!최고\\s)[가-힣]{1,7}(?<![을를은는의도])){1,2}?)(?:\\([^()]{1,30}\\))?\\s(?<org>(?:최고\\s)?(?:" .. particles.NOUN .. "\\s){0,7}?)(?<title>" .. titles.WORD .. ")"
  .. "(?<more>\\s" .. titles.WORD .. ")?")
-- 일론 하퍼는: no title, a particle behind the second word.
local bare <const> = re.compile "^\\s[가-힣]{2,7}?(?=(?:은|는|이|가|의|도|과|와|에게|께서)(?![가-힣]))"

local function is_title(span)
  local _, tag <const> = titles.heads:ends(span)
  return tag == "title"
end

local before_first <const> = re.compile "(?:^|[.\\n\"”’] ?)([가-힣]{2,4}) $"

local any_before <const> = re.compile "(?<![가-힣])([가-힣]{2,5}) $"

local hangul_before <const> = re.compile "[가-힣A-Za-z]$"

local function add(people, name, org, title, more)
  if more and is_title(more) then title = title:hull(more) end
  people:add(name, name:hull(title), #org > 0 and org or nil, title, #org > 0 and org:hull(title) or title)
end

function foreign.scan(body, people)
  for first, tag in names.first:each(body) do
    if not hangul_before:test(first:before(1)) then
      local rest <const> = first:after(60)
      local m <const> = tail:match(rest)
      if m and is_title(m.title) then
        -- 라이칭더 | 대만 총통, 다카이치 사나에 | 일본 총리: a country is no family name; that stands before, or nowhere
        local country <const> = names.countries:has(m.last:trim()) ~= nil
        -- 알렉스 앨버트 해오름테크 총괄: the given name stands before one that is a given name too
        local before <const> = (country and any_before or before_first):match(first:before(10))
        local fits <const> = before and first:chars() >= 2 and (country and names.first:has(before[1]) or not country and names.foreign_word(before[1]))
        local given <const> = fits and before[1]
        if given or country then add(people, (given or first):hull(first), m.last:hull(m.org):trim(), m.title, m.more)
        else add(people, first:hull(m.last), m.org:trim(), m.title, m.more)
        end
      elseif tag ~= "title" then
        local last <const> = bare:find(rest)
        if last then people:add(first:hull(last), first:hull(last)) end
      end
    end
  end
end

return foreign
