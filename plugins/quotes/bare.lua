-- People named by a word that nothing but its neighbours, there or in another place, tells for a name.
local re <const> = require "re"
local names <const> = require "ko.names"
local titled <const> = require "titled"
local shape <const> = require "shape"
local elsewhere <const> = require "elsewhere"

local bare <const> = {}

-- 한가람 군은: a pupil by the address of pupils.
function bare.pupil(c, index)
  local word <const> = c.word
  local name <const> = (word:is("군") or word:is("양")) and re.find("[가-힣]{3}(?= $)", word:before(5))
  if name and names.shaped(name) then return titled.source(index:add(name, word, name:left(1)), word) end
  -- 나양은: 나여름양 before
  if #word ~= 6 or not (word:ends("군") or word:ends("양")) then return nil end
  local surname <const>, pupil <const> = word:left(1), word:right(1)
  if not names.surname(surname) then return nil end
  local m <const> = re.match("(?<![가-힣])(" .. surname:text() .. "[가-힣]{2}) ?" .. pupil:text() .. "(?![가-힣]{2})", word:before(2000))
  return m and names.shaped(m[1]) and titled.source(index:add(m[1], pupil, surname), word) or nil
end

-- 주민 | 느웨는: a single foreign name behind what the person is, told by a syllable that Korean words hardly have.
local strange <const> = re.compile "[느웨르스크트프드브즈츠토코쿠카캐케키터테티퍼페푸피릭렉렌렐롤룰럼런벨빌볼블셰슈쉐엘옐윌짐잭톰팀벤맥댄샘론뇨냐녜]"

local function single(c)
  local word <const> = c.word
  if c.rank == 3 and strange:test(word) and shape.of_person(c.stretch:upto(word)) and names.foreign_word(word) then
    return { speaker = word, kind = "person", place = word }
  end
end

-- 가수 나무는, 래퍼 도끼날은: a stage name may be any word, which the text has behind what the artist is.
local function stage_name(c, index)
  if c.rank < 2 and not c.near then return nil end
  if index.artists == nil then index.artists = elsewhere.artists(index.body) end
  if not index.artists then return nil end
  local name <const>, trade <const> = elsewhere.artist(c.word, index.body)
  return name and titled.source(index:add(name, trade, name), c.word)
end

-- 고고학자 모니크 하나르는 …. 하나르는 “…”: a family name, once behind the given one and what the person is.
local function introduced(c, index)
  if c.rank ~= 3 then return nil end
  local text <const> = c.word:text()
  local pair = index.pairs[text]
  if pair == nil then
    pair = elsewhere.introduced(c.word, index.body) or false
    index.pairs[text] = pair
  end
  return pair and titled.source(index:add(pair, nil, c.word), c.word) or nil
end

-- The person a word of no other kind names, or nil.
---@param c Candidate
---@param index table  people_index
---@return Source?
function bare.person(c, index) return stage_name(c, index) or introduced(c, index) or single(c) end

return bare
