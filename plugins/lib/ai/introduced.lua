-- Names that no list holds: what a text says an AI model, system, service or chip is called.
--   by a noun before or behind    `언어모델 '비트루'`, `'비트루 2.0' 모델`, `AI 칩 '레아'`, `진단 솔루션인 '가온메드'`
--   joined to such a one          `모델 'V7'와 'V7 스피드'`
--   by its maker                  `네이버 '파파고'`, `독일의 '딥엘'`
--   by the figure it takes        `'가온메드'(81.4%)`, `'가람' 84점`, `'가람'은 58점`
--   without marks                 `언어모델 Bllossom이`, `누리 7.8B는`
--   by its company                listed.lua
local re <const> = require "re"
local words <const> = require "words"
local listed <const> = require "ai.listed"

local introduced <const> = {}

-- Nouns that introduce a name, and what the name is then.
local intro <const> = re.compile([[
    (?<kind>모델|LLM|언어모델|챗봇|AI\x20?칩|AI\x20?반도체|가속기|NPU|GPU|옴니모달|인공지능|(?<![A-Za-z])AI
      |(?:AI|인공지능)(?:\([A-Za-z]+\))?\x20(?:[가-힣]{2,6}\x20){0,2}(?:솔루션|시스템|소프트웨어|에이전트|엔진|알고리즘|플랫폼|서비스|앱|비서|프로그램))
    (?:(?<=NPU|GPU|LLM)\))?인?\x20?(?:\([^()]{1,20}\)\x20?)?
    (?:['‘](?<name>[^'‘’"“”\n]{1,40})['’])
    (?:\x20?\((?<alias>[A-Za-z][^()\n]{0,45})\))?
    (?!\x20?(?:프로젝트|사업|분야|개발|발표|과제|시장|시대|전략|산업|정책|기본법|교육|연구|등의?\x20용어|[이라]라?[고는며]|고\x20|며\x20|[을를]\x20위한))]], "x")

local named_then <const> = re.compile([[
    (?:['‘](?<name>[^'‘’"“”\n]{1,40})['’])
    (?:\x20?\((?<alias>[A-Za-z가-힣][^()\n]{0,45})\))?
    \x20?(?:(?:AI|인공지능|거대|대규모|초거대|추론|대형)\x20?)*
    (?<kind>언어\x20?모델|파운데이션\x20모델|추론\x20?모델|모델|LLM|AI\x20?칩|NPU|챗봇)
    (?!\x20?(?:프로젝트|개발|사업|링|과제|시장|연구))]], "x")

-- A bare `모델 'X'` may be a car or a person: something near it has to speak of AI, or of what only a model does.
local bare <const> = re.compile [[^모델$]]
local of_ai <const> = re.compile [[AI|인공지능|LLM|언어|추론|파운데이션|학습|멀티모달|옴니모달|오픈소스|오픈\x20?웨이트|매개변수|파라미터|생성형|챗봇|\dB]]
local of_task <const> = re.compile [[(?:탐지|인식|분류|예측|진단|판별|번역|생성|검출|식별|예보|합성|요약|추천|판독|감지|분석)\x20?모델(?:인|은)?\x20?$]]
local function about_ai(m)
  return not bare:test(m.kind) or of_ai:test(m.name:before(40)) or of_ai:test(m.kind:after(30))
         or of_task:test(m.name:before(12):chop(1))
end

-- Not a name: a phrase, a slogan, a kind of thing.
local no_name <const> = re.compile([[[?!…]|\.(?![\dA-Za-z가-힣])|[다요까]$|(?:적인|하는|위한|가장\x20.*)$|^(?:[은는이가을를의와과도에로]\x20|으?로\x20|에서|이?라[고며는]|[와과]$)|(?:^|(?:형|컬|린|바이스|틱|산|용|표|급|의|한|는|국가|토종|모든|여러|유료|무료)\x20?)(?:AI|인공지능|LLM)$|(?:인공지능
  |모달|에이전트|기술|서비스|시스템|프로젝트|사업|생태계|강국|성능|이상|수준)$|[은는을를에서]\x20|^[^가-힣A-Za-z]*$|^.$|대비|국가대표|세계|글로벌|최고|최초|독자
  |모두의|한국형|우리]], "x")
local generic_model <const> = re.compile [[모델$]]
local is_model_noun <const> = re.compile [[모델$|LLM$|챗봇$|옴니모달$]]
local is_chip_noun <const> = re.compile [[칩$|반도체$|가속기$|[NG]PU$]]

-- `AI 모델 '가람'` says that it is a name. Else a Hangul word in marks that comes once may be any word (`'가성비' 모델`); a name comes again, or with its spelling.
local plain <const> = re.compile "^[가-힣]+$"
local said <const> = re.compile [[모델$|LLM$|칩$|반도체$|가속기$|솔루션$|시스템$|소프트웨어$|앱$|엔진$]]
local function lasting(m, name, place)
  if m.alias or not plain:test(name) then return true end
  local first <const> = place:find(name:text())
  return first ~= nil and place:from(first):has(name:text())
end

-- A bracket that closes a name within its marks is another spelling, no part of it: `'가온 2(Gaon-2)'`; a noun goes with its
-- initials: `'작은 되풀이 모델(SRM)'`.
local inner_alias <const> = re.compile [[^(?<name>.+?)\x20?\((?<alias>[A-Z][A-Za-z0-9.\-\x20]*)\)$]]
local noun_end <const> = re.compile [[(?:모델|AI|신경망|네트워크|시스템|점수)$]]
local function entry(span, kind, alias)
  local inner <const> = inner_alias:match(span)
  if inner and not noun_end:test(inner.name) then span = inner.name end
  return { marked = true, span = span, family = span:text(), alias = alias or inner and inner.alias, sure = true, introduced = true, kind = kind }
end

local function by_noun(place, found)
  for _, pattern in ipairs { intro, named_then } do
    for m in pattern:gmatch(place) do
      local whole <const> = m.name:trim()
      local noun <const> = m.kind:text()
      local generic <const> = generic_model:test(whole) and not (pattern == intro and re.test("모델$", noun))
      local named <const> = #whole > 0 and not generic and not no_name:test(whole) and about_ai(m)
      if named and (pattern == intro and said:test(noun) or lasting(m, whole, place)) then
        local kind <const> = is_model_noun:test(noun) and "model" or is_chip_noun:test(noun) and "chip" or "service"
        found[#found + 1] = entry(whole, kind, m.alias)
      end
    end
  end
end

-- What a name in marks may look like where only its maker or its figure speaks for it.
local in_marks <const> = re.compile [[(?<![가-힣A-Za-z0-9'‘’])['‘]([가-힣A-Za-z][^'‘’"“”\n,]{0,28}[^\s'‘’"“”,])['’](?:\x20?\((?<alias>[A-Z][A-Za-z0-9.\-\x20]{1,40})\))?]]
local no_product <const> = re.compile([[(?:지수|지표|평가|시험|테스트|벤치마크|벤치|점수|순위|랭킹|리더보드|아레나|올림피아드|능력|율|률|대회|보고서|프로젝트|부문|과목|수능|영역|법|상|모델|산업|전략|계획
  |메달|의\x20법칙|항목|문제|인덱스|리포트|Index|Arena|Bench|위기|대전|혁명|시대|시장|기업|국가|팀|권|역설|효과|현상|폰|워치|TV|티비|차|호)(?:\x20\d[\d.]*)?$|벤치(?:마크)?(?=[\x20\-])|(?:^|\x20)[^\s]{2,}(?:[을를]|에서|에게|하는|되는|된|한)\x20|\x20.*\x20.*\x20.*\x20|\([^()]*[가-힣]|(?<![A-Za-z])(?:K-?|Ko-?|KO-?)?(?:MMLU|AIME|GPQA|HLE|GSM|MATH|HumanEval|IFEval|IF이밸|ARC|SWE|AGI|CLIcK|MLPerf)(?![A-Za-z])|(?:Eval|이밸|QA|큐에이)(?:[-\x20][가-힣A-Za-z]+)?$|^(?:응답|답변|항목|기타|찬성|반대|긍정|부정|매우|그렇다|아니다|만족|불만|정보)]], "x")
-- `'가온셋' 시험에서는`, `평가 플랫폼 '가온 3'의`: a test
local test_behind <const> = re.compile [[^['’](?:\x20?\([^()]*\))?\x20?(?:(?:시험|평가|벤치마크|테스트|문제|과제|데이터셋|대회|리더보드|부문|지수|지표)(?=[은는이가을를의도와과]|에서?|으?로|\x20|,)|모드)]]
local test_before <const> = re.compile [[(?:시험|평가|벤치마크|테스트|리더보드|대회|경연|경진대회|순위표|지표|지수)(?:\x20(?:플랫폼|사이트|도구|세트))?인?\x20?['‘]$]]
local function product(name)
  return not (no_name:test(name) or no_product:test(name) or test_behind:test(name:after(40)) or test_before:test(name:before(16)))
end
-- `모델 'V7'와 'V7 스피드'`
local joined <const> = re.compile [[^['’](?:\x20?\([^()]{1,40}\))?(?:[와과]\x20|,\x20?|\x20?·\x20?|\x20및\x20)(?:(?:[가-힣A-Za-z]{2,10}\x20){0,2}[가-힣A-Za-z]{2,12}의\x20)?['‘]([^'‘’"“”\n]{1,30})['’](?!\x20?(?:프로젝트|사업))]]
local function join(to, found)
  local m <const> = joined:match(to.span:after(90))
  if m and product(m[1]) then found[#found + 1] = entry(m[1], to.kind) end
end
local function by_joining(found, known)
  for _, m in ipairs(known) do join(m, found) end
  local i = 1
  while i <= #found do
    join(found[i], found)
    i = i + 1
  end
end

-- `'층층이 추론 모델(HRM)'`: a kind of model with its initials
local initials <const> = re.compile [[^[가-힣\x20]+(?:모델|AI|신경망|네트워크|시스템)\x20?\([A-Z][A-Za-z0-9\-]+\)$]]

-- `네이버의 번역 서비스 '파파고'`, `독일 '딥엘'`, `종전 최고 기술인 '가온FD'`
local makers <const> = words.file "ai/developers.txt"
local behind_maker <const> = re.compile([[^의?\x20(?:(?![^\s]*(?:[은는을를]|에서|에게|의)\x20)[가-힣A-Za-z0-9]{1,8}\x20){0,3}['‘]$]], "x")
local letter_before <const> = re.compile [[[가-힣A-Za-z]$]]
local country_before <const> = re.compile [[(?:미국|중국|일본|독일|프랑스|캐나다|영국|이스라엘|국내|한국|국산)(?:의|산)?\x20(?:(?:AI\x20|번역\x20|검색\x20)?(?:서비스|스타트업|기업)(?:의|인)?\x20)?['‘]$]]
-- `심정지 예측 AI 의료기기 '누리메드'`: any noun behind AI; not an event, a firm or a plan
local ai_before <const> = re.compile([[(?:AI|인공지능)(?:\([A-Z]+\))?(?:\x20(?![^\s]*(?:[은는을를의]|에서|에게)\x20)[가-힣]{2,8}){0,2}\x20(?<noun>[가-힣]{1,8}?)인?\x20['‘]$]], "x")
local no_kind <const> = re.compile([[(?:로봇|장비|가전|기업|스타트업|업체|회사|행사|포럼|대회|전시회|프로젝트|사업|정책|전략|과제|펀드|단체|센터|연구소|공동체|협회|개발사|기관|매체|재단|학회|언론|법인|계열사
  |연맹|그룹|팀|분야|시대|산업|교육|과정|학과|특구|법안|기본법|계획|위원회|시장|인재|축제|예산|지표|지수|평가|시험|벤치마크|순위|보고서|대학|대학원|거점|도시|허브|클러스터|얼라이언스)$]], "x")
local function behind_ai(before)
  local m <const> = ai_before:match(before)
  return m ~= nil and not no_kind:test(m.noun)
end
local sort_before <const> = re.compile [[(?:기술|서비스|시스템|솔루션|알고리즘|탐지기|프로그램|챗봇|에이전트|엔진|칩|반도체|가속기|제품|번역기|도구|플랫폼|앱)인?\x20['‘]$]]
local function made_by(name)
  local before <const> = name:before(36)
  for maker in makers:each(before) do
    if behind_maker:test(before:from(maker)) and not letter_before:test(maker:before(1)) then return true end
  end
  return country_before:test(before) or behind_ai(before)
end

-- `'가람'(81.4%)`, `'가람' 84점`, `'가람'은 58점`, `'가람'이 123문항을 맞혀`
local scoring <const> = re.compile([[^['’](?:\x20?\([A-Za-z][^()]{1,40}\))?(?:\x20모델)?(?:\x20?\((?:\d[\d.]*\x20?(?:점|%|문항)|\d+\.\d+\))|(?:[은는이가도]?|의\x20[가-힣\x20]{0,8}(?:율|률|도|점수|성능)[은는이가])\x20(?:[^.,'‘’]{0,40}?\x20)?(?:\d[\d.,]*\x20?(?:점(?!포)|%|문항|문제|개(?:에|를|,|\x20순|이었|였))|초당\x20\d|(?:AUROC|AUC|F1|정확도|[가-힣]+\([A-Z]{2,}\))\x200\.\d)|[은는이가]\x20(?:[^.,'‘’]{0,24}\x20)?[A-Z][A-Za-z\-]*\d*\x20?(?:[A-Z]+\d+)?(?:보다|\x20대비)\x20[^.]{0,30}\d[\d.]*(?:배|%))]], "x")

-- `'가온보이스 2.0'은`: with a version it is a product's name
local versioned <const> = re.compile [[[가-힣A-Za-z]\x20?\d\.\d$]]
local as_subject <const> = re.compile [[^['’](?:\x20?\([^()]*\))?[은는이가을를의]\x20]]

-- `AI 모델인 '작은 되풀이 모델(SRM)'을 공개했다`: what is shown where the text speaks of AI.
local shown <const> = re.compile [[^['’](?:\x20?\([^()]*\))?[을를도]\x20(?:[^.,'‘]{0,40}\x20)?(?:공개|개발|선보|출시|내놓|내놨|제안|도입|적용|고도화|가동)]]
local near_ai <const> = re.compile [[(?:데이터|문장|영상|사진|기록)[^.'‘]{0,12}학습|딥페이크|(?<![A-Za-z])AI(?![A-Za-z])|인공지능|언어\x20?모델|(?:추론|생성|탐지|예측)\x20모델|LLM|신경망|챗봇|딥러닝|머신러닝|기계학습|이\x20모델은]]

-- `'AI 신용평가 모형'`
local kind_of_ai <const> = re.compile [[^AI\x20[가-힣\x20]{2,14}(?:모형|시스템|솔루션|엔진|챗봇|탐지|탐지기|진단|번역|번역기|비서|판독|판독기|추천)$]]

-- `엔비디아 'X4'의 1.9배`, `구글 '누리'보다`
local held_against <const> = re.compile [[^['’](?:\x20?\([^()]*\))?(?:의\x20\d|보다|\x20대비|[와과]의?\x20(?:[가-힣]{2,6}\x20)?비교)]]

local ranking <const> = re.compile [[^['’](?:\x20?\([^()]*\))?[은는이가도]\x20[^.'‘]{0,30}\d위]]      -- `알리바바의 '누리 2.5'는 영상 부문 4위다`
local bot <const> = re.compile [[[가-힣A-Za-z](?:(?<!로)봇|챗|GPT)$]]

-- `자사 서비스 '누리로'`: in a text that speaks of AI models
local own_before <const> = re.compile [[자사(?:의)?\x20(?:(?:[가-힣]{2,6}\x20)?(?:서비스|솔루션|시스템|엔진|프로그램|챗봇|에이전트|앱)인?\x20)?['‘]$]]

-- Whether what stands around a name in marks says that it is a system. `speaks`: the place names one for certain; what only
-- shows it to be a product needs a word of AI beside it even so.
local is_ai <const> = re.compile [[(?:AI|인공지능|모델)(?:는|은)\x20[^.,'‘]{0,30}['‘]$]]      -- `쓰인 AI는 한빛의 '누리'다`
local copula <const> = re.compile [[^['’](?:\x20?\([^()]*\))?(?:이?다|였다|이었다|입니다)]]
local developed <const> = re.compile [[[이가]\x20(?:자체\x20|공동\x20|직접\x20)?(?:개발한|만든)\x20['‘]$]]      -- `연구원이 개발한 '누리센서'는`
local instrument <const> = re.compile [[(?:플랫폼|도구|프로그램|앱)(?:인)?\x20['‘]$]]      -- `자체 플랫폼 '누리'로 줄였다`
local by_means <const> = re.compile [[^['’](?:\x20?\([^()]*\))?으?로\x20]]
local function used_as_system(name, speaks)
  local behind <const> = name:after(90)
  if by_means:test(behind) and instrument:test(name:before(12)) then return false end
  local ai <const> = near_ai:test(name) or near_ai:test(name:before(80)) or near_ai:test(name:after(60))
  if (speaks or near_ai:test(name) or bot:test(name)) and scoring:test(behind) then return true end
  if copula:test(behind) and is_ai:test(name:before(40)) then return true end
  if speaks and own_before:test(name:before(36)) then return true end
  if speaks and ranking:test(behind) and made_by(name) then return true end
  if speaks and held_against:test(behind) and made_by(name) then return true end
  return ai and (made_by(name) or developed:test(name:before(16)) and as_subject:test(behind) or sort_before:test(name:before(36)) or shown:test(behind) or kind_of_ai:test(name)
                 or versioned:test(name) and as_subject:test(behind))
end

-- What is named so lets more be named: a second look is taken where the first finds the only systems of a place.
local function by_use(place, found, speaks)
  local before <const> = #found
  for m in in_marks:gmatch(place) do
    local name <const> = m[1]
    if initials:test(name) or product(name) and used_as_system(name, speaks) then
      found[#found + 1] = entry(name, "product", m.alias)
    end
  end
  if not speaks and #found > before then return by_use(place, found, true) end
end

-- Names without marks: in Latin letters behind a noun for models (`언어모델 Bllossom이`), with a number behind the copula
-- (`전작인 V3.2는`), or with a size (`누리 7.8B는`).
local numbered_behind <const> = re.compile [[(?:(?:모델|버전|전작|후속작|제품|칩)인|(?:AI|언어|추론|시각|음성|오픈소스)\x20?(?:모델|칩))\x20(?<name>[A-Z][A-Za-z\-]*\d[A-Za-z0-9.\-]*[A-Za-z0-9])(?=[은는이가을를의와과(]|보다)]]
local latin_name_behind <const> = re.compile([[(?:모델|LLM)인?\x20
  (?<name>(?!(?:AI|API|GPU|NPU|CPU|LLM|IT|CEO|TF|PC|SDK|UI|DB|RAG|MOU|TOP)(?![A-Za-z]))
    [A-Z][A-Za-z]{2,}(?:[-\x20][A-Z0-9][A-Za-z0-9.]*){0,3})(?=[은는이가을를의와과]|\x20?\()]], "x")
local latin_and_size <const> = re.compile [[(?<![가-힣A-Za-z])([가-힣]{2,10}\([A-Z][A-Za-z\-]{2,}\)\x20?\d[\d.]*B)(?![A-Za-z])]]     -- `가온(Gaon) 27B`
-- `경쟁 제품인 미국 누리디펜더의 탐지율은`
local rival_product <const> = re.compile([[(?:경쟁|해외|외국|국산|국내|타사)\x20(?:제품|서비스|모델|솔루션|엔진)인\x20(?:[가-힣A-Za-z]{2,8}의?\x20)?(?<name>[가-힣A-Za-z][가-힣A-Za-z0-9.\-]{2,11}?)
  (?=의\x20[가-힣]{0,6}(?:율|률|도|점수|성능)[은이]\x20|[은는]\x20\d)]], "x")
local name_word <const> = re.compile [[^[가-힣]{2,8}$]]
local no_name_word <const> = re.compile [[^(?:에서|에선|매개변수|파라미터|모델|현재|기존|각각|중국|미국|국내)$|(?:[은는을를의에로급인수한된]|마다|부터|까지|이상|최대|수준|규모)$]]
local particle_behind <const> = re.compile "^[은는이가을를의와과]"

local function unmarked(place, sizes, found, speaks)
  for m in latin_name_behind:gmatch(place) do found[#found + 1] = entry(m.name, "model") end
  for m in numbered_behind:gmatch(place) do found[#found + 1] = entry(m.name, "product") end
  if #found > 0 or speaks then
    for m in rival_product:gmatch(place) do found[#found + 1] = entry(m.name, "product") end
  end
  for m in latin_and_size:gmatch(place) do found[#found + 1] = entry(m[1], "model") end
  for _, m in ipairs(sizes) do
    local lead <const> = m.lead
    local last <const> = m.tail or m.size      -- `시드 32B 씽크는`
    if lead and name_word:test(lead) and not no_name_word:test(lead) and particle_behind:test(last:after(1)) then
      found[#found + 1] = entry(lead:hull(last), "model")
    end
  end
end

-- The names of a place that speaks of AI. `sizes` are names.sizes of it; `known`: the mentions of systems that the lists know.
function introduced.of(place, sizes, known)
  local found <const> = {}
  local speaks = false
  for _, m in ipairs(known) do speaks = speaks or m.sure end
  by_noun(place, found)
  by_joining(found, {})      -- as models, before their use would make them products
  by_use(place, found, speaks or #found > 0)
  by_joining(found, known)
  for _, name in ipairs(listed.of(place, known, #found > 0)) do
    if product(name) then found[#found + 1] = entry(name, "product") end
  end
  unmarked(place, sizes, found, speaks)
  return found
end

return introduced
