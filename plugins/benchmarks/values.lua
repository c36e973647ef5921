-- Values as a sentence gives them: `72.03점`, `104%`, `1등급`, `7위`, `5배`, `두 배`, `만점`, `13개 항목 중 11개`, `평점은 3.61로`, `AUROC 0.962`.
local re <const> = require "re"
local numbers <const> = require "ko.numbers"

local values <const> = {}

-- Units, each with the syllables that make it another word (`포인트`, `10위원회`, `3배터리`, `4점포`).
local unit <const> = [[점(?!포|등|유|수|심|검|령|차|주|원|장|멸|막|입|진|철|성|자|선)|%p|%포인트|퍼센트포인트|%|퍼센트
  |위(?!원|안|험|치|해|한|축|생|기|성|반|협|권|법|탁|메|층)|등급|배(?!당|터|송|달|치|경|우|급|출|정|포|럭|관|열|상|부|율|후|분)]]

local value <const> = re.compile([[
    (?<![\d.,])(?:\d+점\x20)?(?<word>만점)(?!에\x20\d)
  | (?<![\d.,A-Za-z~∼])(?<num>]] .. numbers.pattern .. [[)\x20?(?<unit>]] .. unit .. [[)
  | (?<![가-힣])(?<native>두|세|네|다섯|여섯|일곱|여덟|아홉|열)\x20?(?<times>배)(?![가-힣])
  | (?:AUROC|AUC|F1)(?:\x20?(?:점수|스코어))?[은는이가]?\x20(?<area>[01]\.\d+)
  | (?<total>\d+)(?:개|종|가지)[^.,\d]{0,30}?(?:중|가운데)\x20(?<part>\d+)(?<of>개|종|가지)(?:\x20[가-힣]{2,4})?(?=에서|의\x20
    |[를을]\x20|\x20(?:1위|최고))
  | (?<![\d.,A-Za-z~∼])(?<bare>\d+\.\d+)(?=[을를]\x20(?:기록|받|얻|획득|달성)|으?로\x20(?:집계|나타|측정|평가|조사)|,\x20)
]], "x")

-- What makes a figure rough or a range: `97점 이상`, `80~90%`, `30%가량`, `50%를 넘은`, `3위 수준`, `90점대`. `103% 수준` is as exact as `103%`.
local rough_behind <const> = re.compile [[^(?:\x20?(?:이상|이하|미만|안팎|내외|가까|가량|남짓|정도|[을를]\x20(?:넘|웃[돌도]|상회|돌파)|\x20넘[게는])|대(?!비|회)|[~∼]\d|권)]]
local rough_rank <const> = re.compile [[^\x20?수준]]
local range_before <const> = re.compile [[\d[~∼]$]]
local from_to <const> = re.compile [[^에서\x20(?:약\x20)?\d]]     -- `92%에서 97%로`: where it started

-- `1점 높은`, `2.5%p 앞선`, `3점 차로`: the value is a difference.
local difference <const> = re.compile [[^\x20?(?:이나\x20|가량\x20)?(?:더\x20)?(?:차|높|낮|앞|뒤|웃돌|밑돌|넘어)]]

local function entry(m)
  local v <const> = { span = m[0], unit = m.unit or m.times or m.of }
  if m.num then
    v.score = numbers.parse(m.num)
  elseif m.word then
    v.score, v.word, v.kind = m.word:text(), true, "만점"
  elseif m.native then
    v.score = numbers.parse(m.native)
  elseif m.area then
    v.score, v.span, v.kind, v.area = numbers.parse(m.area), m.area, "점", true
  elseif m.part then
    v.score, v.span, v.kind, v.whole = numbers.parse(m.part), m.part:hull(m.of), "개", m[0]
  else
    v.score, v.kind = numbers.parse(m.bare), "점"
  end
  v.kind = v.kind or v.unit:text()
  if v.kind == "퍼센트" then v.kind = "%" end
  return v
end

-- The values of a sentence, in order.
function values.of(sentence)
  local list <const> = {}
  for m in value:gmatch(sentence) do
    local v <const> = entry(m)
    local behind <const> = v.span:after(12)
    v.rough = rough_behind:test(behind) or v.kind == "위" and rough_rank:test(behind)
    v.difference = not v.word and difference:test(behind)
    if v.score and not range_before:test(v.span:before(2)) and not from_to:test(behind) then list[#list + 1] = v end
  end
  return list
end

-- Where something like a value stands: a cheap look at the whole text, before sentences are read with care.
local hint <const> = re.compile [[\d\x20?(?:점|%|퍼센트|위|등급|배|개에서|개\x20부문)|만점|[두세네]\x20?배|\d\.\d+(?:[을를]|으?로)\x20]]
function values.hints(place) return hint:gmatch(place) end

-- In the sentences behind one that names the test, points, full marks and ratios need no word for it, nor do figures
-- right behind a subject.
--   `이 지수에서 A는 44점을 기록했다. B는 43점을 받았다.`   `영어와 한국사는 만점을 기록했다.`   `B와 비교해도 103% 높은 수치다.`
--   `A는 92.4%를 기록했다. B는 91.9%, C는 87.0%였다.`
local following <const> = re.compile [[\d점|만점|이어\x20[^.]{0,12}\d위|(?:대비|비교|보다)[^.]{0,20}\d%|[은는이가]\x20(?:각각\x20)?\d[\d.]*%]]
function values.follows(place) return following:test(place) end

return values
