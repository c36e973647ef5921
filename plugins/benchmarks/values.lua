-- Values as a sentence gives them: `72.03점`, `104%`, `1등급`, `7위`, `5배`, `두 배`, `만점`, `13개 항목 중 11개`, `평점은 3.61로`, `AUROC 0.962`,
-- `초당 4120토큰`, `5478달러를 벌어`. An `echo` counts where a value in its unit does before it: `초당 2.31장을 기록해 H200(2.27장)을`.
local re <const> = require "re"
local numbers <const> = require "ko.numbers"
local parts <const> = require "parts"

local values <const> = {}

-- Units, each with the syllables that make it another word (`포인트`, `10위원회`, `3배터리`, `4점포`).
local unit <const> = [[(?<=\d)등(?=[은을이도에으,.\s)였인]|$)|점(?!포|등|유|수|심|검|령|차|주|원|장|멸|막|입|진|철|성|자|선)|%p|%포인트|퍼센트포인트|%|퍼센트
  |위(?!전|원|안|험|치|해|한|축|생|기|성|반|협|권|법|탁|메|층)|등급|배(?!당|터|송|달|치|경|우|급|출|정|포|럭|관|열|상|부|율|후|분)]]

local amount <const> = [[\d[\d,.]*+(?<!\.)(?:[천만]\d*)*+]]
local value <const> = re.compile([[
    (?<![\d.,])(?<!\d점\x20)(?<word>만점)(?!에\x20\d)
  | (?<![\d.,A-Za-z~∼])(?<num>]] .. numbers.pattern .. [[)\x20?(?<unit>]] .. unit .. [[)
  | (?<![\d.,·])(?<lead>\d)(?:·|,\x20?)(?=\d(?<place>위)(?:[를에로]|\x20))
  | (?<![가-힣])(?<native>두|세|네|다섯|여섯|일곱|여덟|아홉|열)\x20?(?<times>배)(?![가-힣])
  | (?:AUROC|AUC|F1|C-index|정확도|상관계수|민감도|특이도|재현율|정밀도|다이스\x20계수|일치도|점수|스코어|평점)(?:\([^()]*\))?(?:\x20?(?:점수|스코어|지수))?\)?[은는이가]?\x20(?<area>[01]\.\d+)(?!\d|%|\x20?(?:%|점))
  | (?:(?:점수|평점|스코어|계수|지수|BLEU|[A-Z]{4,})(?:\([^()]*\))?[은는이가]|평점|점수|스코어)\x20(?:평균\x20|각각\x20)?(?<index>\d+\.\d+)(?=으?로\x20|[을를]\x20|이었|였|이다|,)
  | (?<=\()(?<boxed>\d+\.\d+)(?=\))
  | (?<total>\d+)(?:개|종|가지|문항|문제|건)[^.,\d]{0,30}?(?:중|가운데|에서)\x20(?<part>\d+)(?<of>개|종|가지|문항|문제|건)(?:\x20[가-힣]{2,4})?(?=에서|의\x20
    |[를을][\x20,](?!뽑|고르|골라|추려|추린|출제|내[어고])|\x20(?:1위|최고)|[이가]\x20정답|,\x20[^.,\d]{1,20}\d+(?:문항|문제)\x20(?:중|가운데)|이었|이다|였다)
  | (?<![\d.,A-Za-z~∼])(?<solved>\d+)\x20?(?<piece>문항|문제|개)(?=에\x20(?:[가-힣]{2,5}\x20)?(?:답[해했한]|정답)|[을를만]\x20(?:(?![^\s]*[은는이가]\x20|얼마나)[가-힣]{1,6}\x20){0,3}(?:맞[혔혀히췄춰힌]|해결|번역(?!시|하게)|옮[겨겼긴]|통과|막[아았]|거절|거부|차단|걸러|가려|찾[아았]|정답(?!률)))
  | (?<![\d.,A-Za-z~∼])(?<worked>\d+)\x20?(?<problem>문제)(?=[을를]\x20(?:모두\x20|전부\x20|다\x20|[가-힣]{2,5}게\x20)?풀[어었])
  | (?<=초당\x20)(?<rate>]] .. amount .. [[)\x20?(?<per>토큰|장|프레임|쿼리|샘플|개|건)(?=[을를으이에]|\x20(?:쿼리|요청|이미지|샘플|문장))
  | (?<earned>]] .. amount .. [[)\x20?(?<coin>달러|원)(?=[을를]\x20(?:벌[어었]|남[겨겼]))
  | (?:(?<=\()|(?<=[의은는이가도]\x20))(?<echo>]] .. amount .. [[)\x20?(?<again>토큰|장|프레임|쿼리|샘플|개|건|달러|원|종|문항|문제|초|등)(?=\)|[와과보을를에]|이[었다])
  | (?<![\d.,A-Za-z~∼])(?<listed>\d+)\x20?(?<mark>문항|문제|개)(?=,|\x20순|이었|였|이다|으?로\x20|에\x20(?:그[쳤치]|불과|머물))
  | (?<![\d.,A-Za-z~∼])(?<bare>\d+\.\d+)(?=,\x20(?:[^,.]|\.\d){2,24}\x20\d+\.\d+(?:,\x20|[을를]\x20|으?로\x20|\x20순)|[을를]\x20(?:기록|받|얻|획득|달성|(?:[가-힣]{1,6}\x20){0,3}(?:제[치쳤쳐]|넘[어었]|앞[서섰]|웃돌))|보다\x20(?:더\x20)?(?:높|낮|앞|우수|뛰어)|에(?:는)?\x20(?:비해|비하면|못|미치|뒤)|으?로,?\x20(?:[^.,"]|\.\d){2,40}의\x20\d+\.\d+(?:보다|[을를])|으?로\x20(?:[^.,"]|\.\d){2,30}\(\d+\.\d+\)[을를]\x20|으?로\x20(?:집계|나타|측정|평가|조사|\d위|가장|뒤|앞|최고|뛰|올[랐라]|오[르른]|상승|개선|향상|떨어|낮아|높아)|,\x20|이었|였다|이다|\.(?:\s|$))
]], "x")

-- What makes a figure rough or a range: `97점 이상`, `80~90%`, `30%가량`, `50%를 넘은`, `3위 수준`, `90점대`. `103% 수준` is as exact as `103%`.
local rough_behind <const> = re.compile [[^(?:[이가도]\x20(?:안|못)\x20|만\x20넘|\x20?(?:이상|이하|미만|안팎|내외|가까|가량|남짓|정도|[을를]\x20(?:넘|웃[돌도]|밑[돌도]|상회|하회|돌파)|에\x20(?:가까|육박|근접)|\x20넘[게는]|\x20(?:아래|밑)으?로)|대(?!비|회)|[~∼]\d|권|\x20(?:벽|고지|문턱|장벽)[을를이]|\x20(?:안|밖|이내)[에으])]]
local rough_rank <const> = re.compile [[^(?:\x20?수준|까지(?!\x20(?:밀|떨|오[르른]|올|내[려렸린]|추락|치|뛰|상승|하락|순위))|부터)]]
local minus <const> = re.compile [[[\x20(][-−]$]]      -- `-52점`
local range_before <const> = re.compile [[\d[~∼]$]]
local from_bare <const> = re.compile [[^에서\x20\d+\.\d+으?로]]     -- `0.02에서 0.49로`
local from_to <const> = re.compile [[^에서\x20(?:약\x20)?\d[\d.,]*\x20?(점|%|위|배|등급)]]     -- `92%에서 97%로`: where it started

-- `1점 높은`, `2.5%p 앞선`, `3점 차로`: the value is a difference.
local difference <const> = re.compile([[^(?:(?:,|[와과·]|\x20및)\x20?(?:(?:[^,.]|\.\d){2,40}보다\x20(?:약\x20)?)?\d[\d.]*\x20?(?:점|%포인트|%p?|배))*\x20?(?:씩\x20|이나\x20|가량\x20)?(?:더\x20)?(?:차|높|낮|앞|뒤|모자|밀[리렸려린]|못\x20미|우수|뛰어|좋|나은|개선|향상|상승|하락|줄|]] .. parts.ahead .. [[)|^\x20차|^의\x20(?:격차|차이)]])

local same_kind <const> = { ["퍼센트"] = "%", ["등"] = "위" }
local gap_before <const> = re.compile [[(?:격차|차이)[은는이가]\x20(?:약\x20|불과\x20)?$]]     -- `와의 격차는 2.9%포인트`
local function entry(m)
  local v <const> = { span = m[0], unit = m.unit or m.times or m.of }
  if m.num then
    v.score = numbers.parse(m.num)
  elseif m.word then
    v.score, v.word, v.kind = m.word:text(), true, "만점"
  elseif m.native then
    v.score = numbers.parse(m.native)
  elseif m.area or m.index or m.boxed then
    v.span = m.area or m.index or m.boxed
    v.score, v.kind, v.area = numbers.parse(v.span), "점", not m.boxed
  elseif m.solved or m.worked or m.listed then
    local count <const> = m.solved or m.worked or m.listed
    v.score, v.unit = numbers.parse(count), m.piece or m.problem or m.mark
    v.span, v.kind, v.listed = count:hull(v.unit), "문항", m.listed ~= nil
  elseif m.lead then
    v.score, v.unit, v.span, v.lead = numbers.parse(m.lead), m.place, m.lead, true     -- `1, 2위를 나눠 가졌다`
  elseif m.rate then
    v.score, v.unit, v.span, v.kind = numbers.parse(m.rate), m.per, m.rate:hull(m.per), "초당"
  elseif m.earned then
    v.score, v.unit, v.kind = numbers.parse(m.earned), m.coin, "번 돈"
  elseif m.echo then
    v.score, v.unit, v.span, v.kind = numbers.parse(m.echo), m.again, m.echo:hull(m.again), "echo"
  elseif m.part then
    v.score, v.span, v.kind, v.whole = numbers.parse(m.part), m.part:hull(m.of), "개", m[0]
  else
    v.score, v.kind = numbers.parse(m.bare), "점"
  end
  v.kind = v.kind or v.unit:text()
  v.kind = same_kind[v.kind] or v.kind
  return v
end

-- The values of a sentence, in order.
function values.of(sentence)
  local list <const> = {}
  for m in value:gmatch(sentence) do
    local v <const> = entry(m)
    local behind <const> = v.span:after(12)
    local to <const> = from_to:match(behind)
    if minus:test(v.span:before(2)) and not v.word then v.score = -v.score end
    v.start = to ~= nil and to[1]:is(v.kind) or not v.unit and from_bare:test(behind)
    v.rough = rough_behind:test(behind) or v.kind == "위" and rough_rank:test(behind)
    v.reached = list[#list] ~= nil and list[#list].start     -- `11.5%에서 8.3%로`
    v.change = list[#list] ~= nil and list[#list].reached    -- `61.3점에서 58.0점으로 3.3점 하락했다`
    v.difference = not v.word and (difference:test(v.span:after(40)) or gap_before:test(v.span:before(12)))
    if v.score and not range_before:test(v.span:before(2)) then list[#list + 1] = v end
  end
  return list
end

-- Where something like a value stands: a cheap look at the whole text, before sentences are read with care.
local hint <const> = re.compile [[\d\x20?(?:점|%|퍼센트|위|등급|배|개에서|개\x20부문|개(?:를|에)\x20(?:[가-힣]{1,6}\x20){0,2}(?:맞|풀|답)|문항|문제[를을]?\x20(?:[가-힣]{1,6}\x20){0,2}(?:맞|풀))|만점|[두세네]\x20?배|\d등[은이을]|\d(?:달러를\x20벌|토큰[을를])|\d\.\d+(?:[을를]|으?로)\x20]]
function values.hints(place) return hint:gmatch(place) end
-- Whether a sentence holds any figure at all.
local any <const> = re.compile [[\d|만점|(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열)\x20?배]]
function values.any(sentence) return any:test(sentence) end
local graded <const> = re.compile [[점|등급|만점|문항|맞|풀|답]]
function values.graded(place) return graded:test(place) end

return values
