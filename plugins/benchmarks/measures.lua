-- What is measured: the words that make a value one of a test, the phrase that names it, and lists of subjects.
local re <const> = require "re"
local words <const> = require "words"

local measures <const> = {}

-- Nouns of tests and of measured quality. Latin names are those of public test suites and of metrics.
local noun <const> = [[벤치마크|점수|평점|성적|지수|지표|인덱스|정확도|정밀도|재현율|민감도|특이도|정답률|정확률|인식률|일치율|검출률|탐지율|성공률|완수율|수행률|해결률|준수율
  |승률|오류율|오답률|환각률|오탐률|응답률|응답율|통과율|만족도|이해도|유창성|충실도|유사도|평가|성능|능력|역량|항목|시험|과목|수능|영역|부문|분야|테스트|리더보드|순위|랭킹|아레나
  |올림피아드|모의고사|Index|Arena|[A-Z][A-Za-z]*[- ]?Bench(?:mark)?(?:[ -]?(?:Pro|Verified|Plus|Lite))?|벤치
    |AIME(?:\x20?\d+)?|K?MMLU(?:-?Pro)?|GPQA(?:\x20(?:Diamond|다이아몬드))?|HLE|GSM8K|MATH(?:[-\x20]?500)?|HumanEval
    |IFEval|CLIcK|AUC|AUROC|BLEU|F1]]

local strong <const> = re.compile("(?:" .. [[정확성|적절성|일관성|완성도|재현성|적합성|유용성|벤치(?!마킹|클|프레스)|점수|평점|지수|지표|인덱스|정확도|정밀도|재현율|민감도|특이도|정답률|정확률|인식률|일치율|검출률|탐지율|성공률|완수율|준수율|승률
  |오류율|오답률|환각률|오탐률|과검률|미검률|판별률|적중률|오차|결정계수|레이팅|응답률|응답율|이해도|만족도|처리량|효율|성능|수능|수학능력시험|모의고사|시험|과목|테스트|리더보드|랭킹|아레나|평가|항목|능력|올림피아드|대회|경연|Index|Arena|Bench|AIME
    |MMLU|GPQA|HLE|GSM8K|HumanEval|IFEval|AUC|AUROC|BLEU]] .. ")", "x")

-- Words that say a figure measures something else: markets, money, users, sizes, savings.
local terms <const> = words.file "terms.txt"
local rater <const> = re.compile [[^\x20(?:만족도|평가|선호도|투표|체감)|^들?[이가]\x20[^,.]{0,40}(?:투표|평가|비교|고른|고르|선택|매긴|매기|뽑)]]      -- `이용자들이 투표하는 순위표에서`
local function speaks_of(place, tag)
  for term, t in terms:each(place) do
    if t == tag and not rater:test(place:from(term)) then return true end
  end
  return false
end

local goal_behind <const> = re.compile([[^[^.,]{0,30}(?:목표로(?!\x20(?:삼은|삼았|잡은|잡았|정한|정했|했던))|목표를\x20(?:세|내걸|제시|잡)|목표다|목표라|목표한|도전적인|예정|계획|방침|전망|예상|기대|겠다|것으로\x20보|할\x20수\x20있을|노리|노린
  |기준을\x20어떻게|기준으로\x20삼|이라는\x20목표|이라는\x20도전)]], "x")
local goal_before <const> = re.compile [[목표(?:치|는|가|로(?!\x20(?:삼은|삼았|잡은|잡았|정한|정했|했던)))[^.,]{0,20}$]]

measures.noun = noun
-- Any rate but those of business and society: `방어율은`, `거절률도`.
local not_of_test <const> = [[점유|성장|증가|이용|가입|수익|지지|상승|하락|할인|시청|감소|도입|투표|취업|고용|보급|승인|출산|실업|이직|가동|경쟁|합격|채택|물가|부채|연체|인상|금|환|세|이|효|법|선|자|규|조]]
local rate <const> = re.compile("[가-힣](?<!" .. not_of_test .. ")[률율](?:[은는이가도을를의]|에서|로|\\x20)")
function measures.strong(place) return strong:test(place) or rate:test(place) end
function measures.market(place) return speaks_of(place, "market") end
-- What can be so many times as much: `성능은 5배`, `정확도가 2배`; not `몸값이 3배`, `평가 대상이 2배`.
local quality <const> = re.compile [[성능|능력|역량|정확|점수|벤치마크|품질|평점|지수|이해도|[가-힣]율[은는이가]|추론|학습\x20?(?:에서|성능)|F1|AUC|처리량|효율|ARC|[A-Z]{3,}]]
function measures.quality(place) return quality:test(place) end

-- `처리량이 3.3배 많았다`: more of it is better.
local throughput <const> = re.compile [[처리량|성능|효율|정확도]]
function measures.throughput(place) return throughput:test(place) end

-- Metrics that only what recognises, answers or predicts can have.
local metric <const> = re.compile [[정확도|정밀도|재현율|민감도|특이도|정답률|정확률|인식률|일치율|검출률|탐지율|오답률|오탐률|오류율|과검률|미검률|성공률|환각률|판별률|적중률|음절오류율|거절률|방어율|차단율|비율[은는이]|오차|결정계수|AUC|AUROC|F1]]
function measures.metric(place) return metric:test(place) end

-- The part of a place from the last metric it names: what is measured outweighs what was said before it.
local last_metric <const> = re.compile("^.*(?<metric>(?<![가-힣])[가-힣]{1,8}(?<!" .. not_of_test .. ")[률율]|" .. [[정확도|정밀도|재현율|민감도|특이도|정답률|정확률|인식률|일치율|검출률|탐지율|오답률|오탐률|오류율|오차|결정계수|레이팅|점수|벤치마크|벤치|만족도|성능|능력|효율|시험|테스트)]])
function measures.since_metric(place)
  local m <const> = last_metric:match(place)
  if not m then return place end
  return (m.metric:is "비율" and place:upto(m.metric):right(10) or m.metric):hull(place:right(0))     -- `유료 구독 비율`
end

local comparing <const> = re.compile [=[대비|보다|비해|비교|견[줘주]]=]
function measures.compares(place) return comparing:test(place) end

function measures.trade(place) return speaks_of(place, "trade") end
-- `데이터를 30% 줄여`; not `같은 데이터에서 88.7%`.
local place_of_test <const> = re.compile [[^(?:에서|으로|로|당)]]
function measures.saving(place)
  for t, tag in terms:each(place) do
    if tag == "saving" and not place_of_test:test(place:from(t)) then return true end
  end
  return false
end
function measures.goal(before, behind) return goal_behind:test(behind) or goal_before:test(before) end

-- The phrase that names the test, before a value: the last one whose head is a noun of tests.
--   `1차 평가 벤치마크 13종의 평균 점수`에서, `사용자 지시 수행 정확도`가, `종합 평점`은
local phrase <const> = re.compile([[
  (?<![가-힣A-Za-z0-9.])
  (?<name>(?!(?:[가은는을를의도]|[와과]의)\x20)(?:(?!때\x20|더\x20|약\x20|또\x20|특히\x20|실제\x20|대비\x20|총\x20|\d+(?:점
    |%))[가-힣A-Za-z0-9][^\s,'"“”‘’△▲:()]{0,14}(?<![은는을를며면고서해])(?<!에서|에게|보다|대비|[이으]로|에서도|결과|따르면)\x20){0,5}
   (?:[가-힣A-Za-z0-9·\-.]{0,12}(?:]] .. noun .. [[)(?:\x20\d+(?:종|개|가지)의?)?(?:\x20평균(?:\x20?(?:점수|성능))?|\x20?점수|\x20?지수)?))
  (?:\([^()]*\))?['’”"]?(?=에서|에|에선|은|는|이|가|을|를|의|로|으로|도|\x20|,|$|\()(?!\x20비교)]], "x")

local anaphor <const> = re.compile [[^(?:이|해당|이번|같은|그)\x20(?=[^\s]+$)]]

function measures.phrase(before)
  local last
  for m in phrase:gmatch(before) do last = m.name end
  if not last then return nil end
  return last, anaphor:test(last)
end

-- Subjects of school examinations, and lists of them: `국어·수학·영어·한국사 등 주요 과목에서 모두 1등급`, `영어와 한국사는 만점`.
local school <const> = [[국영수|국어|수학|영어|한국사|사회탐구|과학탐구|사회|과학|탐구|물리학?[ⅠⅡ]?|화학[ⅠⅡ]?|생명과학[ⅠⅡ]?|지구과학[ⅠⅡ]?|제2외국어|한문|사탐|과탐]]
local list <const> = re.compile([[
  (?<![가-힣])(?<items>(?:]] .. school .. [[)(?:영역|\x20영역)?(?:(?:\x20?[·,]\x20?|와\x20|과\x20
    |\x20및\x20)(?:]] .. school .. [[)(?:\x20?영역)?)*+)\)?
  (?:\x20?등)?(?:\x20?(?:(?:주요|전|모든|네|다섯|[0-9]개)\x20?){0,2}(?:과목|영역|부문))?
  (?:(?:은|는|에서는?|에선|이|가|도|\x20에서)\x20(?:[^,.0-9]{0,16}\x20)?)?\x20?(?:(?:모두|전부|다|각각)\x20)?$]], "x")
local item <const> = re.compile("(?:" .. school .. ")")

-- `국어 86점, 수학 88점을 기록해 두 과목 모두 1등급을`: all that the sentence has named.
local all_named <const> = re.compile [[(?<n>두|세|네|다섯|[2-9])\x20?개?\x20?(?:과목|영역)(?:에서)?\x20(?:모두|다)\x20$]]
local native <const> = { ["두"] = 2, ["세"] = 3, ["네"] = 4, ["다섯"] = 5 }
-- `국어 94점, 수학 96점으로 모두 1등급`
local both <const> = re.compile([[(?:]] .. school .. [[)\x20\d+점(?:,\x20|과\x20|와\x20)(?:(?:]] .. school .. [[)\x20\d+점(?:,\x20|과\x20|와\x20)?)+(?:으?로|을\x20(?:받아|얻어|기록해))\x20(?:모두|다|나란히)\x20$]], "x")
local function named_before(before, told)
  local m <const> = all_named:match(before)
  local run <const> = not m and both:find(before)
  if not m and not run then return nil end
  if run then before = run elseif told and not item:test(before) then before = told end     -- `네 과목 모두`: of the sentence before
  local items <const>, seen <const> = {}, {}
  for i in item:gmatch(before) do
    if not seen[i[0]:text()] then
      seen[i[0]:text()] = true
      items[#items + 1] = i[0]
    end
  end
  return (run or #items == (native[m.n:text()] or tonumber(m.n:text()))) and items or nil
end

-- The items of the list that a value closes, or nil. `told`: the sentence that the last figures stood in.
function measures.subjects(before, told)
  local m <const> = list:match(before)
  if not m then return named_before(before, told) end
  local items <const> = {}
  for i in item:gmatch(m.items) do items[#items + 1] = i[0] end
  return items
end

-- `물리학Ⅰ에서는 50점 만점에`: whether a place names such a subject.
local subject <const> = re.compile("(?<![가-힣])(?:" .. school .. ")(?:\\x20?영역)?(?:[은는이가]|에서는?|에선|도)?\\x20")
function measures.school(place) return subject:test(place) end

-- The examination those subjects belong to: `대학수학능력시험`, `수능`.
local exam <const> = re.compile [[(?:\d{4}학년도\x20)?(?:대학수학능력시험|수능|모의고사|[가-힣]{2,10}시험)]]
function measures.exam(before)
  local last
  for m in exam:gmatch(before) do last = m[0] end
  return last
end

-- A label that stands right before its value in a run of them: `한국어 110% 영어 103%`, `AI 추론에서 5배, 학습에서 3.5배`.
local label <const> = re.compile [[(?:^|[\s,(·])(?<name>[가-힣A-Za-z0-9\-.]{2,20}?(?:\x20(?:[0-9]{2}|기반))?)(?:에서는?|에선|은|는)?\x20$]]
local no_label <const> = re.compile [[대비|보다|비교|[도서]$|[은는을를며면고해와과의가]$|^(?:약|총|나란히|최종|가장|공동|1위|2위|3위|평균|모두|각각|무려|최대|최고|더|중|전체|기록|종합|국내|글로벌|세계|여전히|역시|아직|처음|다시|다소|거의|직전)$]]
function measures.label(before)
  local m <const> = label:match(before)
  return m and not no_label:test(m.name) and m.name or nil
end

-- The word that a bracket with a value stands behind: `한국어(110%), 영어(103%)`.
local bracketed <const> = re.compile [[(?<name>[가-힣A-Za-z0-9\-]{2,16}(?:\x20\d{2,4})?)\x20?\([^()]*$]]
function measures.bracketed(before)
  local m <const> = bracketed:match(before)
  return m and m.name or nil
end

-- A bracket behind a value that says what it measures: `83%(웹 요청), 88%(링크)`.
local note <const> = re.compile [[^\(([가-힣A-Za-z][^()\d]{0,20})\)]]
function measures.note(behind)
  local m <const> = note:match(behind)
  return m and m[1] or nil
end

return measures
