-- What other places of the text tell of a word: that it is somebody's name, a noun, or there but once.
local re <const> = require "re"
local titles <const> = require "ko.titles"
local names <const> = require "ko.names"
local shape <const> = require "shape"

local elsewhere <const> = {}

-- What tells of a word: all of an article; of a book what is near, or each word would take a search of the whole.
local LONG <const> = 65536   -- bytes
local REACH <const> = 4000   -- code points on either side, the length of a long article
local function text_around(word, body)
  return #body <= LONG and body or word:before(REACH):hull(word:after(REACH))
end

local ARTIST <const> = "(?:가수|배우|개그맨|개그우먼|코미디언|유튜버|래퍼|방송인|멤버|스트리머|틱톡커|DJ|싱어송라이터|뮤지션|크리에이터|인플루언서)"
local artist <const> = re.compile("(?<![가-힣])" .. ARTIST .. "(?= $)")
local any_artist <const> = re.compile("(?=[가배개코유래방멤스틱D싱뮤크인])" .. ARTIST .. " ")
local borne <const> = re.compile "^(?:[은는이가의도]|씨|\\()(?![가-힣])"
-- What an artist does and is: 가수 활동은, 배우 전원은.
local no_stage_name <const> = re.compile "^(?:활동|생활|데뷔|인생|출신|전원|모두|일부|본인|자신|경력|역할|연기|지망생|섭외|복귀|은퇴|계약|논란|의혹|사건|문제|교체|탈퇴|구성|변화|콘서트|무대|신곡|.*공연|.*[0-9].*)$"

-- Whether the text speaks of an artist at all.
---@param body Span
function elsewhere.artists(body) return any_artist:test(body) end

-- The first place where a word stands behind what an artist is, as a name, and that calling.
---@param word Span
---@return Span?, Span?
function elsewhere.artist(word, body)
  if #word < 6 or #word > 24 or no_stage_name:test(word) then return nil end
  local text <const> = word:text()
  local rest = text_around(word, body)
  local place = rest:find(text)
  while place do
    local calling <const> = artist:find(place:before(8))
    if calling and borne:test(place:after(2)) then return place, calling end
    rest = rest:from(place)
    place = rest:find(text)
  end
end

-- 케네스 하퍼(65), 미라 라타나(Mira Ratana): an age or letters in brackets close a name; 스즈키 하나에(鈴木花江·24) begins with the family's.
local closed <const> = re.compile "^\\((?:[0-9]{2}[)·,세]|[A-Z][a-z]+ [A-Z])"
-- 욧차난 웡사왓(46): in Thailand the first name is used.
local opens_name <const> = re.compile "^ (?<other>[가-힣]{1,7})\\((?:\\p{Han}{3,5}[)·,]|(?<age>[0-9]{2}[)·,세]))"

-- The foreign name of two words that a family name ends, where the text has it before, behind what the person is or with an age; or begins.
---@param word Span
---@return Span?
function elsewhere.introduced(word, body)
  local text <const> = word:text()
  if not names.foreign_word(word) then return nil end
  local rest = text_around(word, body)
  local place = rest:find(text)
  while place do
    local before <const> = place:before(24)
    local pair <const> = shape.foreign_pair(before, place)
    local behind <const> = place:after(15)
    if pair and closed:test(behind) then return pair end
    local m <const> = opens_name:match(behind)
    if m and (not m.age or m.other:chars() > 2 and names.foreign_word(m.other)) then return place:hull(m.other) end
    -- 후보로 | 하나르, 총책이 | 이끄(는): no given name
    local noun <const> = pair and not re.test("^\\S+[이가로]\\s", pair) and re.find("[가-힣]+(?= $)", pair:before(8))
    local kind <const> = noun and titles.kind(noun)
    if kind == "title" or kind == "person" then return pair end
    rest = rest:from(place)
    place = rest:find(text)
  end
end

-- Whose name the body has behind what he is: 장남 | 한다온 씨.
---@param noun Span
---@param body Span
---@return Span?
function elsewhere.named(noun, body)
  local m <const> = re.match(noun:text() .. "(?:인)? (?<name>[가-힣]{3})(?=[은는이가의도과와, (]| ?씨)", body)
  return m and names.shaped(m.name) and m.name or nil
end

-- Whether the body has a word in one place only.
---@param word Span
function elsewhere.once(word, body)
  local text <const> = word:text()
  local near <const> = text_around(word, body)
  local place <const> = near:find(text)
  return place ~= nil and place == near:rfind(text)
end

-- Whether the body has a word in three places or more.
---@param word Span
function elsewhere.often(word, body)
  local text <const> = word:text()
  local rest, count = text_around(word, body), 0
  local place = rest:find(text)
  while place and count < 3 do
    count = count + 1
    rest = rest:from(place)
    place = rest:find(text)
  end
  return count >= 3
end

local noun_behind <const> = re.compile "^(?:[가이를을의와과] |신문|통신|방송|일보|전자|그룹| 측)"

-- Whether the body uses a word as a noun elsewhere: 뽀로로가, so 뽀로로는 is a topic and no 으로는; 마이니치신문, so 마이니치는 is one.
---@param word Span
---@param body Span
---@param known table<string, boolean>  what was found before
function elsewhere.noun(word, body, known)
  if word:chars() < 3 then return false end
  local text <const> = word:text()
  if known[text] ~= nil then return known[text] end
  local rest, found = text_around(word, body), false
  local place = rest:find(text)
  while place and not found do
    found = noun_behind:test(place:after(2))
    rest = rest:from(place:left(1))
    place = rest:find(text)
  end
  known[text] = found
  return found
end

return elsewhere
