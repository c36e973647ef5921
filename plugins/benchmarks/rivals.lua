-- Systems that only their place tells: what another is held against, the next in a list with figures, a size alone.
local re <const> = require "re"
local foreign <const> = require "foreign"
local phrases <const> = require "phrases"

local rivals <const> = {}

-- What a system is held against without a name: `이전 버전(93.4%)보다`, `종전 모델의 74%에서`.
local predecessor <const> = re.compile([[(?<![가-힣A-Za-z0-9])(?:(?:[가-힣A-Za-z]{2,6}\x20(?:기반|방식)의?\x20)?(?:이전|기존|종전|직전|전)(?:에\x20(?:쓰던|쓰이던|사용하던))?\x20(?:[가-힣]{2,8}\x20){0,2}[가-힣]{0,8}(?:버전|모델|모형|세대|제품|시스템|기술|방식|도구|분류도구|프로그램|솔루션|엔진|알고리즘)(?:\([A-Z]+\))?|첫\x20(?:모델|버전|제품)|(?:\d년\x20전|지난해|작년|초기)\x20(?:시험판|버전|모델|제품)|전작(?:\x20모델)?|전\x20?세대(?:\x20(?:모델|제품|칩))?)
  (?=\x20?\(\d|의\x20[가-힣]{2,6}[은는]\x20\d|[은는]\x20(?:[가-힣]{2,6}[이가은는]?\x20)?\d[\d.]*(?:점|%)|보다\x20|\x20대비\x20|에\x20비해\x20|의\x20\d)]], "x")

-- What a named system is held against, by no mark but its figure: `누리말(41.3점)과 한빛 번역(39.8점)을 앞섰다`, `NEWS의 52.8%보다`.
local rival <const> = re.compile([[(?<![가-힣A-Za-z0-9.\-])(?<np>(?:(?!(?:중국|미국|일본|한국|국내|해외)\x20)[가-힣A-Za-z0-9.\-]+\x20)?[가-힣A-Za-z0-9.\-]*[가-힣A-Za-z0-9](?:\x20\d[\d.]*)?)(?:
    \x20?\((?:(?:\d[\d.]*(?:점|%),\x20){0,3}\d[\d.,]*(?:점|%|프레임|토큰|장|개|문항|문제|달러)|\d+\.\d+)\)(?=(?:(?:[와과]\x20|,\x20|·|\x20등)[^().]{1,24}\x20?\(\d[\d.,]*(?:점|%|프레임|토큰|장|개|문항|문제|달러)?\))*+(?:보다|\x20대비|에\x20비해|[을를도]\x20(?:[가-힣]{1,5}\x20){0,3}(?:앞|제[치쳤쳐]|눌|꺾|웃도|웃돌|넘|능가|따돌)|에\x20(?:[가-힣]{1,5}\x20)?(?:뒤|밀|못|근접|앞)|[와과](?:는|의)?\x20(?:비슷|대등|맞먹|격차|차이|\d[\d.]*(?:점|%포인트|%p)\x20차)))
  | 의\x20\d[\d.]*(?:점|%)(?=보다\x20|에서\x20\d))]], "x")
local no_rival <const> = re.compile [[(?:율|률|도|기록|결과|초안|글|문서|응답|답변|점수|성적|능력|성능|지수|평균|기준|한국어|영어|수학|국어|코딩|평가|시험|목표|작년|지난해|전년|당시|년|월|일|회|경우|때|방식|사람|검사|검진)$|^\d|^(?:기존|종전|이전|통상)]]

-- The next in a list of systems and figures: `가람이 88.4%, | 누리피디아가 85.2% 순`.
local next_item <const> = re.compile([[^['’”]?(?:\x20(?:모델|LLM))?[은는이가]\x20\d[\d.]*\x20?(?:점|%|개|문항)(?:(?:[을를]|으?로)?,|(?:였고|이었고|이고|이며|며),?|으?로\x20[가-힣0-9\x20]{1,10}(?:였고|이었고|이고|이며|높았고|차지했고),?)\x20
  (?<np>[가-힣A-Za-z][가-힣A-Za-z0-9.\-]+(?:\x20[A-Z가-힣][A-Za-z가-힣0-9.\-]*)?)
  (?=[은는이가]\x20\d[\d.]*\x20?(?:점|%|개|문항))]], "x")
-- `챗GPT(58%), | 누리 AI탭(55%)`
local next_boxed <const> = re.compile([[^['’”]?\x20?\(\d[\d.]*\x20?(?:점|%)\),\x20(?:(?![^\s]*[은는이가을를]\x20)[가-힣A-Za-z]{2,8}의\x20)?['‘]?(?<np>[가-힣A-Za-z][가-힣A-Za-z0-9.\-]+(?:\x20[A-Z가-힣][A-Za-z가-힣0-9.\-]*)?)
  (?=['’]?\(\d[\d.]*\x20?(?:점|%)\))]], "x")
local function add_listed(sentence, list, add)
  local i = 1
  while i <= #list do
    local behind <const> = not list[i].anaphor and sentence:from(list[i].span)
    local m <const> = behind and (next_item:match(behind) or next_boxed:match(behind))
    if m and not no_rival:test(m.np) and not foreign.names(m.np) and not foreign.measured(m.np) then
      add { span = m.np, phrase = m.np }
    end
    i = i + 1
  end
end

-- `1.2B 모델도`: a size that the text gives no full name for
local by_size <const> = re.compile [[(?<![가-힣A-Za-z0-9.\-])\d+(?:\.\d+)?B(?:\x20(?:[A-Za-z가-힣]{2,6}\x20)?모델(?=[은는이가도]\x20)|(?=[은는이가]\x20\d[\d.]*(?:점|%)))]]
local as_topic <const> = re.compile [[^(?:[은는]\x20|의\x20[가-힣])]]

-- `GPT-4가 43%, | 렉시스 AI는 17%`
local called_ai <const> = re.compile [[(?<![가-힣A-Za-z0-9])(?<np>(?<word>[가-힣A-Za-z]{2,})\x20AI)(?=[은는이가]\x20\d[\d.]*(?:점|%)|\x20\d[\d.]*(?:점|%)|\(\d[\d.]*(?:점|%)\))]]
local kind_of_ai <const> = re.compile [[(?:[형산급용]|적인|[은는한된인의])$]]

-- Adds to the mentions of a sentence (`list`, of which `named` are of systems that have names) what its place shows to be one.
function rivals.add(sentence, list, named, current, add)
  for m in predecessor:gmatch(sentence) do add { span = m[0], phrase = m[0], rival = not as_topic:test(m[0]:after(3)), old = true } end
  if named > 0 or current and not current.broad then
    for m in rival:gmatch(sentence) do
      local span <const> = not foreign.names(m.np) and phrases.last_words(m.np)
      if span and not no_rival:test(span) then add { span = span, phrase = span, rival = true } end
    end
  end
  if named > 0 then add_listed(sentence, list, add) end
  if named > 0 then
    for m in called_ai:gmatch(sentence) do
      if not (kind_of_ai:test(m.word) or phrases.is_generic(m.word) or foreign.names(m.word)) then add { span = m.np, phrase = m.np } end
    end
  end
  for m in by_size:gmatch(sentence) do add { span = m[0], phrase = m[0] } end
end

return rivals
