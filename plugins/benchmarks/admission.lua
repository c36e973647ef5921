-- Which figures are scores of a system at all. Most are not: shares, prices, users, savings, goals, people's scores.
local re <const> = require "re"
local measures <const> = require "measures"

local admission <const> = {}

local bare_score <const> = re.compile [[평점|점수|지수|스코어|[Ii]ndex]]
local bare_before <const> = re.compile [[[은는이가]\x20(?:평균\x20)?$]]
local best_of <const> = re.compile [[^[^.]{0,30}(?:가장\x20|1위|최고|앞[서섰]|우위|능가|우수|제쳤|높은)]]
local rank_of_test <const> = re.compile [[벤치마크|지수|리더보드|랭킹|아레나|지표|성능|능력|항목|평가|테스트|정확도|Index|Arena|Bench|모델\x20(?:중|가운데)]]

-- `만점 또는 1등급`, `일부 만점`: no value that holds for all.
local either <const> = re.compile [[^\x20?(?:또는|혹은|이나|내지)]]
local some <const> = re.compile [[일부\x20$]]
-- `42점 만점에 35점`: the first is the scale.
local scale <const> = re.compile [[^\x20?만점]]
local out_of <const> = re.compile [[^(?:에|\x20기준)\x20]]

-- The clause a figure stands in: from the figure, the comma or the ending before it to a little behind it.
local clause_end <const> = re.compile [[.*(?:[,.]\x20|[가-힣](?:으?며|지만|하고|은데|는데|이고|해)\x20)]]
local rest_of_clause <const> = re.compile [[^[^,.]{0,18}?(?=[,.]|(?:고|며|지만)\x20|$)|^[^,.]{18}]]

local function clause(v, previous, sentence)
  local from = sentence:upto(v.span)
  if previous and previous.span.stop <= v.span.start then from = from:from(previous.span) end
  local cut <const> = clause_end:find(from)
  if cut then from = from:from(cut) end
  return from:hull(rest_of_clause:find(sentence:from(v.span)) or v.span)
end

-- What of a place stands behind the systems it names before a figure:
--   `H200은 수출이 막힌 H20보다 성능이 6배 높다` → `성능이 6배 높다`
function admission.behind_systems(place, mentions, v)
  for _, m in ipairs(mentions) do
    if m.span.stop <= v.span.start and place:contains(m.span) then place = place:from(m.span) end
  end
  return place
end

-- `3배 크고`, `10배 빠르다`: size and speed.
local larger <const> = re.compile [[^\x20?(?:더\x20)?(?:큰|크[고지며다]|작[은고]|많[은고]|빠[르른]|빨[라랐]|긴|늘[었린어])]]

-- `카나나 3.61, 라마 3.13`
local function right_behind_name(v, mentions)
  for _, m in ipairs(mentions) do
    if m.span.stop < v.span.start and m.span:between(v.span):is " " then return true end
  end
  return false
end

-- `13개 중 10개 부문에서 1위`: the count says it.
local of_best <const> = re.compile [[\d(?:개|종|가지)(?:\x20[가-힣]{2,4})?(?:에서|의)?\x20$]]

local function fits_unit(v, scene, near)
  local sentence <const> = scene.span
  local behind <const> = sentence:from(v.span)
  if v.kind == "배" and (not measures.quality(sentence) or larger:test(behind)) then return false end
  if v.kind == "%" or v.kind == "배" or v.difference then return not measures.saving(near) end
  local before <const> = sentence:upto(v.span)
  if v.kind == "위" then return (scene.chained or rank_of_test:test(sentence)) and not of_best:test(before) end
  if v.whole then return best_of:test(behind) end
  if v.word then return not (either:test(behind) or some:test(v.span:before(4)) or out_of:test(behind)) end
  if not v.unit and not v.area then
    return bare_score:test(sentence) and (bare_before:test(before) or right_behind_name(v, scene.mentions))
  end
  return not scale:test(behind)
end

-- Is the figure a score? `previous` is the figure before it in the sentence.
function admission.test(v, previous, scene, config)
  local sentence <const> = scene.span
  local window <const> = clause(v, previous, sentence)
  local near <const> = admission.behind_systems(window, scene.mentions, v)
  if v.rough and v.kind ~= "등급" and not config.rough then return false end
  if measures.market(v.kind == "위" and sentence or window) then return false end
  if measures.trade(near) or measures.people(near) then return false end
  if measures.goal(sentence:upto(v.span), sentence:from(v.span)) then return false end
  return fits_unit(v, scene, near)
end

return admission
