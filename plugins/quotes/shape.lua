-- Names that only their shape and their neighbours tell, at the end of a stretch: 감독 한가람, 국경오 · 나탈리아 가제바 · 주민 랄 욱 탕.
local re <const> = require "re"
local titles <const> = require "ko.titles"
local names <const> = require "ko.names"

local shape <const> = {}

-- 감독 한가람, 국경오는: a Korean name behind another name's comma, or behind the noun that says what the person is.
---@param word Span
---@return boolean
function shape.listed(word)
  if not names.shaped(word) then return false end
  local before <const> = word:before(12)
  if before:ends(", ") or before:ends("·") then return true end
  local noun <const> = re.find("[가-힣]+(?=\\s$)", before)
  local kind <const> = noun and titles.kind(noun)
  return kind == "title" or kind == "person"
end

local word_before <const> = re.compile "(?<![가-힣A-Za-z0-9])[가-힣]{1,7}\\s$"

-- SNS 계정인 | 위위안탄톈, 또 다른 샤먼인 | 시메온; but 웨인, 후세인, 슈타인, 제인
local copula <const> = re.compile "(?<![세라웨케제테타아카다마메파와레])인$"

-- The foreign name of two words that ends with `word`, or nil.
---@param stretch Span
---@param word Span
---@return Span?
function shape.foreign_pair(stretch, word)
  if not names.foreign_word(word) then return nil end
  local given <const> = word_before:find(stretch:upto(word))
  if not given then return nil end
  local first <const> = given:chop(1)
  -- 후원 자체가 | 불법은: a noun with its particle
  if copula:test(first) or (first:ends("가") or first:ends("이")) and names.noun(first:chop(1)) then return nil end
  -- 가디언볼트의 | 존 피니는
  if names.foreign_word(first) or names.brief:test(first) then return given:hull(word) end
  -- 애널리스트 | 스테이시 라스곤: a given name that only ends like a body, behind what the person is
  if first:chars() > 2 and titles.kind(first) == "organization" and not names.places:has(first) and shape.of_person(stretch:upto(given)) then
    return given:hull(word)
  end
end

-- 주민 | 술레이만 카가라는: a noun that says what the person is.
local of_person <const> = re.compile "(?:주민|시민|대표|애널리스트|이코노미스트|교수|기자|작가|감독|가수|배우|선수|의원|대변인|분석가|전문가|연구원|변호사|활동가|운동가|직원|소유주|남성|여성|학생|교사|의사|농부|상인|관광객|생존자|목격자|피해자)\\s$"

---@param before Span  what stands before the name
---@return boolean
function shape.of_person(before) return of_person:test(before) end

-- 주민 | 랄 욱 탕(80)은, 장교인 | 자우 툰은: names of short words, behind what the person is.
local words_before <const> = re.compile "(?<![가-힣])(?:[가-힣]+\\s){2,4}$"
local ends_noun <const> = re.compile "[의은는을를에과와도]$"

local adnominal <const> = re.compile "[한던된온난]$"
local aged <const> = re.compile "^\\([0-9]{1,3}[)·,세]"

-- The whole of a name whose last short word is `word`, or nil.
---@param stretch Span
---@param word Span
---@return Span?
function shape.strung(stretch, word)
  if #word > 9 and not word:after(1):is("(") or names.shaped(word) then return nil end
  local before <const> = words_before:find(stretch:upto(word):right(24))
  local name = word
  local rest = before and before:chop(1)
  while rest do
    local last <const> = re.find("[가-힣]+$", rest)
    local kind <const> = titles.kind(last:ends("인") and last:chop(1) or last)
    if kind == "person" or kind == "title" then return #name > #word and name or nil end
    -- 출마한 | 우 쿄 민텟(30)은: an age behind it
    if #name > #word and adnominal:test(last) and aged:test(word:after(5)) then return name end
    if #last > 9 or ends_noun:test(last) then return nil end
    name = last:hull(word)
    rest = rest:has(" ") and rest:upto(last):chop(1) or nil
  end
end

return shape
