-- Who a value can belong to: the systems that a sentence mentions, by a name, by a description or by a word that points back.
local re <const> = require "re"
local words <const> = require "words"
local inventory <const> = require "ai.inventory"
local parts <const> = require "parts"
local foreign <const> = require "foreign"

local subjects <const> = {}

-- A system without a name of its own: `네이버클라우드 추론 모델`, `한국형 의료 거대언어모델`; what points back: `이 모델`, `해당 AI`.
local described <const> = re.compile([[
    (?<![가-힣A-Za-z0-9])(?<anaphor>(?:이|해당|이번|자사|자체|두|양)\x20(?:AI\x20|인공지능\x20|추론\x20?|언어\x20?)?(?:모델|AI|인공지능
      |시스템|칩|솔루션|알고리즘|반도체|제품|기술)(?=[은는이가의을를에도로]|\x20)(?!링|\x20(?:중|가운데|개발)))
  | (?<![가-힣A-Za-z0-9])(?<words>(?:[가-힣A-Za-z&\-]{2,14}\x20){1,4}?)(?<head>(?:(?:추론|언어|옴니|멀티모달
    |생성형|거대|초거대|대형|소형)\x20?)*(?:AI\x20)?(?:모델|모형|LLM|추론\x20시스템))(?!링|\x20(?:중|가운데|개발|프로젝트)|[은는이가]?\x20?['‘"“]|인\x20|로\x20정한)
]], "x")
-- `회사에 따르면 | 이번 모델은`
local pointing <const> = re.compile [[(?<=\x20)(?:이|해당|이번)\x20(?:AI\x20|추론\x20|언어\x20)?모델$]]
-- Ends such a phrase to the left: a particle, a participle, an adverb.
local loose <const> = re.compile([[(?:[은는을를며면고서한된인할로든진록럼게에]|나선|나온|거친|[가-힣]{3}[이가]|에서|하는|까지
  |[긴킨린친낸춘운쓴푼뛴힌던본둔준]|[려겨혀쳐켜춰줘꿔눠와]|(?:만들|넣|얻|묶|섞|엮|적)어|(?:모|담|뽑|찾|골라|달)아|[될쓸낼들볼]
  |[가-힣](?:부|사|계|국|업|리|들|팀|측|AI)도)$|^(?:아울러|특히|또한|한편|이어|반면|다만|현재|실제|이날|이후|앞서|관련|가운데|중에|이틀|올해|지난해)$]], "x")
-- Words that describe a model and do not say which: a phrase of these alone names none.
local generic <const> = words.file "generic.txt"
local ending <const> = re.compile [[[은는을를며면고서한된인할]$|^(?:이|그|저|해당|자사|이번|자체)$]]
-- `이 모델`, `해당 모델`, `자사 모델` point back; `추론 모델` may name a system that the article has introduced.
local reasoning <const> = re.compile [[추론|옴니|언어|멀티모달]]

-- `신형 모델은 안전성 평가에서 92점`: no system of the kind that is meant here, unless the text speaks of such.
local speaks_of_ai <const> = re.compile [[(?:분석|인식|예측|탐지|진단|판별|분류|생성|검출|식별|번역)\x20모델|AI|인공지능|LLM|추론|언어\x20?모델|벤치마크|학습]]

-- A firm's own model that has no name: `자사 AI 모델에 수능 문제를 풀게 했다.`
local own <const> = re.compile [[(?:자사|자체|우리)\x20(?:AI\x20|인공지능\x20|(?:소형|대형|거대|초거대|대규모)?\x20?언어\x20?)모델]]
-- `AI로 균열을 찾는 | 드론 점검 시스템을`, `자사 | 탐지 솔루션이`: what a sentence that speaks of AI calls a system
local own_broad <const> = re.compile [[(?<![가-힣])(?:(?:자사|자체)\x20)?((?:[가-힣]{2,8}\x20){1,2}(?:솔루션|시스템|엔진|알고리즘|탐지기|판독기|챗봇))(?=[은는이가의을를]\x20)]]

-- What stands right before each system where it is introduced: `고성능 추론 모델인 '`.
local introducing <const> = re.compile [[(?:모델|AI)(?:인|은)?\x20?['‘"“]?$|모델(?:인|은)\x20]]
local function read_types(inv)
  for _, m in ipairs(inv.mentions) do
    local before <const> = m.span:before(24)
    if introducing:test(before) then m.system.types = (m.system.types or "") .. before end
  end
  inv.typed = true
end

-- The model that a type word introduces: `고성능 추론 모델인 '…'` answers to `네이버클라우드 추론 모델`.
local function by_type(inv, type)
  local word <const> = reasoning:find(type)
  if not word then return nil end
  if not inv.typed then read_types(inv) end
  for _, s in ipairs(inv.systems) do
    if s.types and re.test(word .. "\\x20?(?:AI\\x20?)?모델(?:인|은)?[^가-힣]{0,3}$", s.types) then return s end
  end
  return nil
end

local particle_end <const> = re.compile [[(?:[이가의와과에로도만]|보다|[가-힣][해돼]|[었았했]고|얻어|거둬|받아|올려|보여|앞서)$]]

-- `국내 5개 | 팀의 언어모델이`
local several <const> = re.compile [[(?:\d|두|세|네|다섯|여러)\x20?(?:개|곳|종)?\x20$]]

-- The phrase that describes a system, from the first word that belongs to it: `A사가 만든 | 악성코드 탐지 모델`, `B사의 | 실험용 추론 모델`.
local word <const> = re.compile [[[^\x20]+]]
local owner <const> = re.compile [[의$]]
local function phrase_of(m)
  if several:test(m[0]:before(8)) then return nil end
  local from, telling, owned
  for w in word:gmatch(m.words) do
    local tells <const> = not (generic:has(w[0]) or ending:test(w[0]))
    if loose:test(w[0]) then
      from, telling = nil, nil
    else
      if not from or owned and tells then from = w[0] end
      owned = owner:test(w[0])
      telling = telling or tells
    end
  end
  return telling and from:hull(m.head) or nil
end

-- A system that is called neither model nor by a name: `AI 기반 심전도 분석 시스템이`, `심전도 분석 AI의`.
local broad <const> = re.compile([[(?<![가-힣A-Za-z0-9])(?:
    (?:AI|인공지능)(?:\x20기반)?(?:\x20[가-힣]{2,8}){0,3}\x20?(?:시스템|솔루션|알고리즘|소프트웨어|프로그램|엔진|챗봇|모델|모형|기술)
  | (?:(?![가-힣]*(?:[은는이가을를에]|에서|으로|한|된|하는|주는)\x20)[가-힣A-Z][가-힣]{1,7}\x20){1,3}(?:AI|인공지능|챗봇)(?:\([A-Za-z]+\))?(?:\x20(?:시스템|솔루션|알고리즘|기술|모델|모형))?
  | (?<=[는한된든]\x20)(?:AI|인공지능))(?=[은는이가의을를]\x20)]], "x")
local participle <const> = re.compile [[(?:하는|되는|주는|내는|보는|찾는|잡는|돕는|[개발][발]한|만든|학습한|적용한)\x20$]]
local kind <const> = re.compile [[^(?:AI|인공지능|기반|시스템|솔루션|알고리즘|소프트웨어|프로그램|엔진|챗봇|모델|기술|관련|활용|이용|같은)(?:\([A-Z]+\))?$]]
-- Such a phrase from the first word that belongs to it, or nil: `연구진이 만든 | 심전도 분석 AI`. Words that fit any system are
-- one only behind a clause that says which: `뇌파를 분석하는 | 인공지능 모델`.
local no_clause <const> = re.compile [[(?:[도를을면고며서에]|까지)$]]
local function trimmed(span)
  local from, telling, clause
  for w in word:gmatch(span) do
    if w[0].stop < span.stop and loose:test(w[0]) then
      from, telling, clause = nil, nil, not no_clause:test(w[0])
    else
      from = from or w[0]
      telling = telling or not (generic:has(w[0]) or kind:test(w[0]))
    end
  end
  clause = clause or participle:test(span:before(8))
  return (telling or clause) and from:hull(span:right(0)) or nil
end

-- `화웨이의 AI 칩 성능이`
local chips <const> = re.compile [[(?<![가-힣A-Za-z0-9])[가-힣A-Za-z]{2,12}의\x20(?:고성능\x20|최신\x20)?AI\x20(?:칩|반도체|가속기)(?=[은는이가의]\x20|\x20성능)]]

-- What a system is held against without a name: `이전 버전(93.4%)보다`, `종전 모델의 74%에서`.
local predecessor <const> = re.compile([[(?<![가-힣A-Za-z0-9])(?:(?:이전|기존|종전|직전|전)(?:에\x20(?:쓰던|쓰이던|사용하던))?\x20(?:[가-힣]{2,8}\x20){0,2}[가-힣]{0,8}(?:버전|모델|모형|세대|제품|시스템|기술|방식|도구|분류도구|프로그램|솔루션)(?:\([A-Z]+\))?|첫\x20(?:모델|버전|제품)|(?:\d년\x20전|지난해|작년|초기)\x20(?:시험판|버전|모델|제품)|전작(?:\x20모델)?|전\x20?세대(?:\x20(?:모델|제품|칩))?)
  (?=\x20?\(\d|의\x20[가-힣]{2,6}[은는]\x20\d|[은는]\x20(?:[가-힣]{2,6}[이가은는]?\x20)?\d[\d.]*(?:점|%)|보다\x20|\x20대비\x20|에\x20비해\x20|의\x20\d)]], "x")

-- What a named system is held against, by no mark but its figure: `누리말(41.3점)과 한빛 번역(39.8점)을 앞섰다`, `NEWS의 52.8%보다`.
local rival <const> = re.compile([[(?<![가-힣A-Za-z0-9.\-])(?<np>(?:(?!(?:중국|미국|일본|한국|국내|해외)\x20)[가-힣A-Za-z0-9.\-]+\x20)?[가-힣A-Za-z0-9.\-]*[가-힣A-Za-z0-9](?:\x20\d[\d.]*)?)(?:
    \x20?\((?:\d[\d.,]*(?:점|%|프레임|토큰|장|개|문항|문제|달러)|\d+\.\d+)\)(?=(?:(?:[와과]\x20|,\x20|·|\x20등)[^().]{1,24}\x20?\(\d[\d.,]*(?:점|%|프레임|토큰|장|개|문항|문제|달러)?\))*+(?:보다|\x20대비|에\x20비해|[을를도]\x20(?:[가-힣]{1,5}\x20){0,3}(?:앞|제[치쳤쳐]|눌|꺾|웃도|웃돌|넘|능가|따돌)|에\x20(?:[가-힣]{1,5}\x20)?(?:뒤|밀|못|근접|앞)|[와과](?:는|의)?\x20(?:비슷|대등|맞먹|격차|차이|\d[\d.]*(?:점|%포인트|%p)\x20차)))
  | 의\x20\d[\d.]*(?:점|%)(?=보다\x20|에서\x20\d))]], "x")
local no_rival <const> = re.compile [[(?:율|률|도|기록|결과|초안|글|문서|응답|답변|점수|성적|능력|성능|지수|평균|기준|한국어|영어|수학|국어|코딩|평가|시험|목표|작년|지난해|전년|당시|년|월|일|회|경우|때|방식|사람)$|^\d|^(?:기존|종전|이전|통상)]]

-- The words of a phrase behind the last that ends with a particle or a participle.
local function last_words(span)
  local from
  for w in word:gmatch(span) do
    if w[0].stop < span.stop and (loose:test(w[0]) or particle_end:test(w[0])) then from = nil else from = from or w[0] end
  end
  return from and from:hull(span:right(0)) or nil
end

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

local apposed <const> = re.compile [[^\x20?(?:인\x20)?['‘"“]?$]]

-- `1.2B 모델도`: a size that the text gives no full name for
local by_size <const> = re.compile [[(?<![가-힣A-Za-z0-9.\-])\d+(?:\.\d+)?B(?:\x20(?:[A-Za-z가-힣]{2,6}\x20)?모델(?=[은는이가도]\x20)|(?=[은는이가]\x20\d[\d.]*(?:점|%)))]]
local as_topic <const> = re.compile [[^(?:[은는]\x20|의\x20[가-힣])]]
local function add_described(list, sentence, inv, current)
  local named <const> = #list
  local function add(found)
    for i = 1, #list do
      local other <const> = list[i].span
      if found.span.start < other.stop and other.start < found.span.stop then return end
      if found.span.stop <= other.start and apposed:test(found.span:between(other)) then return end   -- `음성 인식 모델 위스퍼`: its name
    end
    list[#list + 1] = found
  end
  for m in predecessor:gmatch(sentence) do add { span = m[0], phrase = m[0], rival = not as_topic:test(m[0]:after(3)), old = true } end
  if named > 0 or current and not current.broad then
    for m in rival:gmatch(sentence) do
      local span <const> = not foreign.names(m.np) and last_words(m.np)
      if span and not no_rival:test(span) then add { span = span, phrase = span, rival = true } end
    end
  end
  if named > 0 then add_listed(sentence, list, add) end
  for m in by_size:gmatch(sentence) do add { span = m[0], phrase = m[0] } end
  for m in described:gmatch(sentence) do
    local back <const> = m.anaphor or pointing:find(m[0])
    if back then
      if current then
        add { span = back, system = current.system, phrase = current.phrase, broad = current.broad, anaphor = true }
      elseif own:test(back) then
        add { span = back, phrase = back }
      end
    elseif #inv.systems > 0 or current or speaks_of_ai:test(sentence) then
      local span <const> = phrase_of(m)
      if span then add { span = span, system = by_type(inv, m.head), phrase = span } end
    end
  end
  for m in own:gmatch(sentence) do add { span = m[0], phrase = m[0] } end
  for m in chips:gmatch(sentence) do add { span = m[0], phrase = m[0] } end
  if named > 0 then return end
  for m in broad:gmatch(sentence) do
    local span <const> = trimmed(m[0])
    if span then add { span = span, phrase = span, broad = true } end
  end
  if speaks_of_ai:test(sentence) then
    for m in own_broad:gmatch(sentence) do
      local span <const> = trimmed(m[1])
      if span then add { span = span, phrase = span, broad = true } end
    end
  end
end

-- `4개 모델 모두 1등급`: all that the text has given figures for, or all that it has just named, where they are that many.
local all_of <const> = re.compile [[(?<![가-힣0-9])(?<n>두|세|네|다섯|\d)\x20?개?\x20?(?:AI\x20)?(?:모델|챗봇|서비스|제품|칩|시스템|AI)(?:[은이가]\x20(?:모두|나란히|똑같이|각각|(?=\d))|\x20모두|의\x20[^.,]{1,24}[은는이가]\x20각각)]]
local native <const> = { ["두"] = 2, ["세"] = 3, ["네"] = 4, ["다섯"] = 5 }
local function add_all(list, sentence, seen, latest)
  local m <const> = all_of:match(sentence)
  if not m then return end
  local n <const> = native[m.n:text()] or tonumber(m.n:text())
  if n ~= #seen then seen = latest end
  if n ~= #seen then return end
  local group <const> = {}
  for _, s in ipairs(seen) do
    group[#group + 1] = { span = m[0], system = s.system, phrase = s.phrase, part = "topic", all = true }
  end
  for _, g in ipairs(group) do g.group = group end
  for i = #list, 1, -1 do   -- `두 모델` that has been taken for the one spoken of
    if list[i].anaphor and m[0]:contains(list[i].span) then table.remove(list, i) end
  end
  list[#list + 1] = group[1]
end

-- Whether a sentence can mention a system at all: by a name or by one of the nouns that describe one.
local noun <const> = re.compile [[모델|모형|LLM|AI|인공지능|시스템|솔루션|엔진|알고리즘|챗봇|칩|반도체]]
function subjects.may_name(sentence, inv)
  return inventory.any_within(inv, sentence) or noun:test(sentence)
end

-- The mentions of a sentence in order, each with its part (parts.lua) and its group.
-- `current` is the mention that the text before speaks of, `seen` are all that took figures, `latest` all that the last
-- sentence with figures named.
function subjects.of(sentence, inv, current, seen, latest)
  local list <const> = {}
  for _, m in ipairs(inventory.within(inv, sentence)) do
    list[#list + 1] = { span = m.span, system = m.system, own = m.own, first = m.first }
  end
  add_described(list, sentence, inv, current)
  table.sort(list, function(a, b) return a.span.start < b.span.start end)
  for _, m in ipairs(list) do parts.read(m) end
  parts.set_by_chips(list, current)
  parts.link(list)
  add_all(list, sentence, seen, latest)
  table.sort(list, function(a, b) return a.span.start < b.span.start end)
  return list
end

-- What tells two mentions apart.
function subjects.key(mention)
  return mention.system or mention.phrase and mention.phrase:text()
end

-- The systems that the records of a sentence are of, where they are `n`: `A가 92점, B가 90점으로 1, 2위를`
function subjects.told(records, n)
  local list <const>, known <const> = {}, {}
  for _, r in ipairs(records) do
    if not known[r.owner] then
      known[r.owner] = true
      list[#list + 1] = r.mention
    end
  end
  return #list == n and list or nil
end

-- The span that names what a mention stands for.
function subjects.name(mention)
  if mention.system then return inventory.name(mention.system, mention) end
  return mention.phrase or mention.span
end

return subjects
