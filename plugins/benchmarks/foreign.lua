-- Clauses that speak of somebody or something else than an AI system: people in the same test, pass marks, firms.
--   `대학생의 정답률은 61.8%`, `합격선은 60점`, `소비자는 0.5점 차이에`
local re <const> = require "re"
local words <const> = require "words"

local foreign <const> = {}

local nouns <const> = words.file "people.txt"      -- people and pass marks, tagged

local particle <const> = {
  people = re.compile [[^(?:들)?(?:[은는]\x20|의\x20(?:[가-힣]{1,8}\x20){0,2}[가-힣]*(?:율|률|도|점수|성적|평균|기록|등급|검사|판독|진단)(?:[은는이가를을]|\x20|$)|에게\x20|끼리|\x20평균|\x20정답률|\x20점수|\x20비율|\x20$|\x20\d[\d,]*명(?:[은이의]|에게)\x20|의$)]],
  people_first = re.compile [[^(?:들)?(?:[이가]\x20)]],
  mark = re.compile [[^(?:[은는이가도]\x20|인\x20(?:\d|$)|\x20[\d]|\x20평균[은는이가]|$)]],
}
local word_before <const> = re.compile [[[가-힣A-Za-z]$]]
local clause_end <const> = re.compile [[(?:[,.]|[가-힣](?:으?며|지만|하고|은데|는데|이고|했고|였고|았고|었고|고))\x20]]

-- Whether the place up to a figure has people or a pass mark for its subject. `explicit`: a system stands before the place as the subject.
local function people_in(place, explicit)
  for noun, tag in nouns:each(place) do
    local behind <const> = place:from(noun)
    if tag == "mark" or tag == "mean" and not explicit then
      if particle.mark:test(behind) then return true end
    elseif tag == "people" and not word_before:test(noun:before(1)) then
      if particle.people:test(behind) then return true end
      if particle.people_first:test(behind) and not explicit then return true end
    end
  end
  return false
end

-- `…은/는` that is no adnominal form of a verb, and no place (`시험에서는`).
local topic <const> = re.compile [[(?<old>(?:기존|종전|이전|널리\x20쓰는|널리\x20쓰이는)\x20(?:[가-힣A-Za-z]+\x20)?)?(?<np>[가-힣A-Za-z0-9·'’"”.\-]+)(?<note>\([^()]*\))?['’"”]?(?<p>은|는)\x20]]
local adnominal <const> = re.compile([[(?:하|되|있|없|재|루|보|치|우|쓰|주|오|따르|푸|르|가르|만드|거두|리|이|묻|받|얻|높|낮|많|적|같|넓|깊|작|젊|좋|짧|찾|맞|남|담|맡|잡|뽑|꼽|놓|붙|넘|쌓|읽|씻|늦|맡
  |내|나|지|듬|싶|않|듣|믿|찍|막|걷|굳|묵|죽|갚|검|늙|싫|밝|옮|앉|삼|심|참|갖|겪|깎|낳|닦|속|솟|숨|식|입|적|접|좁|피|키|추|꾸)$]], "x")
local test_name <const> = re.compile [[^\([A-Z][A-Za-z0-9\-+. ]*\)$]]
local verb <const> = re.compile [[^[^나저그팀측곳앱칩]$]]    -- one syllable: `모은`, `재는`
local closed <const> = re.compile [[에서$|에$|으로$|로$|까지$|중$|보다$|부터$|에게$|때$|대비$]]
-- What is measured, and who reports: neither takes the figure from the system that is spoken of.
local measured <const> = re.compile([[(?:율|률|도|점수|총점|원점수|득점|성적|능력|성능|지수|평점|시간|량|수치|결과|값|합|평균|영역|과목|국어|수학|영어|한국사|효율|부문|분야|평가|시험|테스트|벤치|순위|비율|격차|차이|오차|계수|레이팅|랭킹|등급|항목|종목|유형|과제|지표|학|법|답안|문항|윤리|사회|역사|지리|품질|수준
  |모델|AI|시스템|칩|버전|것|(?<![가-힣])[이그]|이번|올해|지난해|당시|현재|이후|최근|여기|[가-힣]어|공격|요청|거래|질환|[가-힣]암|골절|결절|방언|이미지|문서|영상|음성|사진|AUC|AUROC|F1|[A-Z]{2,}[A-Za-z0-9\-]*)$]], "x")
local reporter <const> = re.compile([[(?:회사|측|연구팀|연구진|관계자|업체|기업|대학|대|병원|연구소|연구원|보고서|논문|학회|매체|기관|당국|정부|재단|센터|교수|대표|장|이사|상무|전무|담당|총괄|리더|팀|협회|정예팀|컨소시엄|블로그|CEO
  |테크놀로지스|테크|클라우드|소프트|텔레콤|통신|전자|랩스?|스테이지|KAIST|ETRI|과기정통부|AI|네이버|카카오|구글|메타|앤트로픽|엔비디아|마이크로소프트|딥시크|알리바바)$]], "x")
local reports <const> = re.compile [[(?:밝혔|설명했|말했|전했|발표했|소개했|주장했|강조했|덧붙였|공개했|보고했|귀띔했|자랑했|분석했|내다봤|했)(?:다|습니다|으며|고)|[다고]고\x20(?:했|한|밝|설|말|전|발표|주장)|했다\.?$]]

-- `국회의 법안 가결률은`, `기업의 도입 비율은`: a measure of somebody else
local owner <const> = re.compile [[([가-힣A-Za-z]+)(?:\([A-Z]+\))?의\x20(?:(?![^\s]*[을를]\x20)[가-힣A-Za-z]+\x20){0,2}[가-힣]+(?:은|는|이|가)\x20[^,.]{0,12}$]]
local body <const> = re.compile([[(?:국회|정부|기업|회사|은행|병원|대학|학교|시장|업계|국가|한국|미국|중국|일본|국내|해외|전국|지역|지자체|공장|단체|협회|법원|검사지?|검사법|문진표?|진단법|경찰|군|교육청|부처|기관|업체)$]])

-- `잘못 판정하는 비율은`, `오탐 비율은` are measures; `노후 교량 비율은` is not.
local part_of <const> = re.compile [[비율[은는이가도]\x20[^,.]{0,14}$]]
local share_of <const> = re.compile [[(?:[는한린낸친킨긴인된운본준쓴난힌은친춘]|오탐|오류|정답|오답|성공|실패|거부|거절|차단|적중|일치|환각|검출|탐지|누락)\x20?비율[은는이가도]\x20[^,.]{0,14}$]]

-- `지어낸 경우도 13%에`, `사람끼리의 일치율은`
local cases <const> = re.compile [[(?:경우|사례|답변|응답)[은는도]\x20(?:[^,.]{0,8}\x20)?$|끼리의?\x20[^,.]{0,14}$]]
-- `국가 AI 경쟁력 순위는 6위`
local of_country <const> = re.compile [[(?:국가\x20[^,.]{0,10}|(?:한국|우리나라|미국|중국|국내)의?\x20(?:AI|인공지능)\x20?)(?:경쟁력|순위|지수|역량|기술력|투자|준비도|사용률|활용률|도입률)[^,.]{0,12}$]]

-- Whether a figure may not belong to a system that only the text before names: something in its clause is its subject instead.
-- What the sentence with the last figures speaks of (`before`) is no such: `경상 방언은 4.1%, 제주 방언은`.
function foreign.takes_over(sentence, place, before)
  local last, old
  for m in topic:gmatch(place) do
    if not (verb:test(m.np) or adnominal:test(m.np) or closed:test(m.np)) then
      last, old = m.np, m.old
      if m.note and test_name:test(m.note) then last = nil end   -- `코드 생성(HumanEval)은`
    end
  end
  if old or of_country:test(place) or cases:test(place) then return true end
  if part_of:test(place) and not share_of:test(place) then return true end
  local whose <const> = owner:match(place)
  if whose and body:test(whose[1]) then return true end
  if not last or measured:test(last) then return false end
  if before and before:has(last:text()) then return false end
  return not (reports:test(sentence) and (reporter:test(last) or last.start == sentence.start and #place:from(last) > 30))
end

-- `통상적인 방식의 성공률 0.1%`, `기존 방법으로는`
local old_way <const> = re.compile [[(?:통상|기존|종전|일반|전통|수작업|육안)[가-힣]*\x20(?:[가-힣]{1,8}\x20)?(?:방식|방법|기법|기술|검사|진단|장비|절차)(?:의|은|는|으로는?|만으로는?)\x20[^,.]{0,16}$]]

-- `조사관이 같은 사례를 분석했을 때의 적발률은`
local by_hand <const> = re.compile [[[가-힣]{1,}(?:관|원|사|자|진|인|생)[이가]\x20[^,.]{1,30}[가-힣]을\x20때[^,.]{0,20}$]]

-- `1등 모델이 73점이었는데`, `어떤 모델의 점수가`: a system that the text does not name
local unnamed <const> = re.compile [[(?<![가-힣])(?:\d[등위]|어떤|다른|한|나머지|일부|상위권?|경쟁|외국|해외|국내|국산|중국|미국)\x20(?:AI\x20)?모델(?:들)?(?:[은는이가]|의\x20[가-힣]{2,4}[은는이가])\x20[^,.]{0,16}$]]

-- `신진서 9단의 점수는`
local person <const> = re.compile [[[가-힣]{2,4}\x20(?:\d단|선수|교수|기사|사범)[은는이가의]\x20[^,.]{0,16}$]]

-- `금메달 기준(29점)에 1점 모자란`
local from_mark <const> = re.compile [[기준(?:\([^()]*\))?(?:에|보다)\x20$]]

-- `AI의 점수와 교사 점수의 상관계수는`: between both
local agreement <const> = re.compile [[[와과]\x20[^,.]{1,30}(?:상관계수|일치율|일치도)[은는이가]\x20$]]

function foreign.measured(noun) return measured:test(noun) end

-- Whether the figure behind a place belongs to people or is a pass mark. Only the clause of the figure counts.
function foreign.owns(place, explicit)
  local from = place
  for m in clause_end:gmatch(place) do from = place:from(m[0]) end
  if agreement:test(from) then return false end
  if old_way:test(from) or by_hand:test(from) or unnamed:test(from) or person:test(from) or from_mark:test(from) then return true end
  return people_in(from, explicit) or from ~= place and not explicit and #from < 60 and people_in(place:right(60), explicit)
end

-- `1등급을 받은 수험생`: whether what a figure describes are people.
local described <const> = re.compile [[^(?:[을를이]|으?로)?\x20(?:[가-힣]{1,5}[은는한된]|[가-힣]{0,3}[인든])\x20]]
local next_word <const> = re.compile [[^[가-힣]{1,6}\x20]]
local whole <const> = re.compile [[^(?:들)?(?:[은는이가의을를도과와]|\x20|$)]]
local function starts_with_people(place)
  local noun <const>, tag <const> = nouns:starts(place)
  return noun ~= nil and tag == "people" and whole:test(place:from(noun))
end
local of_problem <const> = re.compile [[^인\x20(?:문제|문항|과제|질문|과목)]]      -- `정답률이 40%인 문제도`
function foreign.describes(behind)
  if of_problem:test(behind) then return true end
  local m <const> = described:find(behind)
  if not m then return false end
  local rest <const> = behind:from(m)
  if starts_with_people(rest) then return true end
  local word <const> = next_word:find(rest)
  return word ~= nil and starts_with_people(rest:from(word))
end

-- Whether a phrase speaks of people or of a pass mark.
function foreign.names(phrase)
  for noun in nouns:each(phrase) do
    if not word_before:test(noun:before(1)) then return true end
  end
  return false
end

-- People whom a ratio or a difference is relative to: `전문의보다 12% 높았다`.
local than <const> = re.compile [[^(?:들)?(?:\x20\d+명)?(?:\([^()]*\))?(?:보다|\x20대비|에\x20비해)\x20[^,.]{0,20}$]]
-- `전문의(59.1%)를 6.7%포인트 앞섰다`
local surpassed <const> = re.compile [[^(?:들)?(?:\x20\d+명)?(?:\([^()]*\))?[을를]\x20[^,.]{0,12}$]]
function foreign.compared(before, difference)
  for noun, tag in nouns:each(before:right(40)) do
    if tag == "people" and (than:test(before:from(noun)) or difference and surpassed:test(before:from(noun))) then return noun end
  end
end

-- `수험생 평균(, `합격선(`: what a bracket with a figure stands behind.
local before_bracket <const> = re.compile [[((?:[가-힣A-Za-z]{1,8}\x20){0,2}[가-힣A-Za-z]{1,8})\($]]
local rest <const> = re.compile [[^(?:들)?(?:의)?(?:$|[이가]\x20[가-힣]{0,4}[쓴한푼본든낸은린]\x20[가-힣]{1,6}$|\x20(?:평균|점수|정답률|성적|민감도|특이도|정확도))]]
function foreign.bracketed(before)
  local m <const> = before_bracket:match(before)
  if not m then return false end
  for noun, tag in nouns:each(m[1]) do
    if (tag == "mark" or not word_before:test(noun:before(1))) and rest:test(m[1]:from(noun)) then return true end
  end
  return false
end

return foreign
