-- Names that the company of others shows: listed with systems that are known, or with a figure each where a text compares so many.
local re <const> = require "re"
local words <const> = require "words"

local listed <const> = {}

local makers <const> = words.file "ai/developers.txt"

-- `챗GPT, 제미나이, 누리 AI탭, 새벽 검색을 대상으로`: what is listed with two that are known.
local compared <const> = re.compile [[(?:[을를]|에게?)\x20(?:[^.,]{0,12}\x20)?(?:대상|비교|시험|평가|읽|물어|물었|풀)]]
local list <const> = re.compile([[(?<=,\x20)(?<items>(?:[가-힣A-Za-z][가-힣A-Za-z0-9.\-]*(?:\x20[가-힣A-Za-z0-9][가-힣A-Za-z0-9.\-]*){0,2},\x20){1,12}[가-힣A-Za-z][가-힣A-Za-z0-9.\-]*?(?:\x20[가-힣A-Za-z0-9][가-힣A-Za-z0-9.\-]*?){0,2})
  (?:\x20등(?:\x20[^,.]{1,16})?)?$]], "x")
local LONGEST <const> = 160
-- How far before the second item of a list the first may begin, in bytes.
local FIRST <const> = 40
local list_item <const> = re.compile [[[^,]+]]
local function by_list(place, known, found)
  if #known < 2 then return end
  local next_known = 1
  for verb in compared:gmatch(place) do
    local items <const> = list:match(verb[0]:before(LONGEST))
    local sure = 0
    while items and known[next_known] and known[next_known].span.start < items.items.stop do
      if known[next_known].span.start >= items.items.start - FIRST then sure = sure + 1 end
      next_known = next_known + 1
    end
    if sure >= 2 then
      for item in list_item:gmatch(items.items) do found[#found + 1] = item[0]:trim() end
    end
  end
end

-- `탐지기 4종을 비교했다. … 누리크스는 88.3%, GPT제로는 81.9%`: what takes figures in a row, where a text compares so many systems.
local kinds <const> = re.compile [[(?:탐지기|챗봇|번역기|생성기|LLM|언어\x20?모델|AI\x20모델|생성형\x20AI|AI\x20서비스|AI\x20검색|AI)(?:\([^()]*\))?(?:\x20서비스)?\x20?(?:\d+|두|세|네|다섯|여섯|일곱|여덟)\x20?(?:종|개|곳|가지)]]
local in_row <const> = re.compile([[(?<![가-힣A-Za-z0-9])(?:[가-힣A-Za-z][가-힣A-Za-z0-9.\-]+[은는이가]\x20\d[\d.]*\x20?(?:점|%)(?:(?:[을를]|으?로)?,\x20|(?:였|이었)고\x20|이며\x20)){1,6}[가-힣A-Za-z][가-힣A-Za-z0-9.\-]+[은는이가]\x20\d[\d.]*\x20?(?:점|%)]], "x")
local row_item <const> = re.compile [[(?<![가-힣A-Za-z0-9.\-])([가-힣A-Za-z][가-힣A-Za-z0-9.\-]+)[은는이가]\x20\d]]
local no_row <const> = re.compile [[(?:어|암|증|염|병|질환|방언|과목|학|율|률|도|점수|수|한국|미국|중국|일본|국인|평균|사람|학생|대학|전자|은행|증권|통신|그룹|업체|기업|결과|비율|문항|문제)$]]
local function by_row(place, found)
  local first <const> = kinds:find(place)
  if not first then return end
  for m in in_row:gmatch(place:from(first)) do
    for i in row_item:gmatch(m[0]) do
      if not no_row:test(i[1]) and not makers:has(i[1]) then found[#found + 1] = i[1] end
    end
  end
end

-- More than an article compares: then the lists are of something else.
local MOST <const> = 60

-- What may be a name, as spans. `known`: the mentions of systems that the lists know; `speaks`: the place introduces others.
function listed.of(place, known, speaks)
  local found <const> = {}
  by_list(place, known, found)
  if speaks then by_row(place, found) end
  return #found <= MOST and found or {}
end

return listed
