-- Forms in which a text goes on to use a name that it has introduced: the name without marks, and short ones.
local re <const> = require "re"
local words <const> = require "words"

local forms <const> = {}

-- `카이넷 3` → `카이넷`
local version_behind <const> = re.compile [[^(.*[가-힣A-Za-z])[-\x20]?[vV]?\d[\d.]*[BM]?$]]
local before_alias <const> = re.compile [[^([가-힣][가-힣A-Za-z0-9]+)\x20?\([A-Z][^()]+\)$]]      -- `누리맵(NuriMap)` → `누리맵`
local long_enough <const> = re.compile [[^(?:[가-힣]{2,}|.*[A-Za-z]{4,}|.{5,})$]]
local everyday <const> = words.file "ko/nouns.txt"
local acronym <const> = re.compile [[^[A-Z][A-Za-z0-9.\-]{2,}$]]
local no_short <const> = re.compile [[^(?:AI|LLM|모델|인공지능|서비스)|(?:\x20(?:AI|모델|버전|시리즈))$]]
-- `라마 4 매버릭` → `매버릭`: a long last word that is the maker's own.
local own_word <const> = re.compile [[[-\x20]([가-힣]{3,})$]]
local no_own_word <const> = re.compile [[^(?:인스트럭트|플래시|파운데이션|인공지능|모델|에이전트|시스템|솔루션|서비스|코파일럿|어시스턴트|프리뷰|베이스|미디엄|플러스|라이트)]]
local function own_words(list, found)
  for _, m in ipairs(list) do
    local last <const> = own_word:match(m.span)
    if last and not no_own_word:test(last[1]) and not everyday:has(last[1]) then
      found[last[1]:text()] = found[last[1]:text()] or m.kind
    end
  end
end

-- The short forms of mentions: `list` all that a place has.
function forms.of(list)
  local found <const> = {}
  own_words(list, found)
  for _, m in ipairs(list) do
    local name <const> = m.introduced and m.span:text() or ""
    if m.introduced then found[name] = m.kind end
    local short <const> = version_behind:match(name)
    if short and long_enough:test(short[1]) and not no_short:test(short[1]) and not everyday:has(short[1]) then found[short[1]] = found[short[1]] or m.kind end
    local lead <const> = m.introduced and before_alias:match(m.span)
    if lead and long_enough:test(lead[1]) and not no_short:test(lead[1]) and not everyday:has(lead[1]) then found[lead[1]:text()] = m.kind end
    if m.introduced and m.alias and acronym:test(m.alias) then found[m.alias:text()] = m.kind end
  end
  if next(found) == nil then return nil end
  return words.set(found)
end

return forms
