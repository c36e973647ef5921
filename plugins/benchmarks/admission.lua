-- Which figures are scores of a system at all. Most are not: shares, prices, users, savings, goals, people's scores.
local re <const> = require "re"
local measures <const> = require "measures"
local parts <const> = require "parts"

local admission <const> = {}

-- `시나리오에서 초당 9120토큰`: speed counts where a test sets the task
local contest <const> = re.compile [[시나리오|실험|벤치|부문|항목|경연|시험|벤치마크|테스트|MLPerf|\([A-Z][A-Za-z]+-?\d*\)]]
local bare_score <const> = re.compile [[벤치|AIME|MMLU|GPQA|MATH|HLE|평점|점수|지수|스코어|계수|[Ii]ndex|BLEU|Elo|엘로|오류율|WER|CER|METEOR|ROUGE|AUROC|AUC|F1|정확도\x200|정확도\([^()]*\)]]
local bare_before <const> = re.compile [[(?:[은는이가]|점수|지수|평점|스코어|에서|에서는)\x20(?:평균\x20|각각\x20)?(?:\d+\.\d+,\x20)?$]]
local behind_test <const> = re.compile [[(?:벤치(?:마크)?|[A-Z][A-Za-z]*[A-Z][A-Za-z0-9\-]*|프로|다이아몬드)(?:[-\x20](?:v?\d+|[A-Z][a-z]+))?\x20$]]      -- `MATH-500 94.6, 라이브코드벤치 61.2`
local best_of <const> = re.compile([[^(?:[^.]|(?<=[\dA-Z])\.(?=[\dA-Z])){0,40}(?:가장\x20|1[위등]|선두|최고|같거나|더\x20나은|대등하거나|우세|우위|우수|높[은았게]|]] .. parts.ahead .. ")")
local solved <const> = re.compile [[^[을를]\x20(?:[가-힣]{1,6}\x20){0,3}(?:맞[혔혀히췄춰힌]|풀어|풀었|푼|해결|번역|통과|찾아|잡아|가려|걸러|막아|해[내냈]|성공|완[수료]|수행)]]
local told_count <const> = re.compile [[^(?:이었|이다|였다)]]
local all_right <const> = re.compile [[\d(?:문항|문제)(?:[이가]\x20정답|의\x20정답을)]]      -- `40문항 중 35문항, … 33문항이 정답`
local rank_of_test <const> = re.compile [[비교한\x20결과|종합\x20\d위|벤치|지수|리더보드|랭킹|아레나|지표|성능|능력|항목|평가|테스트|정확도|정답률|성공률|승률|인식률|탐지율|완수율|환각률|오류율|순위|총점|점수|시험|올림피아드|대회|만족도|Index|Arena|Bench|모델\x20(?:중|가운데)]]

-- `만점 또는 1등급`, `일부 만점`: no value that holds for all.
local either <const> = re.compile [[^\x20?(?:또는|혹은|이나|내지)]]
local some <const> = re.compile [[일부\x20$]]
-- `42점 만점에 35점`: the first is the scale.
local scale <const> = re.compile [[^\x20?만점에?|^(?:으로\x20환산|\x20중\x20\d)]]
local out_of <const> = re.compile [[^(?:에|\x20기준)\x20|^자|^\x20(?:AI|인공지능)]]
-- `50점 만점을 받았다`: the scale is the score.
local full_marks <const> = re.compile [[^\x20?만점(?:을\x20(?:받|기록|획득|얻|거)|이었|이다|$)]]
-- `벤치마크 40점, 전문가 35점 등 100점 만점으로 평가한다`: how a test is weighted
local weighting <const> = re.compile [[^[^가-힣A-Za-z]?\x20?[가-힣A-Za-z\x20]{2,16}\(\d+\x20?점\)$|\d점\x20만점(?:으로|이다|의\x20|을\x20기준)|배점|가중치|\d점만?\x20(?:반영|배정)]]

local weighted <const> = re.compile [[\d%(?:의)?\x20?(?:비중|비율로\x20(?:반영|합산|평가))|\d%(?:씩|를|을)?\x20(?:씩\x20)?반영]]     -- `벤치마크 40%, 전문가 60% 비중으로`

-- The clause a figure stands in: from the figure, the comma or the ending before it to a little behind it.
local clause_end <const> = re.compile [[.*(?:[,.]\x20|[가-힣](?:으?며|지만|하고|은데|는데|이고|해)\x20)]]
local rest_of_clause <const> = re.compile [[^[^,.]{0,18}?(?=[,.]|(?:고|며|지만|면서|으나)\x20|$)|^[^,.]{18}]]

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

-- `3배 크고`, `10배 빠르다`: size and speed. `44% 저렴`, `12% 할인`: cost.
local larger <const> = re.compile [[^(?:로|씩)?\x20?(?:더\x20|가까이\x20|가량\x20)?(?:큰|크[고지며다]|작[은고]|많[은고아]|빠[르른]|빨[라랐]|긴|늘[었린어고]|뛰었|뛴\x20|급증|증가|불어)]]
local cheaper <const> = re.compile [[^\x20?(?:더\x20|이상\x20|가량\x20)?(?:저렴|싸|싼|아[끼꼈]|덜|절감|절약|줄[이었어인]|감축|단축|인하|할인|크기|규모|용량|가격|많[다은고아]|증가|급증|성장|늘[었어린])]]
-- `비용 대비 성능을 2.7배`: what money buys
local for_money <const> = re.compile [[(?:(?:가격|비용|원가)\x20대비|달러당|원당)\x20[^,.]{0,30}$]]
-- `출력 14달러로 전작보다 40% 올랐다`
local of_price <const> = re.compile [[(?:달러|원)(?:에서|으?로|였|이었)(?:[^.]|\.(?=\d)){0,24}$]]
-- `60%가 쓴다`, `10대의 40%는`: a share of people or things.
local share <const> = re.compile [[^(?:에서(?:만)?\x20[^,.]{0,16}(?:발견|확인)|에\x20(?:적용|해당하는|도입|제공|노출)|(?:가(?!\x20(?:나[왔오옵온]|찍혔|최고))|는|만|씩|도|에게|에서는|짜리|의\x20(?:직장인|기업|사람|국민|이용자|사용자|응답|학생|의사))\x20)]]

-- `카나나 3.61, 라마 3.13`
local name_end <const> = re.compile [[^['’”]?(?:\x20?\([^()]*\))?[은는이가의]?\x20$]]
local function right_behind_name(v, mentions)
  for _, m in ipairs(mentions) do
    if m.span.stop < v.span.start and name_end:test(m.span:between(v.span)) then return true end
  end
  return false
end

-- `1등급 구분점수`, `1등급 비율`
local threshold <const> = re.compile [[^\x20?(?:구분|커트라인|컷|비율|기준|학생|수험생|이내|이하)]]
-- `격차는 5.3점`: between two that it does not name
local gap <const> = re.compile [[(?:격차|차이|(?:점수|성능|지수)\x20차)[은는이가를을]\x20(?:[^,.]|\.\d){0,20}$]]

local gap_behind <const> = re.compile [[^의\x20(?:격차|차이)]]

-- `2위 알리바바는`: the place of what follows
local of_firm <const> = re.compile [[^\x20(?!자리|성적|기록|수준|타이틀|모델(?![이은의])|등극|달성|탈환|차지|석권|수성|도약|진입)(?:[가-힣A-Za-z]{2,}\x20)?(?:팀|[가-힣A-Za-z]{2,})(?:(?:[은는이가을를의]|[와과])\x20|\()]]

-- `가람은 9개, 누리는 7개를 맞혔다`
local counted <const> = re.compile [[\d(?:개|문항|문제|건)(?:[를을만]|에)\x20(?:[가-힣]{1,6}\x20){0,3}(?:맞[혔혀춰췄]|풀[어었]|답[해했])]]

-- `13개 중 10개 부문에서 1위`: the count says it.
local of_best <const> = re.compile [[\d(?:개|종|가지)(?:\x20(?!가운데|중)[가-힣]{2,4})?(?:에서|의)?\x20$]]

-- What a sentence does with a figure that is a score: `92점을 받았다`, `80%로 가장 높았다`, `84점 순`.
local scored <const> = re.compile([[^(?:['’)]|\([^()]*\))?(?:[을를로의]|으로|에|만|까지)?(?:\x20|$|\.)?(?:(?:[^.]|(?<=\d)\.(?=\d)){0,34}?)(?:기록|받|얻|획득|달성|나타|보[였이여]|그[치쳤]|머[물무]|앞[서섰질]|높|낮|밀[리렸]|뒤[졌지]|웃돌|맞[혔힌혀]
  |집계|측정|평가|오르|올랐|올라|차지|개선|향상|우수|뛰어|유지|떨어|추락|달[했하]|도달|거[뒀두둔]|선두|1위|였|이었|이다|다\.|순|이에요|예요|뒤[를따]|해당[하한]|불과|데뷔|이름을|랭크|지[켰키]|넘[어었겼긴]|동[점률]|이[뤘룬]|찍[었은어]|선보|안착|진입|등극|육박|근접|따라|코앞|턱밑|나옵|나오|찍[혔힌]|자리|오른|못\x20미|미치지|예측|추정|추산|처리|생성|줄[었어]|나왔|나온|내려|따[냈내낸])|^(?:\([^()]*\))?,\x20|^\)?[,와과]|^\.?$|^\x20?(?:▲|△|■|·|/)]], "x")
-- `98.3%를 맞혔다`
local answered <const> = re.compile [[^[를을]?\x20(?:[가-힣]{1,6}\x20){0,2}(?:맞[혔춰힌]|풀[어었]|해결|가려|걸러|찾아|잡아|판별|탐지|진단|구별|식별)]]
local listed <const> = re.compile [[^(?:,\x20[^,.]{1,25}\x20\d[\d.]*%)+]]    -- `…는 78%, …는 91%를`: they share it
local tested <const> = re.compile [[(?:에서|에선|에서는|에서도|테스트는|시험은|부문은|분야는|[A-Z][A-Za-z0-9\-]{2,}[은는])\x20(?:[^,.]{0,24}\x20)?$]]

local in_bracket <const> = re.compile [[\([^()]*$]]
-- `8.9점이던 사람과 AI의 격차는`: the figure of something that is named behind it
-- `벤치마크 1점보다 고객이`: said of any
local of_other <const> = re.compile [[^(?:(?:이?던|이었던|인)\x20|보다\x20(?![^,.]{0,12}(?:높|낮|앞|뒤|우수|뛰어)))]]
local ranked <const> = re.compile [[^[은는]\x20]]

local function has_rival(scene)
  for _, m in ipairs(scene.mentions) do
    if m.part == "compared" then return true end
  end
  return measures.compares(scene.span)
end

-- `수학과 코딩에서 B를 각각 2%, 9% 앞질렀다`: what is tested, without the word
local field <const> = re.compile [[(?:수학|과학|코딩|추론|[가-힣]어|지식|이해|지시[가-힣\x20]{0,4}|번역|요약|도구\x20활용|에이전트|안전성)(?:\x20?(?:분야|부문|영역|능력))?(?:에서|에선|에서는|[와과]\x20)]]

-- Whether what stands around speaks of a test, as much as the unit needs. `inferred`: the subject is not in the sentence.
local function in_test(v, scene, inferred, near)
  if v.kind == "echo" then return scene.units[v.unit:text()] ~= nil and scene.index - scene.units[v.unit:text()] <= 1 end
  if scene.named or (v.kind == "초당" or v.kind == "번 돈") and not inferred then return true end
  local sentence <const> = scene.span
  local before <const>, behind <const> = sentence:upto(v.span), sentence:from(v.span)
  if scene.chained and in_bracket:test(before) then return true end
  if v.kind == "위" and (ranked:test(behind) or v.placed and scene.chained) then return true end
  if not scored:test(behind) and not answered:test(behind) then return false end
  local school <const> = (scene.exam or scene.scored) and measures.school(before)
  if v.kind == "등급" or v.kind == "만점" then return scene.chained or school or measures.exam(before) ~= nil end
  if v.kind == "점" and school then return true end
  if v.kind == "점" or v.kind == "문항" then return scene.chained or not inferred end
  if v.kind == "위" then return scene.chained or not inferred and (scene.ranking or rank_of_test:test(sentence) or scene.told_next() or scene.scored or sentence:has "점" or sentence:has "문항") end
  if v.whole then return scene.chained or not inferred end
  if v.kind == "배" then return scene.chained or not inferred end   -- of a quality: fits_unit
  if v.kind == "%" and measures.compares(before) and measures.quality(sentence) then return scene.chained or not inferred end
  if v.difference and not inferred and field:test(before) and has_rival(scene) then return true end
  if not inferred and scene.scored and v.unit and scene.units[v.unit:text()] == scene.index then return true end     -- `…에서 31%, B는 4%를`
  if scene.chained then
    if scene.unit == v.kind or v.unit and scene.index - (scene.units[v.unit:text()] or -9) <= 1 then return true end   -- so did the figures before
    return v.difference or not inferred or tested:test(before) or measures.metric(near) or measures.compares(before)
  end
  local list <const> = listed:find(behind)
  return not inferred and (tested:test(before) or answered:test(list and behind:from(list) or behind))
end

-- What a ratio is said to measure: `추론 성능이 2배`, `2배 높은 추론 성능`; not the test that is named behind: `지연시간은 20% 짧았다는 시험 결과`.
local a_test <const> = re.compile [[^(?:시험|테스트|벤치)]]
local function of_measure(v, near)
  local measured <const> = measures.since_metric(near)
  if measured.start > v.span.start and a_test:test(measured) then return measures.since_metric(near:upto(v.span)) end
  return measured
end

local of_one <const> = re.compile [[의\x20(?:약\x20)?$]]     -- `초당 4297개를 처리해 A100의 1.4배`
local function fits_unit(v, scene, near)
  local sentence <const> = scene.span
  local behind <const> = sentence:from(v.span)
  if v.kind == "등급" and threshold:test(behind) then return false end
  if v.kind == "배" and (larger:test(behind) and not measures.throughput(near) or not measures.quality(sentence) and not (scene.scored and of_one:test(sentence:upto(v.span)))
                         and not (scene.chained and has_rival(scene))) then return false end
  if (v.kind == "배" or v.kind == "%") and (for_money:test(sentence:upto(v.span)) or of_price:test(sentence:upto(v.span))) then return false end
  if v.kind == "%" and (share:test(behind) or cheaper:test(behind)) then return false end
  local shared <const> = in_bracket:test(sentence:upto(v.span)) and v.unit and scene.units[v.unit:text()] == scene.index     -- `2.1%로 전작(6.7%)의 3분의 1로 줄었다`
  if (v.kind == "%" or v.kind == "배" or v.difference) and not v.reached and not shared then return not measures.saving(of_measure(v, near)) end
  local before <const> = sentence:upto(v.span)
  if v.kind == "위" and of_firm:test(behind) and not v.placed then return false end
  if v.kind == "위" then return (scene.chained or scene.ranking or scene.scored or scene.told_next() or rank_of_test:test(sentence) or sentence:has "점" or sentence:has "문항") and not of_best:test(before) end
  if v.whole then return best_of:test(behind) or solved:test(behind) or counted:test(behind) or told_count:test(behind) and scene.unit == v.unit:text() or all_right:test(v.span:hull(behind)) end
  if v.listed then return right_behind_name(v, scene.mentions) and (scene.chained or not v.unit:is "개" or counted:test(sentence)) end
  if v.kind == "문항" then return true end
  if v.kind == "초당" or v.kind == "번 돈" then return contest:test(sentence) end
  if v.kind == "echo" then return true end
  if v.word then return not (either:test(behind) or some:test(v.span:before(4)) or out_of:test(behind)) end
  if not v.unit and not v.area then
    return (scene.chained or bare_score:test(sentence)) and (bare_before:test(before) or right_behind_name(v, scene.mentions) or behind_test:test(before) or in_bracket:test(before))
  end
  return not scale:test(behind) or full_marks:test(behind)
end

-- `99.2%로 가람의 97.5%를 넘어섰다`: both are exact.
local surpass <const> = re.compile [[^[을를]\x20]]
local function surpassed(v, previous, sentence)
  return previous ~= nil and previous.kind == v.kind and surpass:test(sentence:from(v.span))
end

-- `독자 500명에게 물었더니 38%가 A를 꼽았다. 국산은 B가 9%였다`, `전체의 19%`
local survey <const> = re.compile [[명(?:을|에게)[^.]{0,24}(?:물[었어은]|조사|설문)|꼽았|응답했|답했]]
local of_all <const> = re.compile [[(?:전체|절반)의\x20(?:약\x20)?$]]
local function of_survey(v, scene)
  if v.kind ~= "%" then return false end
  return of_all:test(scene.span:upto(v.span)) or not scene.named and scene.before ~= nil and survey:test(scene.before)
end

-- Is the figure a score? `previous` is the figure before it in the sentence, `inferred` whether its subject is.
function admission.test(v, previous, scene, config, inferred)
  local sentence <const> = scene.span
  local window <const> = clause(v, previous, sentence)
  local near <const> = admission.behind_systems(window, scene.mentions, v)
  if v.rough and v.kind ~= "등급" and not config.rough and not (v.own and surpassed(v, previous, sentence)) then return false end
  local wide
  if v.kind == "위" then
    wide = sentence
  elseif v.kind == "%" or v.kind == "배" then
    wide = measures.since_metric(sentence:upto(v.span)):hull(v.span:hull(window:right(0)))
  else
    wide = measures.since_metric(window:upto(v.span)):hull(window:right(0))
  end
  if v.kind == "점" and inferred and weighting:test(sentence) or v.kind == "%" and weighted:test(sentence) then return false end
  if inferred and of_other:test(sentence:from(v.span)) then return false end
  if measures.market(wide) or of_survey(v, scene) then return false end
  if measures.trade(near:upto(v.span)) or inferred and not has_rival(scene) and (gap:test(sentence:upto(v.span)) or gap_behind:test(sentence:from(v.span))) then return false end
  if measures.goal(sentence:upto(v.span), sentence:from(v.span)) then return false end
  return in_test(v, scene, inferred, near) and fits_unit(v, scene, near)
end

return admission
