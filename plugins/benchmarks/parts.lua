-- The part that a mention of a system plays in its clause, by what stands behind it:
--   topic     `가람은`, `가람의`, `가람에 수능 문제를 풀게 했더니`
--   compared  `가람보다`, `가람 대비`, `가람을 큰 폭으로 따돌`, `가람에 못 미`, `가람과 대등`, `가람의 74점에서`
--   joined    `가람과 |`, `가람, |`, `가람은 물론 |`: the part of the one it is joined to
--   setting   `가람 모델 기준으로`, `가람을 돌린 시험에서`: what something else runs
--   oblique   `가람을`; other
local re <const> = require "re"

local parts <const> = {}

-- Brackets, marks and a closing noun stand between a name and its particle.
local trailing <const> = re.compile([[^(?:['’”"]|\x20?\([^()]{1,60}\)|\x20(?:[가-힣]{2,3}\x20)?모드(?=[은는이가의를을로에])|\x20(?:등|등의)(?=\x20)(?:\x20(?:[가-힣]{2,6}\x20){0,2}(?:모델|제품|칩|서비스)들?)?|\x20?(?:AI\x20|추론\x20|언어\x20|일반\x20|기본\x20|표준\x20|최신\x20)?(?:모델|LLM|칩
  |버전|제품|시스템|기반\x20제품|플랫폼|프로그램|검색|앱|서비스|챗봇|공개\x20엔진|엔진|유료판|무료판|급\x20모델|GPU|\d+[장대개](?:짜리)?\x20서버)(?![가-힣]{2}))*]], "x")

-- Who is ahead or behind: the verb that follows its object, with words of degree and a difference between.
local degree <const> = [[(?:(?![^\s]*(?:[은는이가]|에서|으로)\x20)[^\s,.'‘]{1,9}\x20|큰\x20폭으로\x20|근소한\x20차이?로\x20|간발의\x20차이?로\x20|\d[\d.]*\x20?(?:점|%포인트|%p?|배)(?:(?:,\x20|[와과]\x20)\d[\d.]*\x20?(?:점|%포인트|%p?|배))*(?:씩)?(?:\x20차이?로)?\x20){0,3}]]
parts.ahead = [[(?:앞[서섰선지질]|앞질|제[치쳤쳐친]|웃도|웃돌|웃돈|넘[어었는긴겼]|뛰어넘|능가|추월|밀어[내냈낸]|누[르른]|눌[렀러]|꺾|따돌|상회|압도|이[기겼긴]\x20?|밑도|밑돌|밑돈|따라잡|추격|물리[치쳤])]]
local behind <const> = [[(?:못\x20?미|미치지|밀[리렸려린]|뒤[지졌져진처쳐떨]|근접|버금|육박|모자[라랐란]|앞[서섰]|뒤를\x20이)]]
local alike <const> = [[(?:거의\x20|사실상\x20|나란히\x20)?(?:대등|비슷|동등|동[률점]|공동|동급|유사|맞먹|어깨|같[은았]|맞붙|겨[루뤄룬]|견[주줘줄준]|격차|차이|\d[\d.]*\x20?(?:점|%|%p|%포인트)의?\x20(?:차|격차))]]

local compared <const> = re.compile([[^(?:\x20?대비|에\x20이어|\x20?보다|그보다|에\x20비해|에\x20비하면|에\x20견[줘주준]
  |[와과]의?\x20(?:[가-힣]{2,6}\x20){0,2}비교|[와과](?:의|는|도)?\x20]] .. alike .. [[|[을를]\x20]] .. degree .. parts.ahead .. [[
  |[은는]\x20(?:제[치쳤쳐]|따돌|눌렀|꺾었|앞질|뛰어넘|넘어[섰서]|넘었)[가-힣]{0,2}지만
  |[을를]\x20(?:각각\x20)?\d[\d.]*(?:점|%p?|%포인트|배)(?:씩)?,\x20(?=[^.]{0,60}]] .. parts.ahead .. [[)
  |에(?:는|도)?\x20]] .. degree .. behind .. [[|[을를]\x20(?:비교|경쟁)\x20(?:대상|상대|모델)|[을를]\x20(?:맞수|경쟁자|비교군)
  |의\x20(?:약\x20|거의\x20)?(?=\d[\d.,천만]*\x20?(?:점|%|배|위|등급|(?:토큰|장|프레임|쿼리|달러|초)[와과보을를]))|의\x20(?=\d+\.\d+(?:보다|에(?:는)?\x20(?:비해|비하면|못|미치|뒤)|[을를]\x20]] .. degree .. parts.ahead .. [[))|\x20성능의\x20(?=\d[\d.]*%)|의\x20(?:두|세|네)\x20배|의\x20(?:약\x20)?(?:\d+분의\x20\d|절반)|의\x20(?:성능|점수|기록|성적)[을를]\x20]] .. degree .. parts.ahead .. [[|\x20?이후|의\x20뒤를)]], "x")
local joined <const> = re.compile [[^(?:[와과]\x20|\x20?·\x20?|,\x20?|\x20및\x20|[이]?나\x20|[은는]\x20물론\x20)]]
local asked <const> = [[에(?:게|도)?\x20(?:[^,.]{0,30}\x20)?(?:풀게|풀려|풀린|푸는|풀도록|넣[어었고]|(?:더\x20)?학습시|적용|도입|접목|입력|물었|물어|시켰|시켜|맡겨|맡긴)]]
local topic <const> = re.compile([[^(?:[은는이가의도만]|\x20?[=:]|의\x20경우|에서|으?로|\x20성능[이은]|\x20(?!이용|사용|가입|매출|주가|개발|투자|시장|점유|경쟁|이후|때문)[가-힣]{1,4}판?[은는]\x20(?!것)|\x20역시|]] .. asked .. ")")
local oblique <const> = re.compile [[^(?:[을를]|에\x20대해|처럼)]]

-- What something else ran on or with: `라마 3.1 405B 모델 기준으로`, `GPT-4o 기반`, `큐웬을 돌린 시험에서`.
local setting <const> = re.compile([[^['’”]?(?:\x20?모델)?(?:을|를)?\x20?(?:의\x20(?:도움|지원)|기준(?:으로|,|\x20)|(?:추론|학습|구동|실행)(?:에서|\x20시|\x20기준)|기반(?:으로|의|,|이|\x20)|으?로\x20(?:쓴|만든|작성한|생성한|그린|번역한|바꾸|바꿨|바꾼|교체|대체)|(?<=[을를]\x20)(?:[^\s]{1,8}\x20)?(?:돌[리린려]|구동|실행|미세조정|튜닝|올려|올린|탑재|쓴\x20|쓰는\x20|쓰지\x20|써\x20|사용한\x20|사용하|이용한\x20|이용하|활용한\x20|활용하|접한\x20))]], "x")
local bracket_start <const> = re.compile [[\([^()]*$]]

-- Notes in a mention whether it stands in a bracket, what stands behind it (`behind`), its part, and how sure the part is: `main` where 은/는 marks it.
local main <const> = re.compile [[^(?:은|는)\x20]]
function parts.read(mention)
  mention.enclosed = bracket_start:test(mention.span:before(30))
  local rest <const> = mention.span:after(110)
  local place <const> = rest:from(trailing:find(rest))
  mention.behind = place
  mention.main = main:test(place)
  if compared:test(place) then
    mention.part = "compared"
  elseif setting:test(rest) then
    mention.part = "setting"
  elseif joined:test(place) then
    mention.part = "joined"
  elseif topic:test(place) then
    mention.part = "topic"
  else
    mention.part = oblique:test(place) and "oblique" or "other"
  end
end

-- What chips run is no subject beside them: `MI355X는 라마 2 70B에서 H200의 2.7배`, `라마 2 70B 오프라인 시나리오에서`; nor is it
-- where a test is described: `스테이블 디퓨전 XL로 이미지를 만드는 시험에서`.
local run <const> = re.compile [[^(?:에서|으?로\x20|의\x20(?:첫\x20토큰|지연|속도|처리|추론\x20속도|토큰)|[을를]\x20|\x20(?:[가-힣]+\x20){0,3}(?:시험|시나리오|테스트|벤치마크|추론|학습|부문|항목)(?:에서|에선|[은는의,]))]]
local described <const> = re.compile [[^(?:으?로|[을를])\x20(?:(?![^\s]*[은는이가]\x20|[^\s]*(?:해|서|고|며)\x20)[가-힣A-Za-z]+\x20){0,3}(?:[가-힣]+는|[가-힣]+인)\x20(?:시험|시나리오|테스트|벤치마크|과제|부문|항목|대회)(?:에서|에선|[은는의])]]
local function kind_of(mention) return mention and mention.system and mention.system.kind end
function parts.set_by_chips(list, current)
  local chips = kind_of(current) == "chip"
  for _, m in ipairs(list) do chips = chips or kind_of(m) == "chip" end
  for _, m in ipairs(list) do
    if described:test(m.behind) or chips and kind_of(m) == "model" and m.part ~= "compared" and run:test(m.behind) then m.part = "setting" end
  end
end

-- Between two that are joined: the particle or comma, and whose the second is (`와 오픈AI의 '`).
local between <const> = re.compile([[^(?:[와과]\x20|\x20?·\x20?|,\x20?|\x20및\x20|[이]?나\x20|[은는]\x20물론\x20)(?:(?![^\s]*(?:[은는을를]|에서
  |보다)\x20)[^\s\d,.()]{1,14}\x20){0,5}['‘"“]?$]], "x")

-- Joins the mentions of a list into groups (`A와 B는`), each with the part of its last member.
function parts.link(list)
  for i = #list - 1, 1, -1 do
    local here <const>, following <const> = list[i], list[i + 1]
    if here.part == "joined" and here.enclosed == following.enclosed
       and between:test(here.behind:upto(following.span)) then
      following.group = following.group or { following }
      here.group = following.group
      table.insert(here.group, 1, here)
      here.part, here.main = following.part, following.main
    end
  end
  for _, m in ipairs(list) do m.group = m.group or { m } end
end

return parts
